include "a.thrift" as b
interaction Talk { i32 next() }
safe exception Fine { 1: string message }
struct A { 1: i32 a = T{f = 1}; 2: i32 b }
service S {
  performs Talk;
  stream<i32> numbers(),
  i32, stream<i32> both()
  sink<i32, i32> take()
  readonly i32 size()
  idempotent void set(1: i32 a)
  void fine()
}
const T X = T{f = 1}
struct Good {}
