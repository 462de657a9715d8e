/**
 * From text to {@code ast}: one front end per language, the only place that knows ANTLR. What the grammar lets through
 * and the language forbids is refused in {@code link}.
 */
@NullMarked
package dev.fastcodec.idl.front;

import org.jspecify.annotations.NullMarked;
