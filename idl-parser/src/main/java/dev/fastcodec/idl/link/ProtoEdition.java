package dev.fastcodec.idl.link;

import dev.fastcodec.idl.link.ProtoFeatures.Presence;
import dev.fastcodec.idl.link.ProtoFeatures.Style;
import dev.fastcodec.idl.link.ProtoFeatures.Visibility;
import org.jspecify.annotations.Nullable;

/** The editions of Protobuf, proto2 and proto3 among them, with the features they start from (descriptor.proto, FeatureSet). */
enum ProtoEdition {
    PROTO2(
            "proto2",
            new ProtoFeatures(
                    Presence.EXPLICIT, false, false, false, false, true, Style.LEGACY, Visibility.EXPORT_ALL)),
    PROTO3(
            "proto3",
            new ProtoFeatures(Presence.IMPLICIT, true, true, true, false, false, Style.LEGACY, Visibility.EXPORT_ALL)),
    EDITION_2023(
            "2023",
            new ProtoFeatures(Presence.EXPLICIT, true, true, true, false, false, Style.LEGACY, Visibility.EXPORT_ALL)),
    EDITION_2024(
            "2024",
            new ProtoFeatures(
                    Presence.EXPLICIT, true, true, true, false, false, Style.STYLE2024, Visibility.EXPORT_TOP_LEVEL)),
    EDITION_2026(
            "2026",
            new ProtoFeatures(Presence.EXPLICIT, true, true, true, false, false, Style.STYLE2026, Visibility.STRICT));

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
