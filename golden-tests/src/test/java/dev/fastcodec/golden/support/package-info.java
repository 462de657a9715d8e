/**
 * What the tests of generated code share: from IDL to loaded classes, beans by reflection, the seed of random tests. No
 * tests, and nothing that knows a wire format.
 */
@NullMarked
package dev.fastcodec.golden.support;

import org.jspecify.annotations.NullMarked;
