package dev.fastcodec.idl.schema;

import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;

/** Thrift's constant; the value fits the type. */
public record Constant(String name, Type type, Value value, Options options, Comments comments, Span span) {}
