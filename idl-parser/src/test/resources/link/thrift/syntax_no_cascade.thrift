namespace java s
struct A 1: i32 a }
struct B { 1: A a, 2: i32 = 5, 3: i32 c = D }
const i32 D =
const B E = {"b": 1}
enum F { X = , Y }
const F G = F.X
