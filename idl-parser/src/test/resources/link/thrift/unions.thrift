namespace java u
union Empty {}
union Required { 1: required i32 a, 2: optional i32 b }
union Defaults { 1: i32 a = 1, 2: i32 b = 2, 3: i32 c, 4: i32 d = 4 }
