namespace java i
struct Self { 1: required Self self }
struct A { 1: required B b }
struct B { 1: required C c }
struct C { 1: required A a }
struct Fine { 1: Fine a, 2: optional Fine b, 3: required list<Fine> c }
union U { 1: U u }
struct Made { 1: optional Made made = {} }
struct Ping { 1: Pong pong = {"n": 1} 2: i32 n }
struct Pong { 1: i32 n, 2: list<Ping> pings = [{"n": 2}] }
struct Needs { 1: optional Needs a = {"a": {}} }
