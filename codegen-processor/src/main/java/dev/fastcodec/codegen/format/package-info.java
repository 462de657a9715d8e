/**
 * The codecs of beans, one class per wire format, in the shape that was measured to be the fastest: static methods over
 * the array and the position. Which fields go into which method stands in the plan.
 */
@NullMarked
package dev.fastcodec.codegen.format;

import org.jspecify.annotations.NullMarked;
