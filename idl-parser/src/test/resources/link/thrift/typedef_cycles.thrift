namespace java t
typedef A A
typedef C B
typedef D C
typedef B D
typedef list<E> E
typedef map<string, F> G
typedef G F
struct S { 1: A a, 2: B b, 3: E e, 4: G g }
