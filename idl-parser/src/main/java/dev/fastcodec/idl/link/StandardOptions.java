package dev.fastcodec.idl.link;

import static dev.fastcodec.idl.link.OptionTarget.ENUM;
import static dev.fastcodec.idl.link.OptionTarget.ENUM_VALUE;
import static dev.fastcodec.idl.link.OptionTarget.EXTENSION_RANGE;
import static dev.fastcodec.idl.link.OptionTarget.FIELD;
import static dev.fastcodec.idl.link.OptionTarget.FILE;
import static dev.fastcodec.idl.link.OptionTarget.MESSAGE;
import static dev.fastcodec.idl.link.OptionTarget.METHOD;
import static dev.fastcodec.idl.link.OptionTarget.ONEOF;
import static dev.fastcodec.idl.link.OptionTarget.SERVICE;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options and features that descriptor.proto itself declares, by what they can be set on. */
final class StandardOptions {
    /** The type of a standard option. */
    sealed interface Kind {
        /** true or false. */
        record Bool() implements Kind {}

        /** A string. */
        record Text() implements Kind {}

        /** An enum's value, one of these names. */
        record OneOf(List<String> names) implements Kind {}

        /** The features of an element. */
        record FeatureSet() implements Kind {}

        /** A message that nothing here looks into. */
        record Message() implements Kind {}
    }

    /**
     * A standard option.
     *
     * @param repeated whether it may be set more than once
     * @param removedIn the edition from which it is refused, or null
     */
    record Option(Kind kind, boolean repeated, @Nullable ProtoEdition removedIn) {}

    /**
     * A feature.
     *
     * @param names its values, without the unknown one
     * @param targets what it can be set on
     * @param since the edition from which it can be set
     */
    record Feature(List<String> names, Set<OptionTarget> targets, ProtoEdition since) {
        /** The value of this number, which text format takes for its name, or null. */
        @Nullable
        String name(int number) {
            // They are numbered from 1 on, but for one that lost its first.
            int index = number - (names.contains("VERIFY") ? 2 : 1);
            return index >= 0 && index < names.size() ? names.get(index) : null;
        }
    }

    private static final Option BOOL = new Option(new Kind.Bool(), false, null);
    private static final Option TEXT = new Option(new Kind.Text(), false, null);
    private static final Option FEATURES = new Option(new Kind.FeatureSet(), false, null);
    private static final Option SUPPORT = new Option(new Kind.Message(), false, null);
    private static final Option MESSAGES = new Option(new Kind.Message(), true, null);

    private static final Map<OptionTarget, Map<String, Option>> OPTIONS = options();
    private static final Map<String, Feature> ALL_FEATURES = features();

    private StandardOptions() {}

    /** The standard options of a target by name. */
    static Map<String, Option> of(OptionTarget target) {
        return OPTIONS.getOrDefault(target, Map.of());
    }

    /** The features by name. */
    static Map<String, Feature> allFeatures() {
        return ALL_FEATURES;
    }

    private static Map<OptionTarget, Map<String, Option>> options() {
        Map<OptionTarget, Map<String, Option>> all = new EnumMap<>(OptionTarget.class);
        all.put(FILE, fileOptions());
        all.put(
                MESSAGE,
                Map.of(
                        "message_set_wire_format", BOOL,
                        "no_standard_descriptor_accessor", BOOL,
                        "deprecated", BOOL,
                        "map_entry", BOOL,
                        "deprecated_legacy_json_field_conflicts", BOOL,
                        "features", FEATURES));
        all.put(FIELD, fieldOptions());
        all.put(ONEOF, Map.of("features", FEATURES));
        all.put(
                ENUM,
                Map.of(
                        "allow_alias", BOOL,
                        "deprecated", BOOL,
                        "deprecated_legacy_json_field_conflicts", BOOL,
                        "features", FEATURES));
        all.put(
                ENUM_VALUE,
                Map.of("deprecated", BOOL, "features", FEATURES, "debug_redact", BOOL, "feature_support", SUPPORT));
        all.put(SERVICE, Map.of("deprecated", BOOL, "features", FEATURES));
        all.put(
                METHOD,
                Map.of(
                        "deprecated", BOOL,
                        "features", FEATURES,
                        "idempotency_level", oneOf("IDEMPOTENCY_UNKNOWN", "NO_SIDE_EFFECTS", "IDEMPOTENT")));
        all.put(
                EXTENSION_RANGE,
                Map.of(
                        "features",
                        FEATURES,
                        "declaration",
                        MESSAGES,
                        "verification",
                        oneOf("DECLARATION", "UNVERIFIED")));
        return Map.copyOf(all);
    }

    private static Map<String, Option> fileOptions() {
        Map<String, Option> all = new HashMap<>();
        for (String name : List.of(
                "java_package",
                "java_outer_classname",
                "go_package",
                "objc_class_prefix",
                "csharp_namespace",
                "swift_prefix",
                "php_class_prefix",
                "php_namespace",
                "php_metadata_namespace",
                "ruby_package")) {
            all.put(name, TEXT);
        }
        for (String name : List.of(
                "java_generate_equals_and_hash",
                "java_string_check_utf8",
                "cc_generic_services",
                "java_generic_services",
                "py_generic_services",
                "deprecated")) {
            all.put(name, BOOL);
        }
        all.put("java_multiple_files", new Option(new Kind.Bool(), false, ProtoEdition.EDITION_2024));
        all.put("cc_enable_arenas", new Option(new Kind.Bool(), false, ProtoEdition.EDITION_2026));
        all.put("optimize_for", oneOf("SPEED", "CODE_SIZE", "LITE_RUNTIME"));
        all.put("features", FEATURES);
        return Map.copyOf(all);
    }

    private static Map<String, Option> fieldOptions() {
        Map<String, Option> all = new HashMap<>();
        for (String name : List.of("packed", "lazy", "unverified_lazy", "deprecated", "weak", "debug_redact")) {
            all.put(name, BOOL);
        }
        all.put("json_name", TEXT);
        all.put("ctype", oneOf("STRING", "CORD", "STRING_PIECE"));
        all.put("jstype", oneOf("JS_NORMAL", "JS_STRING", "JS_NUMBER"));
        all.put("retention", oneOf("RETENTION_UNKNOWN", "RETENTION_RUNTIME", "RETENTION_SOURCE"));
        all.put("targets", new Option(targetTypes(), true, null));
        all.put("edition_defaults", MESSAGES);
        all.put("feature_support", SUPPORT);
        all.put("features", FEATURES);
        return Map.copyOf(all);
    }

    private static Kind targetTypes() {
        return new Kind.OneOf(List.of(
                "TARGET_TYPE_UNKNOWN",
                "TARGET_TYPE_FILE",
                "TARGET_TYPE_EXTENSION_RANGE",
                "TARGET_TYPE_MESSAGE",
                "TARGET_TYPE_FIELD",
                "TARGET_TYPE_ONEOF",
                "TARGET_TYPE_ENUM",
                "TARGET_TYPE_ENUM_ENTRY",
                "TARGET_TYPE_SERVICE",
                "TARGET_TYPE_METHOD"));
    }

    private static Option oneOf(String... names) {
        return new Option(new Kind.OneOf(List.of(names)), false, null);
    }

    private static Map<String, Feature> features() {
        Set<OptionTarget> field = Set.of(FIELD, FILE);
        ProtoEdition first = ProtoEdition.EDITION_2023;
        return Map.of(
                "field_presence",
                new Feature(List.of("EXPLICIT", "IMPLICIT", "LEGACY_REQUIRED"), field, first),
                "enum_type",
                new Feature(List.of("OPEN", "CLOSED"), Set.of(ENUM, FILE), first),
                "repeated_field_encoding",
                new Feature(List.of("PACKED", "EXPANDED"), field, first),
                "utf8_validation",
                new Feature(List.of("VERIFY", "NONE"), field, first),
                "message_encoding",
                new Feature(List.of("LENGTH_PREFIXED", "DELIMITED"), field, first),
                "json_format",
                new Feature(List.of("ALLOW", "LEGACY_BEST_EFFORT"), Set.of(MESSAGE, ENUM, FILE), first),
                "enforce_naming_style",
                new Feature(
                        List.of("STYLE2024", "STYLE_LEGACY", "STYLE2026"),
                        Set.of(OptionTarget.values()),
                        ProtoEdition.EDITION_2024),
                "default_symbol_visibility",
                new Feature(
                        List.of("EXPORT_ALL", "EXPORT_TOP_LEVEL", "LOCAL_ALL", "STRICT"),
                        Set.of(FILE),
                        ProtoEdition.EDITION_2024),
                "enforce_proto_limits",
                new Feature(
                        List.of("LEGACY_NO_EXPLICIT_LIMITS", "PROTO_LIMITS2026"),
                        Set.of(ENUM, MESSAGE, FIELD, ONEOF),
                        ProtoEdition.EDITION_2026));
    }
}
