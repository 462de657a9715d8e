// Types for the byte vectors beside this file, as told by their descriptions.
namespace java vectors

struct Empty {}

struct Req {
  1: string msg
  2: optional i32 n
}

struct Full {
  1: bool b
  2: i8 y
  3: i16 s
  4: i32 i
  5: i64 l
  6: double d
  7: string t
  8: binary bin
  9: list<i32> xs
  10: set<string> ss
  11: map<string, i64> m
  200: Req r
  201: map<string, i64> e
}

struct Bools {
  1: optional bool a
  2: optional bool b
}

// As the text vectors name the fields.
struct TrueFalse {
  1: optional bool t
  2: optional bool f
}

struct Mixed {
  5: optional i32 a
  3: optional i32 b
  4: optional i32 c
}

struct I8s {
  1: optional i8 a
  2: optional i8 b
}

struct I16s {
  1: optional i16 a
  2: optional i16 b
  3: optional i16 c
}

struct I32s {
  1: optional i32 a
  2: optional i32 b
  3: optional i32 c
  4: optional i32 d
  5: optional i32 e
}

struct I64s {
  1: optional i64 a
  2: optional i64 b
  3: optional i64 c
  4: optional i64 d
}

struct Doubles {
  1: optional double a
  2: optional double b
  3: optional double c
  4: optional double d
  5: optional double e
  6: optional double f
  7: optional double g
}

struct Text {
  1: string s
}

struct Bytes {
  1: binary b
}

struct Id {
  1: uuid u
}

struct Gaps {
  1: optional i32 a
  16: optional i32 b
  32: optional i32 c
  32767: optional i32 d
}

struct Nested {
  3: optional i32 a
  4: Req r
  5: optional i32 b
}

struct ListBool {
  1: list<bool> x
}

struct ListI8 {
  1: list<i8> x
}

struct ListI32 {
  1: list<i32> x
}

struct ListI64 {
  1: list<i64> x
}

struct ListList {
  1: list<list<i32>> x
}

struct ListReq {
  1: list<Req> x
}

struct ListUuid {
  1: list<uuid> x
}

struct SetI32 {
  1: set<i32> x
}

struct SetString {
  1: set<string> x
}

struct MapI32I32 {
  1: map<i32, i32> x
}

struct MapI32String {
  1: map<i32, string> x
}

struct MapBoolBool {
  1: map<bool, bool> x
}

struct MapDoubleList {
  1: map<double, list<i32>> x
}

struct MapReq {
  1: map<Req, i32> x
}

struct Containers {
  1: list<i32> x
  2: set<string> y
  3: map<i32, string> z
}

struct Self {
  1: optional Self self
}

struct FarList {
  9: list<i32> x
}

union Either {
  1: i32 a
  2: i32 b
}

struct Required {
  1: required string a
  2: required i32 b
  3: optional i32 c
  4: required list<i32> d
}

exception Ex {
  1: i32 code
}

struct echo_args {
  1: Req req
}

// Field 0 of a result, success, has no place in a struct of one's own.
struct echo_result {
  1: Ex e
}

struct ApplicationException {
  1: string message
  2: i32 type
}
