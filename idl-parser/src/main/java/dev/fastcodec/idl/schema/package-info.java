/**
 * What IDL means, the same for both languages: every type resolved, every default typed, nothing left to look up.
 * Immutable once linked. Generators read this and nothing before it.
 */
@NullMarked
package dev.fastcodec.idl.schema;

import org.jspecify.annotations.NullMarked;
