package dev.fastcodec.golden.proto;

import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FeatureSet.EnforceNamingStyle;
import com.google.protobuf.DescriptorProtos.FeatureSet.FieldPresence;
import com.google.protobuf.DescriptorProtos.FeatureSet.MessageEncoding;
import com.google.protobuf.DescriptorProtos.FeatureSet.RepeatedFieldEncoding;
import com.google.protobuf.DescriptorProtos.FeatureSet.Utf8Validation;
import com.google.protobuf.DescriptorProtos.FeatureSet.VisibilityFeature.DefaultSymbolVisibility;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Gives fields at random what their syntax lets them say besides type, name and number: labels, packing, defaults, features. */
final class RandomLabels {
    private static final Set<Type> NOT_PACKED =
            Set.of(Type.TYPE_STRING, Type.TYPE_BYTES, Type.TYPE_MESSAGE, Type.TYPE_GROUP);

    private final SplittableRandom random;
    private final Dialect dialect;

    RandomLabels(SplittableRandom random, Dialect dialect) {
        this.random = random;
        this.dialect = dialect;
    }

    /** Features of a whole file of an edition. Since 2024 names have a style and nested types are not for all, unless a file says otherwise. */
    static FeatureSet ofFile(SplittableRandom random, Dialect dialect) {
        FeatureSet.Builder features = FeatureSet.newBuilder();
        if (dialect == Dialect.EDITION_2024) {
            features.setEnforceNamingStyle(EnforceNamingStyle.STYLE_LEGACY);
            features.setDefaultSymbolVisibility(DefaultSymbolVisibility.EXPORT_ALL);
        }
        if (random.nextInt(3) == 0) {
            features.setRepeatedFieldEncoding(RepeatedFieldEncoding.EXPANDED);
        }
        if (random.nextInt(3) == 0) {
            features.setMessageEncoding(MessageEncoding.DELIMITED);
        }
        if (random.nextInt(3) == 0) {
            features.setUtf8Validation(Utf8Validation.NONE);
        }
        return features.build();
    }

    /** A field that may be repeated. */
    void label(FieldDescriptorProto.Builder field, @Nullable RandomEnum type) {
        boolean message = field.getType() == Type.TYPE_MESSAGE || field.getType() == Type.TYPE_GROUP;
        int kind = random.nextInt(13);
        if (kind < 5) {
            field.setLabel(Label.LABEL_REPEATED);
            packing(field);
        } else if (dialect == Dialect.PROTO3 && kind < 7) {
            field.setProto3Optional(true);
        } else if (dialect == Dialect.PROTO2 && kind == 5 && !message) {
            field.setLabel(Label.LABEL_REQUIRED);
        } else if (dialect.isEdition() && kind == 5 && !message) {
            features(field).setFieldPresence(FieldPresence.LEGACY_REQUIRED);
        } else if (dialect.isEdition() && kind < 9 && !message && !(type != null && type.closed())) {
            features(field).setFieldPresence(FieldPresence.IMPLICIT);
        }
        boolean implicit = field.getOptions().getFeatures().getFieldPresence() == FieldPresence.IMPLICIT;
        if (!implicit && field.getLabel() != Label.LABEL_REPEATED) {
            initial(field, type);
        }
        encoding(field);
    }

    /** An extension. */
    void extension(FieldDescriptorProto.Builder field, @Nullable RandomEnum type) {
        if (random.nextInt(5) < 2) {
            field.setLabel(Label.LABEL_REPEATED);
            packing(field);
            encoding(field);
        } else {
            single(field, type);
        }
    }

    /** A member of a oneof or an extension that is not repeated. */
    void single(FieldDescriptorProto.Builder field, @Nullable RandomEnum type) {
        initial(field, type);
        encoding(field);
    }

    private void packing(FieldDescriptorProto.Builder field) {
        if (NOT_PACKED.contains(field.getType()) || random.nextInt(3) > 0) {
            return;
        }
        if (dialect.isEdition()) {
            features(field)
                    .setRepeatedFieldEncoding(
                            random.nextBoolean() ? RepeatedFieldEncoding.EXPANDED : RepeatedFieldEncoding.PACKED);
        } else {
            field.getOptionsBuilder().setPacked(random.nextInt(4) == 0 ^ dialect == Dialect.PROTO2);
        }
    }

    private void encoding(FieldDescriptorProto.Builder field) {
        if (!dialect.isEdition() || random.nextInt(4) > 0) {
            return;
        }
        if (field.getType() == Type.TYPE_MESSAGE) {
            features(field)
                    .setMessageEncoding(
                            random.nextBoolean() ? MessageEncoding.DELIMITED : MessageEncoding.LENGTH_PREFIXED);
        } else if (field.getType() == Type.TYPE_STRING) {
            features(field).setUtf8Validation(random.nextBoolean() ? Utf8Validation.NONE : Utf8Validation.VERIFY);
        }
    }

    private static FeatureSet.Builder features(FieldDescriptorProto.Builder field) {
        return field.getOptionsBuilder().getFeaturesBuilder();
    }

    private void initial(FieldDescriptorProto.Builder field, @Nullable RandomEnum type) {
        if (dialect == Dialect.PROTO3 || random.nextInt(3) > 0) {
            return;
        }
        switch (field.getType()) {
            case TYPE_MESSAGE, TYPE_GROUP -> {}
            case TYPE_ENUM -> {
                List<String> constants = type == null ? List.of() : type.constants();
                field.setDefaultValue(constants.get(random.nextInt(constants.size())));
            }
            case TYPE_BOOL -> field.setDefaultValue(Boolean.toString(random.nextBoolean()));
            case TYPE_STRING ->
                field.setDefaultValue(random.nextBoolean() ? "" : "caf\u00e9 \ud83d\ude00 " + random.nextInt());
            case TYPE_BYTES -> field.setDefaultValue("\\001\\377" + random.nextInt(100));
            case TYPE_FLOAT, TYPE_DOUBLE ->
                field.setDefaultValue(List.of("inf", "-inf", "nan", "0.5", "-1.25", "3", "1e+20")
                        .get(random.nextInt(7)));
            case TYPE_UINT32, TYPE_FIXED32 -> field.setDefaultValue(Long.toString(random.nextLong(1L << 32)));
            case TYPE_UINT64, TYPE_FIXED64 -> field.setDefaultValue(Long.toUnsignedString(random.nextLong()));
            case TYPE_INT64, TYPE_SINT64, TYPE_SFIXED64 -> field.setDefaultValue(Long.toString(random.nextLong()));
            default -> field.setDefaultValue(Integer.toString(random.nextInt()));
        }
    }
}
