namespace java m
include "a/base.thrift"
include "b/base.thrift"
include "E.thrift"
struct A { 1: base.Item item, 2: base.OnlyA a, 3: base.OnlyB b }
enum E { X }
const i32 C = E.X
const i32 D = base.LIMIT
