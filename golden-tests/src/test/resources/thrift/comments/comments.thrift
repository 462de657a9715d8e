// Not a comment of anything that Java has.
namespace java golden.comments

/** Sizes. */
enum Size {
  /** Less than <b>ten</b> & more. */
  SMALL = 1,
  LARGE = 2, // ends with */ and {@link Foo} \u002a/
  OLD = 3 (deprecated = "use LARGE"),
  NEW = 4 (deprecated = "false"),
}

/**
 * A thing.
 *   indented @param x
 */
struct Thing {
  /** Its name. */
  1: string name
  2: i32 count // how many
  # a shell comment
  3: optional list<Size> sizes
  /** In pixels. */
  4: binary picture
  5: i32 gone (deprecated)
  /** Its size. */
  6: Size size
}

/** One of two. */
union Either {
  /** The first. */
  1: i32 first
  /** The second. */
  2: Thing second (deprecated)
}

/** It failed. */
exception Failed {
  /** Why. */
  1: string why
} (deprecated)

/** The most. */
const i32 MOST = 3
/** The first thing. */
const Thing FIRST = {"name": "x"}
