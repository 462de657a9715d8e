/**
 * The door of the parser: {@code Idl} loads IDL files into a schema. How that is done is in the rooms behind it:
 * {@code source}, {@code front}, {@code ast}, {@code link}, {@code schema}, {@code diag}.
 */
@NullMarked
package dev.fastcodec.idl;

import org.jspecify.annotations.NullMarked;
