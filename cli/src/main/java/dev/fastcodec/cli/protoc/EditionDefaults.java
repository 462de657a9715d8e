package dev.fastcodec.cli.protoc;

import dev.fastcodec.cli.protoc.FeatureDefinitions.Definition;
import dev.fastcodec.cli.protoc.Invocation.Defaults;
import dev.fastcodec.codegen.bootstrap.Edition;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FieldOptions;
import dev.fastcodec.codegen.bootstrap.FieldOptions.EditionDefault;
import dev.fastcodec.codegen.bootstrap.FieldOptions.FeatureSupport;
import dev.fastcodec.codegen.dynamic.MessageType;
import dev.fastcodec.codegen.dynamic.MessageTypes;
import dev.fastcodec.codegen.dynamic.TextReader;
import dev.fastcodec.codegen.dynamic.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code --edition_defaults_out}: what each feature is in each edition, as {@code FeatureSetDefaults}. It is told in the text
 * format first, from the {@code edition_defaults} of the fields of {@link FeatureDefinitions}.
 */
final class EditionDefaults {
    private final MessageTypes types;
    private final List<Definition> definitions;

    private EditionDefaults(ProtoFiles files) {
        types = MessageTypes.of(files.schema());
        definitions = FeatureDefinitions.of(files);
    }

    /**
     * The bytes of the defaults.
     *
     * @throws UsageError when the files do not have {@code FeatureSet}, or it or an extension of it is not as such has to be
     */
    static byte[] of(ProtoFiles files, Defaults wanted) {
        Edition minimum = Objects.requireNonNullElse(wanted.minimum(), Edition.EDITION_PROTO2);
        Edition maximum = Objects.requireNonNullElse(wanted.maximum(), Edition.EDITION_2026);
        try {
            if (minimum.number() > maximum.number()) {
                throw new UsageError("Invalid edition range, edition " + FeatureDefinitions.name(minimum)
                        + " is newer than edition " + FeatureDefinitions.name(maximum));
            }
            return new EditionDefaults(files).of(minimum, maximum);
        } catch (UsageError e) {
            throw new UsageError(wanted.file() + ": " + e.text());
        }
    }

    private byte[] of(Edition minimum, Edition maximum) {
        TreeSet<Edition> editions = editions(maximum);
        if (editions.isEmpty() || editions.first() != Edition.EDITION_LEGACY) {
            throw new UsageError("Minimum edition "
                    + FeatureDefinitions.name(editions.isEmpty() ? maximum : editions.first())
                    + " is not EDITION_LEGACY");
        } else if (minimum.number() < Edition.EDITION_LEGACY.number()) {
            throw new UsageError("Minimum edition " + FeatureDefinitions.name(minimum)
                    + " is earlier than the oldest valid edition LEGACY");
        }
        StringBuilder text = new StringBuilder();
        for (Edition edition : editions) {
            text.append("defaults { edition: ").append(edition.name());
            text.append(" overridable_features {").append(defaults(edition, false));
            text.append("} fixed_features {").append(defaults(edition, true)).append("} }\n");
        }
        text.append("minimum_edition: ").append(minimum.name());
        text.append(" maximum_edition: ").append(maximum.name());
        TextReader.Result read = TextReader.read(
                types,
                types.find("google.protobuf.FeatureSetDefaults").orElseThrow(),
                text.toString().getBytes(StandardCharsets.UTF_8));
        return WireWriter.write(
                read.message()
                        .orElseThrow(() -> new UsageError(read.reports().get(0).message())),
                true);
    }

    /** The editions in which something changes. */
    private TreeSet<Edition> editions(Edition maximum) {
        TreeSet<Edition> editions = new TreeSet<>(Comparator.comparingInt(Edition::number));
        definitions.stream()
                .flatMap(definition -> definition.features().stream())
                .map(FeatureDefinitions::options)
                .flatMap(EditionDefaults::changes)
                .filter(edition -> edition.number() <= maximum.number() || edition == Edition.EDITION_UNSTABLE)
                .forEach(editions::add);
        return editions;
    }

    private static Stream<Edition> changes(FieldOptions options) {
        Stream<Edition> defaults = options.getEditionDefaults().stream()
                .map(value -> Objects.requireNonNullElse(value.getEdition(), Edition.EDITION_UNKNOWN));
        FeatureSupport support = options.getFeatureSupport();
        return support == null
                ? defaults
                : Stream.concat(
                        defaults,
                        Stream.of(support.getEditionIntroduced(), support.getEditionRemoved())
                                .filter(Objects::nonNull));
    }

    /** The defaults of an edition: of features that files of it can set, or of those that they cannot. */
    private String defaults(Edition edition, boolean fixed) {
        StringBuilder text = new StringBuilder();
        for (Definition definition : definitions) {
            String values = defaults(definition, edition, fixed);
            String label = definition.label();
            text.append(label.isEmpty() ? values : " " + label + " {" + values + " }");
        }
        return text.toString();
    }

    /** Each value has a line of its own, since it may end with a comment. */
    private String defaults(Definition definition, Edition edition, boolean fixed) {
        MessageType type = types.find(definition.type().fullName()).orElseThrow();
        StringBuilder text = new StringBuilder();
        for (FieldDescriptorProto feature : definition.features()) {
            FieldOptions options = FeatureDefinitions.options(feature);
            if (isFixed(options.getFeatureSupport(), edition) == fixed) {
                String value = latest(options.getEditionDefaults(), edition);
                if (!TextReader.isValue(types, type, feature.getName(), value.getBytes(StandardCharsets.UTF_8))) {
                    throw new UsageError("Parsing error in edition_defaults for feature field " + type.fullName() + "."
                            + feature.getName() + ". Could not parse: " + value);
                }
                text.append(' ').append(feature.getName()).append(": ").append(value);
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** What was said for the last edition that is not after this one; there is one, since a feature has one for the first. */
    private static String latest(List<EditionDefault> values, Edition edition) {
        return values.stream()
                .filter(value -> value.editionNumber() <= edition.number())
                .reduce((a, b) -> a.editionNumber() > b.editionNumber() ? a : b)
                .map(EditionDefault::getValue)
                .orElse("");
    }

    private static boolean isFixed(@Nullable FeatureSupport support, Edition edition) {
        return support != null
                && (support.hasEditionIntroduced() && edition.number() < support.editionIntroducedNumber()
                        || support.hasEditionRemoved() && edition.number() >= support.editionRemovedNumber());
    }
}
