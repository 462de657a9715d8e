namespace java m
include "missing.thrift"
include "cycle.thrift"
include "main.thrift"
include "unused.thrift"
include "broken.thrift"
struct A { 1: missing.Thing thing, 2: broken.Lost lost, 3: broken.Half half = {"gone": 1} }
