package dev.fastcodec.cli.protoc;

import dev.fastcodec.cli.protoc.Invocation.Defaults;
import dev.fastcodec.codegen.bootstrap.DescriptorProto;
import dev.fastcodec.codegen.bootstrap.Edition;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FieldOptions;
import dev.fastcodec.codegen.bootstrap.FileDescriptorProto;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.codegen.dynamic.MessageTypes;
import dev.fastcodec.codegen.dynamic.TextReader;
import dev.fastcodec.codegen.dynamic.WireWriter;
import dev.fastcodec.idl.schema.SchemaFile;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code --edition_defaults_out}: what each feature is in each edition, as {@code FeatureSetDefaults}. It is told in the text
 * format first, from the {@code edition_defaults} of the fields of {@code FeatureSet} and of its extensions.
 */
final class EditionDefaults {
    private static final String FEATURE_SET = "google.protobuf.FeatureSet";
    private static final Descriptors.Details ALL = new Descriptors.Details(false, true);

    private final Map<String, DescriptorProto> messages = new LinkedHashMap<>();
    /** Messages of features by how the text format calls the field they are in; those of {@code FeatureSet} itself under "". */
    private final Map<String, DescriptorProto> features = new LinkedHashMap<>();

    private EditionDefaults(ProtoFiles files) {
        Map<Integer, FieldDescriptorProto> extensions = new TreeMap<>();
        Map<Integer, String> names = new TreeMap<>();
        for (SchemaFile file : files.schema().files()) {
            FileDescriptorProto descriptor = files.descriptors().of(file, ALL);
            String prefix = descriptor.getPackage() == null ? "." : "." + descriptor.getPackage() + ".";
            descriptor.getMessageType().forEach(message -> add(prefix, message));
            descriptor.getExtension().stream()
                    .filter(EditionDefaults::isFeature)
                    .forEach(extension -> {
                        extensions.put(extension.getNumber(), extension);
                        names.put(extension.getNumber(), "[" + prefix.substring(1) + extension.getName() + "]");
                    });
        }
        features.put("", required("." + FEATURE_SET));
        extensions.forEach((number, extension) -> features.put(
                Objects.requireNonNull(names.get(number)), required(String.valueOf(extension.getTypeName()))));
    }

    private void add(String prefix, DescriptorProto message) {
        messages.put(prefix + message.getName(), message);
    }

    private static boolean isFeature(FieldDescriptorProto extension) {
        return ("." + FEATURE_SET).equals(extension.getExtendee());
    }

    private DescriptorProto required(String name) {
        return Optional.ofNullable(messages.get(name))
                .orElseThrow(() -> new UsageError(name.substring(1)
                        + " is not among the files: google/protobuf/descriptor.proto must be on the import path"));
    }

    /**
     * The bytes of the defaults.
     *
     * @throws UsageError when the files do not have {@code FeatureSet}, or a feature has no default for an edition
     */
    static byte[] of(ProtoFiles files, Defaults wanted) {
        Edition minimum = edition(wanted.minimum(), Edition.EDITION_PROTO2);
        Edition maximum = edition(wanted.maximum(), Edition.EDITION_2026);
        if (minimum.number() > maximum.number()) {
            throw new UsageError(wanted.file() + ": Invalid edition range, edition " + name(minimum)
                    + " is newer than edition " + name(maximum));
        }
        String text = new EditionDefaults(files).text(minimum, maximum);
        MessageTypes types = MessageTypes.of(files.schema());
        TextReader.Result read = TextReader.read(
                types,
                types.find("google.protobuf.FeatureSetDefaults").orElseThrow(),
                text.getBytes(StandardCharsets.UTF_8));
        return WireWriter.write(
                read.message()
                        .orElseThrow(() -> new UsageError(
                                wanted.file() + ": " + read.reports().get(0).message())),
                true);
    }

    private static Edition edition(@Nullable String name, Edition otherwise) {
        return name == null ? otherwise : Edition.valueOf("EDITION_" + name);
    }

    private static String name(Edition edition) {
        return edition.name().replace("EDITION_", "");
    }

    private String text(Edition minimum, Edition maximum) {
        StringBuilder text = new StringBuilder();
        for (Edition edition : editions(maximum)) {
            text.append("defaults { edition: ").append(edition.name());
            text.append(" overridable_features {").append(defaults(edition, false));
            text.append("} fixed_features {").append(defaults(edition, true)).append("} }\n");
        }
        return text.append("minimum_edition: ")
                .append(minimum.name())
                .append(" maximum_edition: ")
                .append(maximum.name())
                .toString();
    }

    /** The editions in which something changes. */
    private Iterable<Edition> editions(Edition maximum) {
        TreeSet<Edition> editions = new TreeSet<>(Comparator.comparingInt(Edition::number));
        features.values().stream()
                .flatMap(message -> message.getField().stream())
                .map(FieldDescriptorProto::getOptions)
                .filter(Objects::nonNull)
                .flatMap(EditionDefaults::changes)
                .filter(edition -> edition.number() <= maximum.number() || edition == Edition.EDITION_UNSTABLE)
                .forEach(editions::add);
        return editions;
    }

    private static Stream<Edition> changes(FieldOptions options) {
        Stream<Edition> defaults = options.getEditionDefaults().stream().map(FieldOptions.EditionDefault::getEdition);
        FieldOptions.FeatureSupport support = options.getFeatureSupport();
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
        features.forEach((name, message) -> {
            String values = defaults(message.getField(), edition, fixed);
            text.append(name.isEmpty() ? values : " " + name + " {" + values + " }");
        });
        return text.toString();
    }

    private static String defaults(List<FieldDescriptorProto> fields, Edition edition, boolean fixed) {
        StringBuilder text = new StringBuilder();
        for (FieldDescriptorProto field : fields) {
            FieldOptions options = Objects.requireNonNullElseGet(field.getOptions(), FieldOptions::new);
            if (isFixed(options.getFeatureSupport(), edition) == fixed) {
                String value = options.getEditionDefaults().stream()
                        .filter(candidate -> candidate.editionNumber() <= edition.number())
                        .max(Comparator.comparingInt(FieldOptions.EditionDefault::editionNumber))
                        .map(FieldOptions.EditionDefault::getValue)
                        .orElseThrow(() -> new UsageError("No valid default found for edition " + name(edition)
                                + " in feature field " + field.getName()));
                text.append(' ').append(field.getName()).append(": ").append(value);
            }
        }
        return text.toString();
    }

    private static boolean isFixed(FieldOptions.@Nullable FeatureSupport support, Edition edition) {
        return support != null
                && (support.hasEditionIntroduced() && edition.number() < support.editionIntroducedNumber()
                        || support.hasEditionRemoved() && edition.number() >= support.editionRemovedNumber());
    }
}
