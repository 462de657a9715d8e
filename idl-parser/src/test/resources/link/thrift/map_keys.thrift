namespace java m
struct A {
  1: map<A, i32> a
  2: map<list<i32>, i32> b
  3: map<set<i32>, map<map<i32, i32>, string>> c
  4: map<E, i32> fine
}
enum E { X }
