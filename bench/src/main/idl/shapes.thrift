// The five shapes that are measured, in Thrift. shapes.proto has the same.
namespace java dev.fastcodec.bench.thrift

enum Player {
  JAVA = 0,
  FLASH = 1
}

enum Scale {
  SMALL = 0,
  LARGE = 1
}

struct Image {
  1: string uri,
  2: optional string title,
  3: i32 width,
  4: i32 height,
  5: Scale scale
}

struct Media {
  1: string uri,
  2: optional string title,
  3: i32 width,
  4: i32 height,
  5: string format,
  6: i64 duration,
  7: i64 length,
  8: i32 bitrate,
  9: list<string> persons,
  10: Player player,
  11: optional string copyright
}

// A small record of strings, numbers and enums: what a web service answers.
struct MediaContent {
  1: list<Image> images,
  2: Media media
}

// Twenty scalars of every kind, and two lists.
struct Numeric {
  1: i32 i1,
  2: i32 i2,
  3: i32 i3,
  4: i32 i4,
  5: i16 i5,
  6: i16 i6,
  7: i8 i7,
  8: i64 l1,
  9: i64 l2,
  10: i64 l3,
  11: i64 l4,
  12: i64 l5,
  13: i64 l6,
  14: i64 l7,
  15: double d1,
  16: double d2,
  17: double f1,
  18: double f2,
  19: bool b1,
  20: bool b2,
  21: list<i32> ints,
  22: list<double> doubles
}

// Ten short strings, two long ones, one that is not ASCII.
struct Strings {
  1: string s1,
  2: string s2,
  3: string s3,
  4: string s4,
  5: string s5,
  6: string s6,
  7: string s7,
  8: string s8,
  9: string s9,
  10: string s10,
  11: string long1,
  12: string long2,
  13: string chinese
}

struct Node {
  1: i64 id,
  2: string name,
  3: double weight,
  4: list<Node> children
}

// Messages in messages, and a map.
struct Tree {
  1: Node root,
  2: map<string, i32> weights
}

// One large field.
struct Bytes {
  1: binary content
}
