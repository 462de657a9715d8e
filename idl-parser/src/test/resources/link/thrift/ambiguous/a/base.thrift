namespace java a
struct Item {} struct OnlyA {} const i32 LIMIT = 1
