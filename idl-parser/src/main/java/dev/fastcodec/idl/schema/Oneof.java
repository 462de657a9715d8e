package dev.fastcodec.idl.schema;

import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;

/** A oneof; its members are the fields of its message that name it. */
public record Oneof(String name, Options options, Comments comments, Span span) {}
