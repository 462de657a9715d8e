/**
 * Protobuf messages whose type is known only at run time: values by field of a schema, their bytes, and the text format. It
 * serves {@code protoc --encode} and {@code --decode} and the values of custom options. Nothing here is on a user's run-time
 * class path: generated codecs are elsewhere, and faster.
 */
@NullMarked
package dev.fastcodec.codegen.dynamic;

import org.jspecify.annotations.NullMarked;
