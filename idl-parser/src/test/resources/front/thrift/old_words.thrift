java_package com.example
cpp_namespace a.b
ruby_namespace A
senum Names { "a", "b" }
struct A { 1: slist names, 2: list<slist> more }
smalltalk_prefix
struct B {}
