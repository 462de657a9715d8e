/**
 * The javac processor: makes the types of the IDL files that {@code @IdlSource} names, while javac compiles. What is here
 * finds IDL where a compiler keeps resources and tells errors through it; there is no state file, since the build tool
 * keeps track.
 */
@NullMarked
package dev.fastcodec.codegen.apt;

import org.jspecify.annotations.NullMarked;
