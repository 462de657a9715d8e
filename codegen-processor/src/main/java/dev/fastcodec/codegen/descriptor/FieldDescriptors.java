package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.codegen.bootstrap.DescriptorProto;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto.Label;
import dev.fastcodec.codegen.bootstrap.FieldOptions;
import dev.fastcodec.codegen.bootstrap.MessageOptions;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.FileInfo;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;

/** Makes the descriptors of fields. */
final class FieldDescriptors {
    private final boolean proto3;
    private final boolean editions;
    private final OptionBeans options;

    FieldDescriptors(FileInfo file, OptionBeans options) {
        this.proto3 = file.edition().equals("proto3");
        this.editions = !proto3 && !file.edition().equals("proto2");
        this.options = options;
    }

    /**
     * A field or extension; where it belongs is not set.
     *
     * @param scope the full name of its message, in which the entry of a map is declared
     */
    FieldDescriptorProto field(Field field, String scope) {
        FieldDescriptorProto proto = new FieldDescriptorProto()
                .setName(field.name())
                .setNumber(field.number())
                .setLabel(label(field))
                .setJsonName(field.jsonName());
        if (field.type() instanceof Type.MapOf) {
            proto.setType(FieldDescriptorProto.Type.TYPE_MESSAGE)
                    .setTypeName("." + scope + "." + entryName(field.name()));
        } else {
            Type type = field.type() instanceof Type.ListOf list ? list.element() : field.type();
            type(proto, type, field.encoding().delimited() && !editions);
        }
        if (proto3 && field.optional()) {
            proto.setProto3Optional(true);
        }
        Value defaultValue = field.defaultValue();
        if (defaultValue != null) {
            proto.setDefaultValue(DefaultText.of(defaultValue, field.type()));
        }
        return proto.setOptions(options.of(field.options(), FieldOptions::new, FieldOptions.PROTO));
    }

    private Label label(Field field) {
        if (field.type() instanceof Type.ListOf || field.type() instanceof Type.MapOf) {
            return Label.LABEL_REPEATED;
        }
        // Editions have no word for required: a feature says it.
        return field.presence() == Field.Presence.REQUIRED && !editions ? Label.LABEL_REQUIRED : Label.LABEL_OPTIONAL;
    }

    private static void type(FieldDescriptorProto proto, Type type, boolean group) {
        if (type instanceof ScalarType scalar) {
            proto.setType(FieldDescriptorProto.Type.valueOf("TYPE_" + scalar.name()));
        } else if (type instanceof EnumType anEnum) {
            proto.setType(FieldDescriptorProto.Type.TYPE_ENUM).setTypeName("." + anEnum.fullName());
        } else if (type instanceof StructType struct) {
            proto.setType(group ? FieldDescriptorProto.Type.TYPE_GROUP : FieldDescriptorProto.Type.TYPE_MESSAGE)
                    .setTypeName("." + struct.fullName());
        } else {
            throw new IllegalArgumentException("no type of a Protobuf field: " + type);
        }
    }

    /** The message behind a map. */
    DescriptorProto mapEntry(Field map, Type.MapOf type) {
        DescriptorProto proto = new DescriptorProto().setName(entryName(map.name()));
        proto.getField().add(half(map, "key", 1, type.key()));
        proto.getField().add(half(map, "value", 2, type.value()));
        return proto.setOptions(new MessageOptions().setMapEntry(true));
    }

    private FieldDescriptorProto half(Field map, String name, int number, Type type) {
        FieldDescriptorProto proto = new FieldDescriptorProto()
                .setName(name)
                .setNumber(number)
                .setLabel(Label.LABEL_OPTIONAL)
                .setJsonName(name);
        type(proto, type, false);
        return proto.setOptions(options.features(map.options(), FieldOptions::new, FieldOptions.PROTO));
    }

    /** {@code foo_bar} is {@code FooBarEntry}. */
    private static String entryName(String field) {
        StringBuilder name = new StringBuilder();
        boolean upper = true;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                upper = false;
            }
        }
        return name.append("Entry").toString();
    }
}
