namespace go a..b
namespace java shop.2nd
struct A {}
