package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.schema.Oneof;
import dev.fastcodec.idl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A declared field or extension on its way through the passes.
 *
 * @param name as the schema has it: a group's in lower case
 * @param derivedJsonName its JSON name unless it sets {@code json_name}
 * @param symbol its name; its parent is the scope in which its type is looked up
 * @param oneof the oneof it is a member of, or null
 * @param group the message that a group declares, or null
 * @param extend the declaration it stands in when it is an extension, else null
 */
record ProtoField(
        ProtoFile file,
        Decl.Field decl,
        String name,
        String derivedJsonName,
        ProtoSymbol symbol,
        ProtoFeatures features,
        ProtoOptions options,
        @Nullable Oneof oneof,
        @Nullable ProtoMessage group,
        Decl.@Nullable Extend extend) {
    boolean isRepeated() {
        return decl.label() == Decl.Field.Label.REPEATED;
    }

    /** Where its name stands. */
    Span place() {
        return decl.name().span();
    }
}
