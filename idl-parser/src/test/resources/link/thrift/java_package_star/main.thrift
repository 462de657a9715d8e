namespace * shop..stock
struct A {}
