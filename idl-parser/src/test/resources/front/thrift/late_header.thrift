namespace java a
struct A {}
include "late.thrift"
namespace go b;
struct B {}
