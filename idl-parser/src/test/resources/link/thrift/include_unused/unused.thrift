include "noise.thrift"
struct self {}
