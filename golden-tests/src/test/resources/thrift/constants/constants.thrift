namespace java golden.constants

include "shared.thrift"

enum Unit {
  GRAM = 1,
  LITRE = 2,
}

struct Price {
  1: i64 cents
  2: optional string currency = "EUR"
}

union Choice {
  1: i32 number
  2: Price price
}

/** The most that a basket holds. */
const i32 MOST = shared.MOST
const double RATE = 0.19
const double SMALL = -0.0
const string GREETING = "h\u00e9llo"
const Unit BASE = Unit.GRAM
const shared.Level LEVEL = shared.LEVEL
const bool YES = true
const bool NO = 0
const i8 BYTE = -128
const i16 SHORT = 32767
const i64 LONG = -9223372036854775808
const uuid ID = "00112233-4455-6677-8899-aabbccddeeff"
const binary RAW = "ab"
const list<string> COUNTRIES = ["de", "fr"]
const set<i64> PRIMES = [2, 3, 5]
const map<string, Unit> UNITS = {"g": Unit.GRAM, "l": Unit.LITRE}
const map<string, list<map<i32, double>>> NESTED = {"a": [{1: 0.5, MOST: 2}, {}], "b": []}
/** Costs nothing. */
const Price FREE = {"cents": 0}
const Choice CHOICE = {"price": {"cents": 7, "currency": "GBP"}}
const list<Price> PRICES = [FREE, {"cents": 1}]
const map<Unit, Price> BY_UNIT = {Unit.GRAM: FREE}
const set<binary> KEYS = ["k", "l"]
const list<i32> MANY = [1, 2, 3, 4, 5, 6, 7, 8, MOST, 10]
const i32 OLD = 1 (deprecated)

struct Basket {
  1: i32 most = MOST
  2: list<i32> slots = [1, 2]
  3: Price shipping = {"cents": 499}
  4: map<i32, i32> many = {1: 2, 3: 4, 5: 6}
}
