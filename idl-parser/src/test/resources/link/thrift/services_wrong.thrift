namespace java s
service Twice { void f(), i32 f() }
service Base { void ping() }
service Middle extends Base {}
service Derived extends Middle { void ping(1: i32 a) }
service Self extends Self {}
service One extends Two {}
service Two extends Three {}
service Three extends One {}
service Lost extends Bsae {}
service NoService extends Item {}
struct Item {}
exception Gone {}
service Functions {
  oneway i32 a()
  oneway void b() throws (1: Gone g)
  async void c()
  void d(1: optional i32 x, 2: required i32 y)
  void e() throws (1: required Gone g)
  void f() throws (1: Item i, 2: string s, 3: list<Gone> l)
  Itme g(1: Nothing n)
}
service Streams {
  oneway void a(1: Item i) (streaming.mode = "client")
  Item b(1: Item i) (streaming.mode = "both")
  Item c(1: Item i) (streaming.mode = "client", streaming.mode = "server")
  Item d() (streaming.mode = "server")
  Item e(1: Item i, 2: Item j) (streaming.mode = "bidirectional")
  void f(1: Item i) (streaming.mode = "client")
  list<Item> g(1: Item i) (streaming.mode = "client")
  Item h(1: string s) (streaming.mode = "server")
}
