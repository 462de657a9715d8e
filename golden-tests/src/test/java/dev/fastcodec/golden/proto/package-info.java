/**
 * Generated Protobuf code against protobuf-java: random schemas and values, odd and hostile bytes, real IDL, big types.
 * Descriptors are the source of truth: printed as {@code .proto} text they go through the whole compiler, and as they are
 * they make the {@code DynamicMessage} that serves as the oracle, so that no protoc is needed.
 */
@NullMarked
package dev.fastcodec.golden.proto;

import org.jspecify.annotations.NullMarked;
