namespace java main
include "sub/base.thrift"
include "other/base.thrift"
include "dotted.name.thrift"
include "sub/base.thrift"
cpp_include "<vector>"
struct A {
  1: base.Item item
  2: base.Gone gone
  3: dotted.name.Part part
  4: base.Color color = base.Color.RED
  5: i32 limit = base.LIMIT
  6: i32 other = dotted.name.E.X
}
const base.Item ITEM = {"name": base.NAME}
service Main extends base.Root { base.Item get() throws (1: base.Failure f) }
