namespace java t
struct Item {}
const i32 LIMIT = 1
service Shop {}
struct A {
  1: Itme a
  2: list<Nothing> b
  3: LIMIT c
  4: map<Shop, string> d
  5: a.b.C e
  6: float f
  7: other.Item g
  8: i32 fine = LIMTI
  9: Item h = {"x": 1}
}
typedef Gone T
struct B { 1: T a, 2: T b }
