namespace java shop.stock

enum Unit { PIECE = 1, KILOGRAM = 2 }
