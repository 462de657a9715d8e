/** Tests of the benchmarks: that what they compare can be compared. */
@NullMarked
package dev.fastcodec.bench;

import org.jspecify.annotations.NullMarked;
