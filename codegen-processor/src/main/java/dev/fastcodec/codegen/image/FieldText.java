package dev.fastcodec.codegen.image;

import static dev.fastcodec.codegen.image.FileText.string;

import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto.Label;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto.Type;
import dev.fastcodec.codegen.bootstrap.FieldOptions;
import dev.fastcodec.codegen.image.FileText.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fields as text: label, type, name, number, and options in brackets. */
final class FieldText {
    /** What scalar types are called in the edition that is being tried out, where it is not as before. */
    private static final Map<Type, String> UNSTABLE_SCALARS = Map.ofEntries(
            Map.entry(Type.TYPE_INT32, "varint32"),
            Map.entry(Type.TYPE_INT64, "varint64"),
            Map.entry(Type.TYPE_UINT32, "uvarint32"),
            Map.entry(Type.TYPE_UINT64, "uvarint64"),
            Map.entry(Type.TYPE_SINT32, "zigzag32"),
            Map.entry(Type.TYPE_SINT64, "zigzag64"),
            Map.entry(Type.TYPE_FIXED32, "uint32"),
            Map.entry(Type.TYPE_FIXED64, "uint64"),
            Map.entry(Type.TYPE_SFIXED32, "int32"),
            Map.entry(Type.TYPE_SFIXED64, "int64"));

    private final Dialect dialect;
    private final boolean unstable;
    private final OptionSource options;
    private final ProtoLines lines;

    /** Of this dialect, and perhaps of its edition that is being tried out. */
    FieldText(Dialect dialect, boolean unstable, OptionSource options, ProtoLines lines) {
        this.dialect = dialect;
        this.unstable = unstable;
        this.options = options;
        this.lines = lines;
    }

    /** The label with a space behind it, or nothing where none may stand. */
    String label(FieldDescriptorProto field) {
        if (field.getLabel() == Label.LABEL_REPEATED) {
            return "repeated ";
        } else if (field.getProto3Optional()) {
            return "optional ";
        } else if (dialect != Dialect.PROTO2 || field.hasOneofIndex()) {
            return "";
        }
        return field.getLabel() == Label.LABEL_REQUIRED ? "required " : "optional ";
    }

    /** The type: a keyword or a name. */
    String type(FieldDescriptorProto field) {
        Type type = field.getType();
        if (!string(field.getTypeName()).isEmpty()) {
            return Words.path(field.getTypeName());
        } else if (type == null) {
            throw new IllegalArgumentException("field " + field.getName() + " has no type");
        }
        String usual = type.name().replace("TYPE_", "").toLowerCase(Locale.ROOT);
        return unstable ? UNSTABLE_SCALARS.getOrDefault(type, usual) : usual;
    }

    /** Name, number and options, with the end mark of a declaration of one line. */
    String rest(FieldDescriptorProto field) {
        return Words.name(field.getName()) + " = " + field.getNumber() + bracketed(field) + ";";
    }

    /** Options in brackets, default and JSON name among them, or nothing. */
    String bracketed(FieldDescriptorProto field) {
        List<String> all = new ArrayList<>();
        if (field.hasDefaultValue()) {
            all.add("default = " + defaultValue(field));
        }
        boolean extension = !string(field.getExtendee()).isEmpty();
        if (!extension && field.hasJsonName() && !field.getJsonName().equals(jsonName(string(field.getName())))) {
            all.add("json_name = " + OptionSource.quoted(field.getJsonName()));
        }
        if (field.getOptions() != null) {
            all.addAll(options.of("FieldOptions", FieldOptions.PROTO.encode(field.getOptions())));
            all.addAll(OptionSource.uninterpreted(field.getOptions().getUninterpretedOption()));
        }
        return OptionSource.bracketed(all);
    }

    /** Bytes have their escapes already, text has none. */
    private static String defaultValue(FieldDescriptorProto field) {
        if (field.getType() == Type.TYPE_STRING) {
            return OptionSource.quoted(field.getDefaultValue());
        }
        return field.getType() == Type.TYPE_BYTES
                ? '"' + Words.escaped(field.getDefaultValue()) + '"'
                : Words.value(field.getDefaultValue());
    }

    /** The JSON name that protoc gives a field that sets none. */
    static String jsonName(String name) {
        StringBuilder json = new StringBuilder();
        boolean upper = false;
        for (char c : name.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                json.append(upper && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                upper = false;
            }
        }
        return json.toString();
    }

    /** Names in quotes before editions, bare since. */
    void writeReservedNames(List<String> names) {
        for (String name : names) {
            lines.line(
                    "reserved " + (dialect == Dialect.EDITIONS ? Words.name(name) : OptionSource.quoted(name)) + ";");
        }
    }
}
