namespace java c
include "main.thrift"
struct C { 1: main.A a }
