// Every base type, in each requiredness.
namespace java golden.structs

enum Level {
  LOW = 1,
  HIGH = 3,
}

/** The inner one. */
struct Inner {
  1: i32 n
}

struct Structs {
  1: required i32 id
  2: required string name
  3: bool flag
  4: i8 small
  5: i16 medium
  6: i64 big
  7: double exact
  8: string text // At the end of the line.
  9: binary raw
  10: uuid key
  11: Level level
  12: Inner inner
  21: optional bool maybe_flag
  22: optional i32 maybe_n = 7
  23: optional string maybe_text = "none"
  24: optional Level maybe_level = Level.HIGH
  40: optional Inner maybe_inner
  41: optional uuid maybe_key
}
