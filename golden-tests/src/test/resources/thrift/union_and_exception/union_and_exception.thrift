namespace java golden.union

struct Card {
  1: string number
}

/** One way to pay. */
union Payment {
  1: Card card
  2: string voucher
  3: i64 cents
  4: list<i32> parts
}

exception OutOfStock {
  1: string message
  2: i32 left
  3: list<string> cause
}
