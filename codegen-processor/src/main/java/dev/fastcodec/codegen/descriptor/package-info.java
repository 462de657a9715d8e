/**
 * A schema as Google's descriptors, equal to protoc's byte for byte: {@link dev.fastcodec.codegen.descriptor.Descriptors} is
 * the door. The beans are in {@code bootstrap}. Reading them is not here but in {@code image}.
 */
@NullMarked
package dev.fastcodec.codegen.descriptor;

import org.jspecify.annotations.NullMarked;
