struct list { 1: i32 a }
enum E { map, A }
enum struct { A }
typedef i32 set
const i32 string = 1
service S { void union() }
service service {}
exception xsd_all {}
struct Good {}
