namespace go service
namespace struct map
enum E { list = 1, string; optional required (a = "b") void }
const i32 map = 1
const list<i32> ALL = [map, list, E.set]
const i32 SAME = map
struct A { 1: i32 cpp_type 2: i32 xsd_all = 5 }
service S {
  list<i32> list()
  void set(1: i32 map), string string() throws (1: X throws)
  oneway void oneway()
  A include()
}
