namespace java m
include "type.thrift"
include "constant.thrift"
include "service.thrift"
include "default.thrift"
include "annotation.thrift"
include "unused.thrift"
typedef type.T T
const i32 C = constant.C
service S extends service.S {}
struct A { 1: i32 a = default.E.X } (note = "annotation.Old")
