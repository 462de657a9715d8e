namespace java a
struct Old {}
