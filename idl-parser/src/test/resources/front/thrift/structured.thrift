include "thrift.thrift"
@thrift.Package
@Json{name = "x", list = [1, {a = 2}], map = {"k": 1.5}, nested = T{f = E.X}}
struct A {
  @Old 1: i32 a
  @Note{text = "b"}
  2: i32 b (c = "d")
}
@One enum E { @Two X = 1 }
@Three service S { @Four void f(@Five 1: i32 a) }
@Six const i32 C = 1
@Seven typedef i32 T
