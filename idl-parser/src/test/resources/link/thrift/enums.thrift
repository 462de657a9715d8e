namespace java e
enum Empty {}
enum Twice { A, B, A = 7, C = 1, D = 0 }
enum Range { MAX = 2147483647, OVER, BELOW = -2147483649, HEX = 0x80000000, FINE = 3 }
