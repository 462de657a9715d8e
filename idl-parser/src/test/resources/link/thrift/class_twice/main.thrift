namespace java same
include "lib.thrift"
include "none.thrift"
struct A { 1: lib.B b, 2: none.C c }
enum B { X }
typedef i32 D
