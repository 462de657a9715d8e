/**
 * Plans as Java text, by JavaPoet: beans, enums, constants. Decides nothing: what a name is, where a bit is, how a method
 * is cut, all that stands in the plan. The codecs inside beans are written by {@code format}.
 */
@NullMarked
package dev.fastcodec.codegen.java;

import org.jspecify.annotations.NullMarked;
