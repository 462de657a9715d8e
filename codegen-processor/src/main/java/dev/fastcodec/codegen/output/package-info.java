/**
 * From IDL files to a folder of Java: {@code Generation} is one whole run, {@code Outputs} puts text into the folder and
 * takes away what is stale, {@code State} remembers what a run read and made. The Maven plugin and the command line come
 * through here; the javac processor has its own way to write and is in {@code apt}. Nothing here knows what the text says.
 */
@NullMarked
package dev.fastcodec.codegen.output;

import org.jspecify.annotations.NullMarked;
