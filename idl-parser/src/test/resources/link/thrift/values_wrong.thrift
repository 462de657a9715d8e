namespace java v
enum E { X, Y = 5 }
enum Other { X }
struct P { 1: i32 x, 2: string s, 3: Gone g }
union U { 1: i32 a, 2: i32 b }
const bool A = 2
const bool B = "true"
const bool C = TRUE
const i8 D = 300
const i8 E1 = -129
const i16 F = 32768
const i32 G = 3000000000
const i64 H = 9223372036854775808
const i32 I = 1.5
const i32 J = "5"
const i32 K = true
const double L = "1"
const string M = 5
const string N = "\xff"
const binary O = 5
const uuid Q = "not-a-uuid"
const E R = X
const E S = E.Z
const E T = 7
const E U1 = Other.X
const E V = "X"
const E W = 99999999999
const i8 W2 = E.Y
const string W3 = E.Y
const list<i32> AA = {"a": 1}
const list<i32> AB = [1, "a", 2.5]
const set<i32> AC = 5
const map<string, i32> AD = ["a"]
const map<string, i32> AE = {"a": "b", 5: 1}
const P AF = {"y": 1, "xx": 2, "s": 3}
const P AG = {x: 1, 5: 2}
const P AH = {"x": 1, "x": 2}
const P AI = [1]
const P AJ = {"g": 1}
const U AK = {"a": 1, "b": 2}
const U AL = {}
const i32 AM = AN
const i32 AN = AO
const i32 AO = AM
const i32 AP = MISSING
const i32 AQ = E.MISSING
const i32 AR = no.such.thing
const i8 AS = G2
const i32 G2 = 1000
const string AT = AF
const Gone AU = 5
struct Defaults { 1: i8 a = 1000, 2: E e = Other.X, 3: list<string> l = [1], 4: i32 fine = 1 }
service Service { void f(1: i8 a = 1000) }
