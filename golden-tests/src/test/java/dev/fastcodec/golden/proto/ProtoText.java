package dev.fastcodec.golden.proto;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints descriptors of proto3 files as the text that protoc would make them from. */
final class ProtoText {
    private final StringBuilder out = new StringBuilder();

    private ProtoText() {}

    static String of(FileDescriptorProto file) {
        ProtoText text = new ProtoText();
        text.file(file);
        return text.out.toString();
    }

    private void file(FileDescriptorProto file) {
        line(0, "syntax = \"proto3\";");
        if (!file.getPackage().isEmpty()) {
            line(0, "package " + file.getPackage() + ";");
        }
        for (int i = 0; i < file.getDependencyCount(); i++) {
            boolean isPublic = file.getPublicDependencyList().contains(i);
            line(0, "import " + (isPublic ? "public " : "") + "\"" + file.getDependency(i) + "\";");
        }
        if (file.getOptions().hasJavaPackage()) {
            line(0, "option java_package = \"" + file.getOptions().getJavaPackage() + "\";");
        }
        file.getEnumTypeList().forEach(e -> enumeration(e, 0));
        file.getMessageTypeList().forEach(m -> message(m, 0));
    }

    private void enumeration(EnumDescriptorProto type, int depth) {
        line(depth, "enum " + type.getName() + " {");
        if (type.getOptions().getAllowAlias()) {
            line(depth + 1, "option allow_alias = true;");
        }
        type.getValueList().forEach(v -> line(depth + 1, v.getName() + " = " + v.getNumber() + ";"));
        line(depth, "}");
    }

    private void message(DescriptorProto message, int depth) {
        line(depth, "message " + message.getName() + " {");
        List<FieldDescriptorProto> fields = message.getFieldList();
        for (int i = 0; i < fields.size(); i++) {
            FieldDescriptorProto field = fields.get(i);
            if (!field.hasOneofIndex() || field.getProto3Optional()) {
                field(field, message, depth + 1);
                continue;
            }
            int oneof = field.getOneofIndex();
            line(depth + 1, "oneof " + message.getOneofDecl(oneof).getName() + " {");
            for (; i < fields.size() && isMember(fields.get(i), oneof); i++) {
                field(fields.get(i), message, depth + 2);
            }
            i--;
            line(depth + 1, "}");
        }
        message.getEnumTypeList().forEach(e -> enumeration(e, depth + 1));
        message.getNestedTypeList().stream()
                .filter(m -> !m.getOptions().getMapEntry())
                .forEach(m -> message(m, depth + 1));
        line(depth, "}");
    }

    private static boolean isMember(FieldDescriptorProto field, int oneof) {
        return field.hasOneofIndex() && field.getOneofIndex() == oneof && !field.getProto3Optional();
    }

    private void field(FieldDescriptorProto field, DescriptorProto message, int depth) {
        DescriptorProto entry = entry(field, message);
        String label = "";
        String type = type(field);
        if (entry != null) {
            type = "map<" + type(entry.getField(0)) + ", " + type(entry.getField(1)) + ">";
        } else if (field.getLabel() == Label.LABEL_REPEATED) {
            label = "repeated ";
        } else if (field.getProto3Optional()) {
            label = "optional ";
        }
        String options = field.getOptions().hasPacked()
                ? " [packed = " + field.getOptions().getPacked() + "]"
                : "";
        line(depth, label + type + " " + field.getName() + " = " + field.getNumber() + options + ";");
    }

    private static @Nullable DescriptorProto entry(FieldDescriptorProto field, DescriptorProto message) {
        String name = field.getTypeName().substring(field.getTypeName().lastIndexOf('.') + 1);
        return message.getNestedTypeList().stream()
                .filter(m -> m.getOptions().getMapEntry()
                        && m.getName().equals(name)
                        && field.getLabel() == Label.LABEL_REPEATED
                        && RandomNames.entryName(field.getName()).equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Types by full name, so that no other type may stand in between. */
    private static String type(FieldDescriptorProto field) {
        return field.getType() == Type.TYPE_MESSAGE || field.getType() == Type.TYPE_ENUM
                ? field.getTypeName()
                : field.getType().name().substring("TYPE_".length()).toLowerCase(Locale.ROOT);
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
