package dev.fastcodec.idl.link;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The editions of Protobuf, proto2 and proto3 among them, with the features they start from (descriptor.proto, FeatureSet). */
enum ProtoEdition {
    PROTO2("proto2", ProtoFeatures.FIRST),
    PROTO3(
            "proto3",
            PROTO2.features.with(Map.of(
                    "field_presence",
                    "IMPLICIT",
                    "enum_type",
                    "OPEN",
                    "repeated_field_encoding",
                    "PACKED",
                    "utf8_validation",
                    "VERIFY",
                    "json_format",
                    "ALLOW",
                    ProtoFeatures.JAVA_CLOSED_ENUM,
                    "false"))),
    EDITION_2023("2023", PROTO3.features.with(Map.of("field_presence", "EXPLICIT"))),
    EDITION_2024(
            "2024",
            EDITION_2023.features.with(Map.of(
                    "enforce_naming_style", "STYLE2024",
                    "default_symbol_visibility", "EXPORT_TOP_LEVEL"))),
    EDITION_2026(
            "2026",
            EDITION_2024.features.with(Map.of(
                    "enforce_naming_style", "STYLE2026",
                    "default_symbol_visibility", "STRICT",
                    "enforce_proto_limits", "PROTO_LIMITS2026"))),
    /** For what is being tried out; protoc takes it in its own files only, unless asked to take any. */
    EDITION_UNSTABLE("UNSTABLE", EDITION_2026.features);

    private final String label;
    private final ProtoFeatures features;

    ProtoEdition(String label, ProtoFeatures features) {
        this.label = label;
        this.features = features;
    }

    /** As written in a file. */
    String label() {
        return label;
    }

    /** Its number (descriptor.proto, Edition). */
    int number() {
        return this == EDITION_UNSTABLE ? 9999 : 998 + ordinal();
    }

    /** What holds when a file says nothing. */
    ProtoFeatures features() {
        return features;
    }

    /** Whether it is written {@code edition = …}. */
    boolean isEdition() {
        return compareTo(EDITION_2023) >= 0;
    }

    /** Whether this is {@code other} or later. */
    boolean isAtLeast(ProtoEdition other) {
        return compareTo(other) >= 0;
    }

    /** The edition that is written so, or null. */
    static @Nullable ProtoEdition of(boolean edition, String label) {
        for (ProtoEdition e : values()) {
            if (e.isEdition() == edition && e.label.equals(label)) {
                return e;
            }
        }
        return null;
    }
}
