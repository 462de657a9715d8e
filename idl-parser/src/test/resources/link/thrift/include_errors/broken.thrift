namespace java b
struct Lost 1: i32 a }
struct Half { 1: i32 = 5 }
