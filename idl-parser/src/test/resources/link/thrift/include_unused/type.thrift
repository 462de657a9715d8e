namespace java t
struct T {}
