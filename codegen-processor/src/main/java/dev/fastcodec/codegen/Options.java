package dev.fastcodec.codegen;

import dev.fastcodec.idl.ImplicitIds;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.FileInfo.Language;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Every choice that changes what is generated.
 *
 * @param formats the wire formats to make codecs for, as far as they exist for a type's IDL
 * @param unknownFields what happens to fields that the schema does not know
 * @param javaPackageSuffix what every Java package ends in besides, without a dot in front; empty for nothing
 * @param nullAnnotations which annotations say what may be null
 * @param unionReading what happens to a Thrift union of several members
 * @param services whether services become interfaces
 * @param descriptors whether services of Protobuf carry the descriptors of their files
 * @param implicitIds what a Thrift field without a positive id means
 * @param warnings the warnings that are told
 * @param fatalWarnings whether a warning that is told makes the run fail
 */
public record Options(
        Set<WireFormat> formats,
        UnknownFields unknownFields,
        String javaPackageSuffix,
        NullAnnotations nullAnnotations,
        UnionReading unionReading,
        boolean services,
        boolean descriptors,
        ImplicitIds implicitIds,
        Set<Problem> warnings,
        boolean fatalWarnings) {
    /** The wire formats, each with the IDL that it is for. */
    public enum WireFormat {
        /** Protobuf's binary format. */
        PROTO(Language.PROTO),
        /** Thrift's Binary protocol. */
        BINARY(Language.THRIFT),
        /** Thrift's Compact protocol. */
        COMPACT(Language.THRIFT),
        /** Thrift's typed JSON, libthrift's {@code TJSONProtocol}. */
        TJSON(Language.THRIFT),
        /** What libthrift's {@code TSimpleJSONProtocol} writes. */
        SIMPLE_JSON(Language.THRIFT),
        /** JSON that people read; for Protobuf the one that it defines. */
        JSON(Language.PROTO, Language.THRIFT),
        /** Protobuf's text format. */
        TEXT(Language.PROTO);

        private final Set<Language> languages;

        WireFormat(Language... languages) {
            this.languages = Set.of(languages);
        }

        /** Whether types of this language can have it. */
        public boolean isFor(Language language) {
            return languages.contains(language);
        }
    }

    /** What happens to unknown fields. */
    public enum UnknownFields {
        /** Kept as raw bytes and written back. */
        KEEP,
        /** Skipped. */
        DROP
    }

    /** Annotations on getters and setters. */
    public enum NullAnnotations {
        /** None. */
        NONE,
        /** Those of JSpecify; the user's class path must have them. */
        JSPECIFY
    }

    /** What reading a Thrift union does when several members come; none is refused always. */
    public enum UnionReading {
        /** Refuses them. */
        STRICT,
        /** The last one counts, as in Go. */
        LAST
    }

    /** The options by name, with their values, defaults and documentation. */
    public static final List<Option> ALL = List.of(
            new Option(
                    "formats",
                    names(WireFormat.values()),
                    "proto,binary,compact,json",
                    true,
                    false,
                    "wire formats to make codecs for; those of the other IDL are passed over"),
            new Option(
                    "unknownFields",
                    names(UnknownFields.values()),
                    "keep",
                    false,
                    false,
                    "whether fields that the schema does not know are kept and written back"),
            new Option(
                    "javaPackageSuffix",
                    List.of("PACKAGE"),
                    "",
                    false,
                    false,
                    "what every Java package ends in besides, so that classes of other compilers have room in the same program"),
            new Option(
                    "nullAnnotations",
                    names(NullAnnotations.values()),
                    "none",
                    false,
                    false,
                    "annotations that say what may be null"),
            new Option(
                    "unionReading",
                    names(UnionReading.values()),
                    "strict",
                    false,
                    false,
                    "whether a Thrift union of which several members come is refused, or the last one counts"),
            new Option(
                    "services",
                    List.of("true", "false"),
                    "true",
                    false,
                    false,
                    "whether services become interfaces to call and to implement"),
            new Option(
                    "descriptors",
                    List.of("true", "false"),
                    "false",
                    false,
                    false,
                    "whether services of Protobuf carry the descriptors of their files and imports, which gRPC's reflection tells"),
            new Option(
                    "implicitIds",
                    names(ImplicitIds.values()),
                    "error",
                    false,
                    true,
                    "what a Thrift field without a positive id means, which Apache's compiler and thriftgo number differently"),
            new Option(
                    "warnings",
                    Warnings.VALUES,
                    "all",
                    true,
                    true,
                    "which warnings are told: those named, or all but those named with a dash before"),
            new Option(
                    "fatalWarnings",
                    List.of("true", "false"),
                    "false",
                    false,
                    true,
                    "whether a warning makes the run fail, with nothing written"));

    /** All defaults. */
    public static final Options DEFAULT = of(Map.of());

    /** Copies the sets. */
    public Options {
        formats = Set.copyOf(formats);
        warnings = Set.copyOf(warnings);
    }

    /**
     * Options from their text.
     *
     * @param texts values by name; a name that is missing has its default
     * @throws IllegalArgumentException with a message for the user, when a name or value is unknown
     */
    public static Options of(Map<String, String> texts) {
        for (String name : texts.keySet()) {
            if (ALL.stream().noneMatch(o -> o.name().equals(name))) {
                throw new IllegalArgumentException("unknown option \"" + name + "\"");
            }
        }
        EnumSet<WireFormat> formats = EnumSet.noneOf(WireFormat.class);
        for (String format : texts("formats", texts)) {
            formats.add(WireFormat.valueOf(format));
        }
        return new Options(
                formats,
                UnknownFields.valueOf(texts("unknownFields", texts).get(0)),
                packageSuffix(texts.getOrDefault("javaPackageSuffix", "")),
                NullAnnotations.valueOf(texts("nullAnnotations", texts).get(0)),
                UnionReading.valueOf(texts("unionReading", texts).get(0)),
                Boolean.parseBoolean(texts("services", texts).get(0)),
                Boolean.parseBoolean(texts("descriptors", texts).get(0)),
                ImplicitIds.valueOf(texts("implicitIds", texts).get(0)),
                Warnings.told(texts.getOrDefault("warnings", "all")),
                Boolean.parseBoolean(texts("fatalWarnings", texts).get(0)));
    }

    private static String packageSuffix(String text) {
        String suffix = text.trim();
        if (!suffix.isEmpty() && !SourceVersion.isName(suffix, SourceVersion.RELEASE_17)) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no value of option \"javaPackageSuffix\", which takes the name of a Java package");
        }
        return suffix;
    }

    private static List<String> texts(String name, Map<String, String> texts) {
        Option option =
                ALL.stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
        String text = texts.getOrDefault(name, option.defaultValue());
        List<String> values = new ArrayList<>();
        for (String part : option.list() ? text.split(",", -1) : new String[] {text}) {
            String value = part.trim().toLowerCase(Locale.ROOT);
            if (!option.values().contains(value)) {
                throw new IllegalArgumentException("\"" + part + "\" is no value of option \"" + name
                        + "\", which takes " + String.join(", ", option.values()));
            }
            values.add(value.toUpperCase(Locale.ROOT));
        }
        return values;
    }

    private static List<String> names(Enum<?>[] values) {
        List<String> names = new ArrayList<>();
        for (Enum<?> value : values) {
            names.add(value.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
