const string A = "bad \q escape"
const string B = "hex \x4 short"
const string C = "unicode \u12 short"
const string D = "half \ud83d of a pair"
const string E = "not closed
const string F = 'not closed either
const string G = "ends in a backslash\
const string H = "fine"
const string I = "two \a \0 of them"
struct A { 1: string a = "open
  2: string b }
