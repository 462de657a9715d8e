namespace java golden.containers

enum Color {
  RED,
  BLUE,
}

struct Point {
  1: i32 x
  2: i32 y
}

typedef list<Point> Path

struct Containers {
  1: list<i32> numbers
  2: optional list<string> texts
  3: required Path path
  4: set<string> tags
  5: set<binary> keys
  6: map<string, i64> counts
  7: map<Point, list<Color>> colors
  8: list<map<i32, set<Color>>> deep
  9: list<bool> flags
  10: list<uuid> ids
}
