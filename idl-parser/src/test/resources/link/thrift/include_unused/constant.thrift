namespace java c
const i32 C = 1
