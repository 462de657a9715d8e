namespace java n
struct A {}
typedef i32 A
enum A { X }
const i32 B = 1
service B {}
union B { 1: i32 a }
exception C {}
const string C = "c"
struct User { 1: A a }
