namespace java n
struct self { 1: i32 class, 2: i32 END }
enum E { begin, X }
service S { void delete(1: i32 from) }
const i32 yield = 1
struct a.b { 1: i32 c.d }
enum F { G.H }
service T { void i.j() }
