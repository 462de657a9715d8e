namespace java e
const i32 X = 1
