/**
 * A schema as Google's descriptors, equal to protoc's byte for byte: {@link dev.fastcodec.codegen.descriptor.Descriptors} is
 * the door. The beans are in {@code bootstrap}. What is read from descriptors is not here but in {@code plugin}.
 */
@NullMarked
package dev.fastcodec.codegen.descriptor;

import org.jspecify.annotations.NullMarked;
