package dev.fastcodec.idl.schema;

import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;
import org.jspecify.annotations.Nullable;

/** A oneof; its members are the fields of its message that name it. */
public record Oneof(String name, Options options, Comments comments, Span span) {
    /** The same only when it is the same declaration: what it says is not compared. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
