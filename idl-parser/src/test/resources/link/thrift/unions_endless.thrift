namespace java test
union Only { 1: Holder holder }
struct Holder { 1: required Only only }
union Way { 1: Out out 2: string text }
struct Out { 1: required Way way }
struct Outside { 1: required Holder holder }
