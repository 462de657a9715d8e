struct Words {
  1: i32 list, 2: i32 map, 3: i32 set, 4: i32 struct, 5: i32 enum, 6: i32 union, 7: i32 exception, 8: i32 service
  9: i32 typedef, 10: i32 const, 11: i32 namespace, 12: i32 include, 13: i32 cpp_include, 14: i32 extends, 15: i32 throws
  16: i32 oneway, 17: i32 async, 18: i32 void, 19: i32 required, 20: i32 optional, 21: i32 string, 22: i32 binary
  23: i32 bool, 24: i32 byte, 25: i32 i8, 26: i32 i16, 27: i32 i32, 28: i32 i64, 29: i32 double, 30: i32 uuid
  31: list<i32> list2 (list = "annotation", required)
  32: i32 package
}
service S { void f(1: i32 list) throws (1: E struct) }
