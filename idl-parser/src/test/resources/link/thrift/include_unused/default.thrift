namespace java d
enum E { X }
