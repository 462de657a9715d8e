// What Kitex's and Fastcodec's programs serve to each other.
namespace go shop
namespace java dev.fastcodec.interop.shop

struct Item {
  1: string sku
  2: i32 count
  3: binary blob
  4: map<string, i64> totals
}

exception OutOfStock {
  1: string sku
  2: i32 left
}

service Shop {
  Item find(1: string sku, 2: i32 count) throws (1: OutOfStock gone)
  void ping()
  oneway void note(1: string text)
  // The answer tells what the server saw: notes so far, the value of a header; or the call fails as asked for.
  string ask(1: string what)
  Item same(1: Item item)
}

service Aisle {
  string ask(1: string what)
}

service Belt {
  Item one(1: Item item) (streaming.mode = "unary")
  Item count(1: Item item) (streaming.mode = "server")
  Item sum(1: Item item) (streaming.mode = "client")
  Item chat(1: Item item) (streaming.mode = "bidirectional")
  Item sold(1: Item item) throws (1: OutOfStock gone) (streaming.mode = "server")
}
