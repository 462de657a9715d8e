namespace java f
struct Twice { 1: i32 a, 2: i32 b, 1: i32 c, 6: i32 d, 2: i32 e }
struct Names { 1: i32 a, 2: string a }
struct Limits { -32769: i32 low, 0: i32 a, -1: i32 b, 32768: i32 c, 99999999999999999999: i32 d, 32767: i32 e, 32767: i32 f }
struct Implicit { i32 a 5: i32 b i32 c -1: i32 d }
union U { 1: i32 a, 1: i32 b }
exception X { 1: i32 a, 2: i32 a }
service S {
  void f(1: i32 a, 1: i32 b, 2: i32 a) throws (1: X x, 1: X y, 2: X x)
  void g(i32 a, 0: i32 b) throws (X x)
}
