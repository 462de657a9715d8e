package dev.fastcodec.cli.protoc;

import dev.fastcodec.cli.protoc.Invocation.Defaults;
import dev.fastcodec.codegen.bootstrap.DescriptorProto;
import dev.fastcodec.codegen.bootstrap.Edition;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FieldOptions;
import dev.fastcodec.codegen.bootstrap.FieldOptions.EditionDefault;
import dev.fastcodec.codegen.bootstrap.FieldOptions.FeatureSupport;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the files of a command line define as features: the messages {@code FeatureSet} and those of its extensions, checked by
 * the rules for them. Nothing is wrong with a file that breaks these rules until somebody asks for the defaults; then protoc
 * tells one fault, and so does this. Texts are protoc's.
 */
final class FeatureDefinitions {
    private static final String FEATURE_SET = "google.protobuf.FeatureSet";
    private static final String MISSING = "Could not find FeatureSet in descriptor pool.  Please make sure "
            + "descriptor.proto is in your import path";
    private static final Descriptors.Details ALL = new Descriptors.Details(false, true);

    private final Map<String, DescriptorProto> descriptors = new HashMap<>();
    private final Map<String, StructType> types = new HashMap<>();
    private final Map<Integer, Extension> extensions = new TreeMap<>();

    private FeatureDefinitions(ProtoFiles files) {
        for (SchemaFile file : files.schema().files()) {
            String scope =
                    file.info().packageName().isEmpty() ? "" : file.info().packageName() + ".";
            files.descriptors().of(file, ALL).getMessageType().forEach(message -> add(scope, message));
            file.structs().forEach(this::add);
            file.extensions().forEach(this::add);
        }
    }

    /**
     * A message of features.
     *
     * @param label how the text format calls the field it is in; empty for {@code FeatureSet} itself
     */
    record Definition(String label, StructType type, DescriptorProto descriptor) {
        /** The options of its fields by name, in the order of the fields. */
        List<FieldDescriptorProto> features() {
            return descriptor.getField();
        }
    }

    /** Options of a feature, those of nothing when it has none. */
    static FieldOptions options(FieldDescriptorProto feature) {
        return Objects.requireNonNullElseGet(feature.getOptions(), FieldOptions::new);
    }

    /** An edition as protoc calls it in its messages. */
    static String name(Edition edition) {
        return edition.name().replace("EDITION_", "");
    }

    /** What is told where there are no files at all. */
    static UsageError missing(Defaults wanted) {
        return new UsageError(wanted.file() + ": " + MISSING);
    }

    /**
     * {@code FeatureSet} and its extensions, these by number.
     *
     * @throws UsageError when the files do not have {@code FeatureSet}, or one of the messages cannot be of features
     */
    static List<Definition> of(ProtoFiles files) {
        FeatureDefinitions all = new FeatureDefinitions(files);
        List<Definition> found = new ArrayList<>();
        StructType set = all.types.get(FEATURE_SET);
        if (set == null) {
            throw new UsageError(
                    "Could not find FeatureSet in descriptor pool.  Please make sure descriptor.proto is in "
                            + "your import path");
        }
        found.add(all.checked("", set));
        all.extensions.values().forEach(extension -> found.add(all.checked(extension)));
        return found;
    }

    private void add(String scope, DescriptorProto message) {
        String name = scope + message.getName();
        descriptors.put(name, message);
        message.getNestedType().forEach(nested -> add(name + ".", nested));
    }

    private void add(StructType type) {
        types.put(type.fullName(), type);
        type.body().extensions().forEach(this::add);
        type.body().structs().forEach(this::add);
    }

    private void add(Extension extension) {
        if (extension.extendee().fullName().equals(FEATURE_SET)) {
            extensions.put(extension.field().number(), extension);
        }
    }

    private Definition checked(Extension extension) {
        String name = extension.fullName();
        Type type = extension.field().type();
        boolean repeated = type instanceof Type.ListOf;
        if (!((repeated ? ((Type.ListOf) type).element() : type) instanceof StructType message)) {
            throw new UsageError("FeatureSet extension " + name + " is not of message type.  Feature extensions should "
                    + "always use messages to allow for evolution.");
        } else if (repeated) {
            throw new UsageError("Only singular features extensions are supported.  Found repeated extension " + name);
        } else if (!message.body().extensions().isEmpty()
                || !message.body().extensionRanges().isEmpty()) {
            throw new UsageError("Nested extensions in feature extension " + name + " are not supported.");
        }
        return checked("[" + name + "]", message);
    }

    private Definition checked(String label, StructType type) {
        Definition definition = new Definition(label, type, Objects.requireNonNull(descriptors.get(type.fullName())));
        if (!definition.descriptor.getOneofDecl().isEmpty()) {
            throw new UsageError("Type " + type.fullName() + " contains unsupported oneof feature fields.");
        }
        for (FieldDescriptorProto feature : definition.features()) {
            Field field = type.field(feature.getName()).orElseThrow();
            check("Feature field " + type.fullName() + "." + field.name(), field, options(feature));
        }
        return definition;
    }

    private static void check(String what, Field field, FieldOptions options) {
        if (field.presence() == Field.Presence.REQUIRED) {
            throw new UsageError(what + " is an unsupported required field.");
        } else if (field.type() instanceof Type.ListOf || field.type() instanceof Type.MapOf) {
            throw new UsageError(what + " is an unsupported repeated field.");
        } else if (!(field.type() instanceof EnumType) && field.type() != ScalarType.BOOL) {
            throw new UsageError(what + " is not an enum or boolean.");
        } else if (options.getTargets().isEmpty()) {
            throw new UsageError(what + " has no target specified.");
        } else if (options.getEditionDefaults().stream().noneMatch(d -> d.getEdition() == Edition.EDITION_LEGACY)) {
            throw new UsageError(what + " has no default specified for EDITION_LEGACY, before it was introduced.");
        } else if (!options.hasFeatureSupport()) {
            throw new UsageError(what + " has no feature support specified.");
        } else if (!options.getFeatureSupport().hasEditionIntroduced()) {
            throw new UsageError(what + " does not specify the edition it was introduced in.");
        }
        for (EditionDefault value : options.getEditionDefaults()) {
            if (value.editionNumber() >= Edition.EDITION_2023.number()) {
                checkIsSupported(what, value, options.getFeatureSupport());
            }
        }
    }

    private static void checkIsSupported(String what, EditionDefault value, FeatureSupport support) {
        String said = what + " has a default specified for edition " + name(value.getEdition());
        if (value.editionNumber() < support.editionIntroducedNumber()) {
            throw new UsageError(said + ", before it was introduced.");
        } else if (support.hasEditionRemoved() && value.editionNumber() > support.editionRemovedNumber()) {
            throw new UsageError(said + ", after it was removed.");
        }
    }
}
