package dev.fastcodec.golden.proto;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints descriptors of files as the text that protoc would make them from. */
final class ProtoText {
    private final StringBuilder out = new StringBuilder();
    private final Dialect dialect;

    private ProtoText(Dialect dialect) {
        this.dialect = dialect;
    }

    static String of(FileDescriptorProto file) {
        ProtoText text = new ProtoText(Dialect.of(file));
        text.file(file);
        return text.out.toString();
    }

    private void file(FileDescriptorProto file) {
        line(0, Dialect.of(file).header());
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
        features(file.getOptions().getFeatures()).forEach(f -> line(0, "option " + f + ";"));
        file.getEnumTypeList().forEach(e -> enumeration(e, 0));
        file.getMessageTypeList().forEach(m -> message(m, 0));
        file.getExtensionList().forEach(e -> extension(e, 0));
    }

    private void extension(FieldDescriptorProto field, int depth) {
        line(depth, "extend " + field.getExtendee() + " {");
        field(field, DescriptorProto.getDefaultInstance(), depth + 1);
        line(depth, "}");
    }

    private void enumeration(EnumDescriptorProto type, int depth) {
        line(depth, "enum " + type.getName() + " {");
        if (type.getOptions().getAllowAlias()) {
            line(depth + 1, "option allow_alias = true;");
        }
        features(type.getOptions().getFeatures()).forEach(f -> line(depth + 1, "option " + f + ";"));
        type.getValueList().forEach(v -> line(depth + 1, v.getName() + " = " + v.getNumber() + ";"));
        line(depth, "}");
    }

    private void message(DescriptorProto message, int depth) {
        line(depth, "message " + message.getName() + " {");
        body(message, depth);
        line(depth, "}");
    }

    private void body(DescriptorProto message, int depth) {
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
        message.getExtensionRangeList().forEach(r -> line(depth + 1, "extensions " + r.getStart() + ";"));
        message.getExtensionList().forEach(e -> extension(e, depth + 1));
        message.getEnumTypeList().forEach(e -> enumeration(e, depth + 1));
        message.getNestedTypeList().stream()
                .filter(m -> !m.getOptions().getMapEntry() && !isGroup(m, message))
                .forEach(m -> message(m, depth + 1));
    }

    private static boolean isGroup(DescriptorProto nested, DescriptorProto message) {
        return message.getFieldList().stream()
                .anyMatch(f -> f.getType() == Type.TYPE_GROUP
                        && f.getTypeName().endsWith("." + nested.getName())
                        && f.getName().equals(nested.getName().toLowerCase(Locale.ROOT)));
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
        } else if (field.getLabel() == Label.LABEL_REQUIRED) {
            label = "required ";
        } else if (field.getProto3Optional() || dialect == Dialect.PROTO2 && !field.hasOneofIndex()) {
            label = "optional ";
        }
        String options = options(field);
        if (field.getType() == Type.TYPE_GROUP) {
            DescriptorProto group = message.getNestedTypeList().stream()
                    .filter(m -> field.getTypeName().endsWith("." + m.getName())
                            && field.getName().equals(m.getName().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow();
            line(depth, label + "group " + group.getName() + " = " + field.getNumber() + options + " {");
            body(group, depth);
            line(depth, "}");
            return;
        }
        line(depth, label + type + " " + field.getName() + " = " + field.getNumber() + options + ";");
    }

    private static String options(FieldDescriptorProto field) {
        List<String> options = new ArrayList<>(features(field.getOptions().getFeatures()));
        if (field.getOptions().hasPacked()) {
            options.add("packed = " + field.getOptions().getPacked());
        }
        if (field.hasDefaultValue()) {
            boolean quoted = field.getType() == Type.TYPE_STRING || field.getType() == Type.TYPE_BYTES;
            options.add("default = " + (quoted ? '"' + field.getDefaultValue() + '"' : field.getDefaultValue()));
        }
        return options.isEmpty() ? "" : " [" + String.join(", ", options) + "]";
    }

    private static List<String> features(FeatureSet features) {
        List<String> lines = new ArrayList<>();
        features.getAllFields().forEach((feature, value) -> lines.add("features." + feature.getName() + " = " + value));
        return lines;
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
