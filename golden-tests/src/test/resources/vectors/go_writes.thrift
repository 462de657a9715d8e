// Types for the bytes in thriftgo-fastgo.checked.tsv: a field of every kind for each requiredness, with and without defaults.
namespace go gowrites
namespace java gowrites

enum Level {
  LOW = 1
  HIGH = 2
}

struct Inner {
  1: string text
  2: i32 number
}

struct Plain {
  1: bool flag
  2: i8 tiny
  3: i16 small
  4: i32 number
  5: i64 large
  6: double ratio
  7: string text
  8: binary bytes
  9: list<i32> numbers
  10: set<string> words
  11: map<string, i64> counts
  12: Inner inner
  13: Level level
  14: list<Inner> inners
  15: map<i32, list<Inner>> groups
}

struct Required {
  1: required bool flag
  2: required i32 number
  3: required string text
  4: required binary bytes
  5: required list<i32> numbers
  6: required set<string> words
  7: required map<string, Inner> byName
  8: required Inner inner
  9: required Level level
}

struct Optional {
  1: optional bool flag
  2: optional i32 number
  3: optional string text
  4: optional binary bytes
  5: optional list<i32> numbers
  6: optional map<string, i64> counts
  7: optional Inner inner
  8: optional Level level
}

struct Defaults {
  1: bool flag = true
  2: i32 number = 7
  3: string text = "x"
  4: list<i32> numbers = [1, 2]
  5: optional i32 optionalNumber = 8
  6: optional string optionalText = "y"
  7: optional list<i32> optionalNumbers = [3]
  8: Level level = Level.HIGH
}

struct Outer {
  1: Plain plain
  2: required Required must
  3: optional Optional may
  4: list<Plain> plains
  5: map<string, Inner> named
}
