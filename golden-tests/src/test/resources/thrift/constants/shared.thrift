namespace java golden.constants.shared

enum Level { LOW = -1, HIGH = 7 }

const i32 MOST = 0x40
const Level LEVEL = Level.HIGH
