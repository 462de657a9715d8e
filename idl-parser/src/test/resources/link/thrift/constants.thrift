namespace java c
const i32 FORWARD = LATER
const i32 LATER = 7
const bool T = true
const bool F = 0
const i8 BYTE = -128
const i16 HEX = 0x7fff
const i64 BIG = 9223372036854775807
const double WHOLE = 3
const double REAL = -1.5e3
const string TEXT = "naïve \u4e2d"
const binary RAW = "\xff"
const uuid ID = "01234567-89ab-cdef-0123-456789ABCDEF"
const Color NAMED = Color.GREEN
const Color NUMBERED = 5
const i32 OF_ENUM = Color.GREEN
const i64 WIDER = LATER
const double FROM_INT = LATER
const binary FROM_TEXT = TEXT
const list<i32> LIST = [1, LATER, Color.GREEN]
const set<string> SET = ["a", 'b']
const map<string, list<Color>> MAP = {"x": [Color.RED, 5], "y": []}
const Point ORIGIN = {"x": 1, "label": "o", "next": {"x": 2}}
const Choice CHOICE = {"text": "t"}
const list<Point> POINTS = [ORIGIN, {"x": LATER}]
const map<Color, Point> BY_COLOR = {Color.RED: ORIGIN}
const Alias ALIASED = Color.RED
const Color BY_ALIAS = Alias.RED
enum Color { RED, GREEN = 5 }
typedef Color Alias
struct Point {
  1: required i32 x = LATER
  2: i32 y = -1
  3: optional string label = TEXT
  4: optional Point next
  5: list<i32> numbers = LIST
  6: Color color = Color.GREEN
  7: map<string, i32> counts = {"a": 1}
  8: bool on = 1
}
union Choice { 1: i32 number, 2: string text = "default" }
const set<i32> NO_SET = {}
const list<i32> NO_LIST = {}
const map<i32, i32> NO_MAP = []
const uuid BRACED = "{01234567-89ab-cdef-0123-456789ABCDEF}"
const Choice NO_CHOICE = {}
