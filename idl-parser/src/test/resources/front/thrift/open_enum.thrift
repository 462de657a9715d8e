enum E {
  A,
  B
struct C { 1: i32 c }
enum F {
  union
  service = 1
  const
}
