namespace java v
enum E { X, Y }
const set<i32> A = [1, 2, 1, 0x1]
const set<string> B = ["a", 'a']
const set<E> C = [E.X, 0, E.Y]
const map<string, i32> D = {"a": 1, "a": 2}
const set<binary> F = ["\x01", "\x01"]
const set<list<i32>> G = [[1], [1]]
