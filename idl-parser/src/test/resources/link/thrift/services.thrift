namespace java s
service Derived extends Middle { oneway void fire(1: i32 n = 5) }
service Middle extends Root {} (kind = "middle")
service Root {
  void ping()
  Item find(1: required string key, 2: i32 limit) throws (1: Gone gone, 2: Lost lost) (http.get = "/item")
  Item talk(1: Item item) (streaming.mode = "bidirectional")
  Item upload(1: Item item) (streaming.mode = "client")
  Item watch(1: Item item) (streaming.mode = "server")
  Item one(1: Item item) (streaming.mode = "unary")
}
struct Item {}
exception Gone {}
exception Lost {}
