package dev.fastcodec.idl.link;

import java.util.Map;

/**
 * The features that hold for a declaration: those of the edition, changed by the file, by each enclosing message and by the
 * declaration itself (descriptor.proto, FeatureSet).
 *
 * @param presence {@code field_presence}
 * @param openEnums {@code enum_type}
 * @param packed {@code repeated_field_encoding}
 * @param verifyUtf8 {@code utf8_validation}
 * @param javaUtf8 {@code (pb.java).utf8_validation} is VERIFY, or the file has {@code java_string_check_utf8}: text is checked
 *     whatever {@code utf8_validation} says
 * @param legacyClosedEnum {@code (pb.java).legacy_closed_enum}: a field's enum is taken for closed even if it is not, as proto2 does
 * @param delimited {@code message_encoding}
 * @param legacyJson {@code json_format} is LEGACY_BEST_EFFORT
 * @param style {@code enforce_naming_style}
 * @param visibility {@code default_symbol_visibility}
 * @param limited {@code enforce_proto_limits} is PROTO_LIMITS2026
 */
record ProtoFeatures(
        Presence presence,
        boolean openEnums,
        boolean packed,
        boolean verifyUtf8,
        boolean javaUtf8,
        boolean legacyClosedEnum,
        boolean delimited,
        boolean legacyJson,
        Style style,
        Visibility visibility,
        boolean limited) {
    /** Values of {@code field_presence}. */
    enum Presence {
        EXPLICIT,
        IMPLICIT,
        LEGACY_REQUIRED
    }

    /** Values of {@code enforce_naming_style}; STYLE_LEGACY enforces none. */
    enum Style {
        LEGACY,
        STYLE2024,
        STYLE2026
    }

    /** Values of {@code default_symbol_visibility}. */
    enum Visibility {
        EXPORT_ALL,
        EXPORT_TOP_LEVEL,
        LOCAL_ALL,
        STRICT
    }

    /** What proto2 started with. */
    static final ProtoFeatures FIRST = new ProtoFeatures(
            Presence.EXPLICIT,
            false,
            false,
            false,
            false,
            true,
            false,
            true,
            Style.LEGACY,
            Visibility.EXPORT_ALL,
            false);

    /** The names under which {@link #with} takes protobuf-java's own features. */
    static final String JAVA_UTF8 = "(pb.java).utf8_validation";

    static final String JAVA_CLOSED_ENUM = "(pb.java).legacy_closed_enum";

    /** These features with some set anew, by the names of descriptor.proto. */
    ProtoFeatures with(Map<String, String> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        String newStyle = changes.get("enforce_naming_style");
        String newVisibility = changes.get("default_symbol_visibility");
        String newPresence = changes.get("field_presence");
        return new ProtoFeatures(
                newPresence == null ? presence : Presence.valueOf(newPresence),
                is(changes, "enum_type", "OPEN", openEnums),
                is(changes, "repeated_field_encoding", "PACKED", packed),
                is(changes, "utf8_validation", "VERIFY", verifyUtf8),
                is(changes, JAVA_UTF8, "VERIFY", javaUtf8),
                is(changes, JAVA_CLOSED_ENUM, "true", legacyClosedEnum),
                is(changes, "message_encoding", "DELIMITED", delimited),
                is(changes, "json_format", "LEGACY_BEST_EFFORT", legacyJson),
                newStyle == null ? style : newStyle.equals("STYLE_LEGACY") ? Style.LEGACY : Style.valueOf(newStyle),
                newVisibility == null ? visibility : Visibility.valueOf(newVisibility),
                is(changes, "enforce_proto_limits", "PROTO_LIMITS2026", limited));
    }

    private static boolean is(Map<String, String> changes, String name, String yes, boolean otherwise) {
        String value = changes.get(name);
        return value == null ? otherwise : value.equals(yes);
    }
}
