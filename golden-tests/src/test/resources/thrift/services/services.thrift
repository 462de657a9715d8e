namespace java golden

struct Item {
  1: string sku
}

exception Missing {
  1: string sku
}

/** What every service can do. */
service Base {
  void ping()
}

/** Sells things. */
service Shop extends Base {
  /** Finds an item by its number. */
  Item find(1: string sku, 2: list<i32> sizes) throws (1: Missing missing)
  Item same(1: Item item)
  void wait(1: i32 channel) throws (1: Missing missing) (deprecated)
  oneway void forget(1: string sku)
  Item watch(1: Item item) (streaming.mode = "bidirectional")
}
