struct A {
  1: i32 a = ,
  2: i32 good2
  3: string
  4: i32 good4
  5 i32 noColon;
  6: i32 good6
  7: list<i32 unclosed
  8: i32 good8
  9: map<string> one;
  10: void nothing,
  11: i32 good11, ) 12: i32 good12
  13: i32 x y z
  14: i32 good14 = [1, {2: 3]
  15: i32 good15 (a = 5)
  16: i32 good16 (a = "b"
  17: i32 good17
  = 5
  18: i32 19: i32 good19
  20: required optional i32 both,
  21: i32 cpp_type
  22: 1.5 half,
  23: const i32 c
}
struct B { 1: A a, 2: , 3: A c }
