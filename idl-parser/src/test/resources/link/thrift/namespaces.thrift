namespace jvaa a.b
namespace java.swift c
namespace klingon d
struct A {}
