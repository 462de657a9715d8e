/**
 * What an IDL file says, one record per kind of declaration, for both languages: names unresolved, options raw, every
 * piece with its place. What it means is in {@code schema}; between the two stands {@code link}.
 */
@NullMarked
package dev.fastcodec.idl.ast;

import org.jspecify.annotations.NullMarked;
