/**
 * Where IDL text is and where in it something stands: sources, spans, comments, and the path of folders and jars on which
 * imports are looked up. Nothing here knows what the text means.
 */
@NullMarked
package dev.fastcodec.idl.source;

import org.jspecify.annotations.NullMarked;
