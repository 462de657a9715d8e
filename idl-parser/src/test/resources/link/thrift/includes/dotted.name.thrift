namespace java dotted
struct Part {}
enum E { X = 3 }
