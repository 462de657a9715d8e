namespace java calls

include "shared.thrift"

struct Item {
  1: string sku
  2: i64 price
}

exception Missing {
  1: string sku
}

exception Closed {
  1: string message
}

enum Kind {
  BIG = 1
  SMALL = 2
}

service Shop extends shared.Base {
  Item find(1: string sku) throws (1: Missing missing, 2: Closed closed) (http = "GET")
  Item same(1: Item item)
  void close(1: string why) throws (1: Closed closed)
  oneway void forget(1: string sku, 2: list<i32> numbers)
  map<string, list<i32>> count(1: Kind kind, 2: set<string> names, 3: binary raw)
  bool flag(1: bool success) throws (1: Missing success)
  void wait(1: string channel, 2: string service)
  Item chat(1: Item item) (streaming.mode = "bidirectional")
  Item upload(1: Item item) (streaming.mode = "client")
  Item list(1: Item item) (streaming.mode = "server")
} (team = "a")

service Other {
  Item find(1: string sku)
}
