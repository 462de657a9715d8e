namespace java near
struct Near {}
const i32 LIMIT = 5
