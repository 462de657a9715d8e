/* Copyright
 * of the file */

# Hash comment,
# on two lines.
namespace java a // behind the namespace

/**
 * Doc text of the struct.
 *
 * Second paragraph.
 **/
// A line comment between.
struct A { // Behind the brace.
  // Before the first.
  1: i32 first, // Behind the first.
  // Detached from the second.

  2: i32 second /* behind */, /* and again */
  /** Doc of the third. */ 3: i32 third
  4: i32 fourth # Hash behind.
  /*
     Block without stars,
       indented.
   */
  5: i32 fifth
  //
  6: i32 sixth ///< Behind with three slashes.
  // Nothing follows.
}

enum E { X, /* before Y */ Y } // Behind one line.

/* first */ /* second */ /* third */
const i32 C = 1; /* behind C */ // and this

service S {
  /** Doc of f. */
  void f(/* before a */ 1: i32 a, // Behind a.
    2: i32 b) throws (1: E e) // Behind f.
}
// The end.
