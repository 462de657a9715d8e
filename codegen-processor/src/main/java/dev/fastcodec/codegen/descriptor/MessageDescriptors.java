package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.codegen.bootstrap.DescriptorProto;
import dev.fastcodec.codegen.bootstrap.EnumDescriptorProto;
import dev.fastcodec.codegen.bootstrap.EnumOptions;
import dev.fastcodec.codegen.bootstrap.EnumValueDescriptorProto;
import dev.fastcodec.codegen.bootstrap.EnumValueOptions;
import dev.fastcodec.codegen.bootstrap.ExtensionRangeOptions;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto;
import dev.fastcodec.codegen.bootstrap.MessageOptions;
import dev.fastcodec.codegen.bootstrap.OneofDescriptorProto;
import dev.fastcodec.codegen.bootstrap.OneofOptions;
import dev.fastcodec.codegen.bootstrap.SymbolVisibility;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.FileInfo;
import dev.fastcodec.idl.schema.Oneof;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.StructType.NumberRange;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Visibility;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the descriptors of messages and enums. */
final class MessageDescriptors {
    private final OptionBeans options;
    private final FieldDescriptors fields;

    MessageDescriptors(FileInfo file, OptionBeans options) {
        this.options = options;
        this.fields = new FieldDescriptors(file, options);
    }

    DescriptorProto message(StructType type) {
        StructType.Body body = type.body();
        DescriptorProto proto = new DescriptorProto().setName(type.name());
        for (Oneof oneof : body.oneofs()) {
            proto.getOneofDecl()
                    .add(new OneofDescriptorProto()
                            .setName(oneof.name())
                            .setOptions(options.of(oneof.options(), OneofOptions::new, OneofOptions.PROTO)));
        }
        for (Field field : body.fields()) {
            FieldDescriptorProto made = fields.field(field, type.fullName());
            if (field.oneof() != null) {
                made.setOneofIndex(body.oneofs().indexOf(field.oneof()));
            }
            proto.getField().add(made);
        }
        synthesizeOneofs(proto);
        nested(type, proto);
        for (EnumType nested : body.enums()) {
            proto.getEnumType().add(anEnum(nested));
        }
        for (Extension extension : body.extensions()) {
            proto.getExtension().add(extension(extension));
        }
        ranges(body, proto);
        if (type.visibility() != Visibility.UNSET) {
            proto.setVisibility(visibility(type.visibility()));
        }
        return proto.setOptions(options.of(type.options(), MessageOptions::new, MessageOptions.PROTO));
    }

    /** Each optional field of proto3 gets a oneof of its own, behind those that are written. */
    private static void synthesizeOneofs(DescriptorProto proto) {
        Set<String> names = null;
        for (FieldDescriptorProto field : proto.getField()) {
            if (field.getProto3Optional()) {
                if (names == null) {
                    names = names(proto);
                }
                StringBuilder name =
                        new StringBuilder(field.getName().startsWith("_") ? "" : "_").append(field.getName());
                while (!names.add(name.toString())) {
                    name.insert(0, 'X');
                }
                field.setOneofIndex(proto.getOneofDecl().size());
                proto.getOneofDecl().add(new OneofDescriptorProto().setName(name.toString()));
            }
        }
    }

    private static Set<String> names(DescriptorProto proto) {
        Set<String> names = new HashSet<>();
        for (FieldDescriptorProto field : proto.getField()) {
            names.add(field.getName());
        }
        for (OneofDescriptorProto oneof : proto.getOneofDecl()) {
            names.add(oneof.getName());
        }
        return names;
    }

    /** Nested messages in the order of the text, those that maps stand for among them. */
    private void nested(StructType type, DescriptorProto proto) {
        List<StructType> structs = type.body().structs();
        int next = 0;
        for (Field field : type.fields()) {
            if (field.type() instanceof Type.MapOf map) {
                while (next < structs.size()
                        && structs.get(next).span().start() < field.span().start()) {
                    proto.getNestedType().add(message(structs.get(next++)));
                }
                proto.getNestedType().add(fields.mapEntry(field, map));
            }
        }
        for (StructType nested : structs.subList(next, structs.size())) {
            proto.getNestedType().add(message(nested));
        }
    }

    private void ranges(StructType.Body body, DescriptorProto proto) {
        for (StructType.ExtensionRange range : body.extensionRanges()) {
            proto.getExtensionRange()
                    .add(new DescriptorProto.ExtensionRange()
                            .setStart(range.numbers().first())
                            .setEnd(range.numbers().last() + 1)
                            .setOptions(options.of(
                                    range.options(), ExtensionRangeOptions::new, ExtensionRangeOptions.PROTO)));
        }
        for (NumberRange range : body.reserved().ranges()) {
            proto.getReservedRange()
                    .add(new DescriptorProto.ReservedRange()
                            .setStart(range.first())
                            .setEnd(range.last() + 1));
        }
        proto.getReservedName().addAll(body.reserved().names());
    }

    FieldDescriptorProto extension(Extension extension) {
        String scope = extension
                .fullName()
                .substring(0, Math.max(0, extension.fullName().lastIndexOf('.')));
        return fields.field(extension.field(), scope)
                .setExtendee("." + extension.extendee().fullName());
    }

    EnumDescriptorProto anEnum(EnumType type) {
        EnumDescriptorProto proto = new EnumDescriptorProto().setName(type.name());
        for (EnumType.Value value : type.values()) {
            proto.getValue()
                    .add(new EnumValueDescriptorProto()
                            .setName(value.name())
                            .setNumber(value.number())
                            .setOptions(options.of(value.options(), EnumValueOptions::new, EnumValueOptions.PROTO)));
        }
        for (NumberRange range : type.reserved().ranges()) {
            proto.getReservedRange()
                    .add(new EnumDescriptorProto.EnumReservedRange()
                            .setStart(range.first())
                            .setEnd(range.last()));
        }
        proto.getReservedName().addAll(type.reserved().names());
        if (type.visibility() != Visibility.UNSET) {
            proto.setVisibility(visibility(type.visibility()));
        }
        return proto.setOptions(options.of(type.options(), EnumOptions::new, EnumOptions.PROTO));
    }

    private static SymbolVisibility visibility(Visibility visibility) {
        return visibility == Visibility.LOCAL ? SymbolVisibility.VISIBILITY_LOCAL : SymbolVisibility.VISIBILITY_EXPORT;
    }
}
