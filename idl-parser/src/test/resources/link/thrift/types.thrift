namespace java shop
namespace * shop.any
namespace go first
namespace go last

typedef list<Id> Ids
typedef i64 Id (js = "long")
typedef Color Paint
enum Color { RED, GREEN = 5, BLUE, LAST = -2147483648, HEX = 0x10 (shade = "dark") } (open = "1")
struct All {
  1: bool a
  2: byte b
  3: i8 c
  4: required i16 d
  5: optional i32 e
  6: i64 f
  7: double g
  8: string h
  9: binary i
  10: uuid j
  11: list<Ids> k
  12: set<string> l (go.tag = "a", go.tag = "b")
  13: map<i32, map<string, All>> m
  14: Paint n
  15: optional All o
  32767: Choice p
  16: Id list
} (final = "1")
union Choice { 1: All all, 2: optional string text = "none" }
exception Failure { 1: required string message }
