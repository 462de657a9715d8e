namespace java sub
include "near.thrift"
include "../dotted.name.thrift"
struct Item { 1: string name, 2: near.Near near, 3: dotted.name.Part part }
enum Color { RED }
const i32 LIMIT = near.LIMIT
const string NAME = "n"
exception Failure {}
