namespace java golden.constants

enum Unit {
  GRAM = 1,
  LITRE = 2,
}

struct Price {
  1: i64 cents
  2: optional string currency = "EUR"
}

/** The most that a basket holds. */
const i32 MOST = 0x40
const double RATE = 0.19
const string GREETING = "h\u00e9llo"
const Unit BASE = Unit.GRAM
const list<string> COUNTRIES = ["de", "fr"]
const set<i64> PRIMES = [2, 3, 5]
const map<string, Unit> UNITS = {"g": Unit.GRAM, "l": Unit.LITRE}
const Price FREE = {"cents": 0}

struct Basket {
  1: i32 most = MOST
  2: list<i32> slots = [1, 2]
  3: Price shipping = {"cents": 499}
}
