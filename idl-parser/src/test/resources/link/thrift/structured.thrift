package "example.com/test"
namespace java s
@Old @x.New{f = 1}
struct A { @Note 1: i32 a (b) }
