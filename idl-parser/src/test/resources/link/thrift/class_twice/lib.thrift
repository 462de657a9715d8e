namespace java same
struct A {} struct B {} struct D {}
