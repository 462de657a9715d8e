namespace java shop.stock

include "units.thrift"

struct Item {
  1: string sku
  2: i32 left
  3: units.Unit unit
}
