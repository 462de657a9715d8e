/** What is in the shop's warehouses, and the service that tells. */
namespace java shop.inventory

/** The shop's own number of a product. */
typedef string Sku

/** Below this many pieces a product is ordered again. */
const i32 LOW_STOCK = 10

/** The warehouses that answer first, best one first. */
const list<string> PREFERRED = ["north", "south"]

enum Unit {
  PIECE = 1,
  KILOGRAM = 2,
  METRE = 3
}

/** Measures of a parcel. */
struct Size {
  /** In millimetres. */
  1: required i32 width
  2: required i32 height
  3: required i32 depth
  /** In kilograms. */
  4: optional double weight
}

/** A product that can be shared out over several warehouses. */
struct Product {
  1: required Sku sku
  2: string title
  3: Unit unit = Unit.PIECE
  4: optional Size size
  /** Pieces by warehouse. */
  5: map<string, i32> stock = {}
  /** Words to find it by. */
  6: set<string> tags
  /** Earlier numbers of the same product. */
  7: list<Sku> formerly
  /** Seconds since 1970 of the last count. */
  8: optional i64 countedAt
  9: bool discontinued = false
  /** A small picture, PNG. */
  10: optional binary picture
}

/** Why stock changed: exactly one of these. */
union Change {
  /** Pieces that a supplier brought. */
  1: i32 delivered
  /** Number of the order that took pieces, as in shop/order.proto. */
  2: i64 soldIn
  /** A person counted: the new number of pieces. */
  3: i32 counted
}

/** There is not enough of a product. */
exception OutOfStock {
  1: Sku sku
  /** How many there are. */
  2: i32 left
}

service Inventory {
  Product find(1: Sku sku)

  /** Takes pieces for an order; returns from which warehouses. */
  map<string, i32> reserve(1: Sku sku, 2: i32 pieces) throws (1: OutOfStock outOfStock)

  list<Product> low(1: i32 below = LOW_STOCK)

  oneway void changed(1: Sku sku, 2: string warehouse, 3: Change change)
}
