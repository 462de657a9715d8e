namespace java b
struct Item {} struct OnlyB {} const i32 LIMIT = 2
