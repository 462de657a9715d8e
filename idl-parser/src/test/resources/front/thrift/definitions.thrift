typedef i32 Id
typedef list<Id> Ids;
typedef map<string, base.Item> (cpp.template = "hash_map") ByName (go.type = "M"),
typedef i64 (js.type = "Long") Millis
const i32 ONE = 1
const string S = 'single' ;
const Ids IDS = [1, 2; 3 4,] (kept = "yes")
enum Color { RED, GREEN = 5; BLUE = 0x10 (shade = "dark") LAST = -1 } (open = "yes");
enum None {}
struct Empty {}
struct Item xsd_all {
  1: required i32 id,
  2: optional string name = "none" (go.tag = 'json:"n"', flag);
  0x10: list<string> tags
  +17: set<i32> numbers,
  0o22: map<string, list<Color>> byName;
  -3: double ratio = -1.5E-3
  i32 noId
  binary raw; byte small, uuid key
  20: Item & next xsd_optional xsd_nillable xsd_attrs { 1: string ignored }
  21: base.Item (boxed = "1") other = {"id": 1, "tags": ["a", "b"]}
  22: map cpp_type "std::map" <i32, i32> cpp
  23: list<i32> cpp_type "std::list" cpp2
  24: set cpp_type "x" <i32 (a = "b")> (c = "d") cpp3
} (table = "items")
union Choice { 1: Item item; 2: string text }
exception Failure { 1: string message },
service Shop extends base.Root {
  void ping(),
  oneway void fire(1: i32 n);
  async void old()
  Item find(1: string key, 2: optional i32 limit = 10) throws (1: Failure f, 2: base.Gone g) (http.get = "/item")
  list<Item> (x = "y") all() (a = "1" b = "2")
} (version = "2");
