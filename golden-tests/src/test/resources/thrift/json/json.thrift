namespace java golden.json

enum Color {
  RED,
  default,
}

struct Point {
  1: required i32 x
  2: optional i32 y
}

struct Drawing {
  1: required string title
  2: bool hidden
  3: optional i64 id
  4: double scale
  5: optional Color color
  6: binary thumbnail
  7: list<Color> colors
  8: map<string, Point> named
  9: map<Point, i16> weights
  10: set<uuid> authors
  11: list<list<double>> grid
  12: map<list<i32>, set<list<i32>>> groups
}

union Shape {
  1: Point point
  2: string text
}
