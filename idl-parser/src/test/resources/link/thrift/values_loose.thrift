namespace java v
enum E { X, Y = 5 }
enum Other { Z }
const E A = Nothing.X
const E B = Other.Y
const list<E> C = [no.such.X]
