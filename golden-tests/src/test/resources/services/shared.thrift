namespace java calls.shared

service Base {
  void ping() (cost = "low")
  i32 Add(1: i32 a, 2: i32 b)
}
