package dev.fastcodec.codegen.dynamic;

import org.jspecify.annotations.Nullable;

/**
 * A field or extension of a message.
 *
 * @param name simple name
 * @param fullName name with the message or package around it
 * @param label what the text format calls it: the name, that of a group's message, or an extension's in brackets
 * @param presence whether its default value, when set, differs from no value
 * @param sourceOnly whether it is an option that plugins and programs do not get
 * @param oneof the oneof it belongs to, or null
 */
record Member(
        String name,
        String fullName,
        String label,
        int number,
        MemberType type,
        boolean repeated,
        boolean packed,
        boolean presence,
        boolean required,
        boolean deprecated,
        boolean extension,
        boolean sourceOnly,
        @Nullable String oneof) {
    /** Whether it is a map: then its elements are entries. */
    boolean isMap() {
        return type instanceof MemberType.Nested nested && nested.mapEntry();
    }
}
