/**
 * From schema to Java text. {@code Codegen} is the door, {@code Options} the only list of options. Decisions are made in
 * {@code plan}; {@code java} and {@code format} write them down; {@code output} and {@code apt} are the only rooms that
 * touch files.
 */
@NullMarked
package dev.fastcodec.codegen;

import org.jspecify.annotations.NullMarked;
