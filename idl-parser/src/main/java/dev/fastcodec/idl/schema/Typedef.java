package dev.fastcodec.idl.schema;

import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;

/** Thrift's typedef, followed to a type that is none. */
public record Typedef(String name, Type type, Options options, Comments comments, Span span) {}
