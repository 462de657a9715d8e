namespace java s
include "thrift.thrift"
@thrift.Experimental
struct A {}
