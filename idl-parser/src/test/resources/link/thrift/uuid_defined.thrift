namespace java test
typedef string uuid
struct A { 1: uuid name 2: list<i8> bytes }
