struct {
  1: i32 a
}
struct Good1 { 1: i32 a }
typedef i32
struct Good2 { 1: i32 a }
const i32 = 5
const i32 X 5
const i32 Y = 
const i32 GoodC = 1
} extra
union Open {
  1: i32 a
struct Good3 {}
enum E { A = , B = 2, 5, C = "x" D = 1.5, E; F G(a = b) H }
enum { A }
service S extends { void f() }
service T {
  void f(1: i32 a
  void g()
  i32 (a = "b")
  void h(1: i32 a,, 2: i32 b, x: i32 c)
  oneway
  list<> k()
  void l() throws 1: E e
  void m() throws (1: E)
  i32 n
  void o() }
namespace java
namespace java a.b
namespace 5 x
include base
include "late.thrift"
include <base.thrift>
foo bar baz
foo Good4 { 1: i32 a; }
struct Good5 {}
typedef list<i32 Unclosed
typedef map<i32> OneType
struct Good6 {
