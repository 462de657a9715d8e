/**
 * From descriptors to a schema: the files of a {@code FileDescriptorSet} or of a request to a plugin. They are written as the
 * {@code .proto} text that says the same and go through the parser like any other file, so that descriptors and text get the
 * same checks and make the same Java. The other direction is in {@code dev.fastcodec.codegen.descriptor}.
 */
@NullMarked
package dev.fastcodec.codegen.image;

import org.jspecify.annotations.NullMarked;
