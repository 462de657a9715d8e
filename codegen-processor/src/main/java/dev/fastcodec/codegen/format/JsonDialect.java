package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import java.util.HexFormat;

/**
 * In what the dialects of JSON differ.
 *
 * @param runtime the runtime's classes for it
 * @param format which wire format
 * @param doc Javadoc of the codec constant
 * @param typed whether a field goes by its id and its value is beside its type, and lists and maps begin with types and count
 * @param bool what methods for bools are called
 * @param read what methods that read bytes are called
 * @param write what methods that write bytes are called
 * @param enumNames whether enums go by name
 * @param wide what the names of methods that write integers of 64 bits end in
 * @param mapped whether all is as Protobuf's mapping has it: options for fields without presence and for names, the other members of
 *     a oneof refused by the table of names, and names of enums that may be passed over
 * @param pairs whether a map whose keys are structs or containers is an array of pairs; else it is refused unless it is empty
 */
record JsonDialect(
        Runtime runtime,
        WireFormat format,
        String doc,
        boolean typed,
        String bool,
        String read,
        String write,
        boolean enumNames,
        String wide,
        boolean mapped,
        boolean pairs) {
    /** The runtime's codec class, reader and writer. */
    record Runtime(ClassName codec, ClassName reader, ClassName writer) {
        static Runtime of(String codec, String reader, String writer) {
            return new Runtime(JsonDialect.runtime(codec), JsonDialect.runtime(reader), JsonDialect.runtime(writer));
        }
    }

    private static final Runtime NAMED = Runtime.of("NamedJsonCodec", "JsonReader", "JsonWriter");

    /** Thrift's typed JSON. */
    static final JsonDialect TYPED = new JsonDialect(
            Runtime.of("TJsonCodec", "TJsonReader", "JsonWriter"),
            WireFormat.TJSON,
            "Thrift's typed JSON, which libthrift calls {@code TJSONProtocol}: field ids and type names.",
            true,
            "bit",
            "bytes",
            "unpadded",
            false,
            "",
            false,
            false);

    /** What libthrift writes for people. */
    static final JsonDialect SIMPLE = new JsonDialect(
            NAMED,
            WireFormat.SIMPLE_JSON,
            "What libthrift's {@code TSimpleJSONProtocol} writes: field names, enums as numbers, and bytes as if they were text,"
                    + "\nwhich loses those that are not UTF-8.",
            false,
            "bit",
            "text",
            "text",
            false,
            "",
            false,
            false);

    /** What we write for people. */
    static final JsonDialect READABLE = new JsonDialect(
            NAMED,
            WireFormat.JSON,
            "JSON with field names, enums by name, and bytes in Base64.",
            false,
            "bool",
            "bytes",
            "bytes",
            true,
            "",
            false,
            true);

    /** What Protobuf defines. */
    static final JsonDialect PROTO = new JsonDialect(
            Runtime.of("ProtoJsonCodec", "ProtoJsonReader", "ProtoJsonWriter"),
            WireFormat.JSON,
            "Protobuf's JSON.",
            false,
            "bool",
            "bytes",
            "bytes",
            true,
            "Text",
            true,
            false);

    /** A class of the runtime for JSON. */
    static ClassName runtime(String name) {
        return ClassName.get("dev.fastcodec.json", name);
    }

    /** The interface that users see. */
    static ClassName type() {
        return runtime("JsonCodec");
    }

    /** The runtime's writer. */
    ClassName writer() {
        return runtime.writer();
    }

    /** The runtime's reader. */
    ClassName reader() {
        return runtime.reader();
    }

    /** What a field's name is made of, as arguments of the runtime. */
    CodeBlock name(FieldPlan field) {
        if (typed) {
            return CodeBlock.of("$L, $S", field.number(), typeName(field.value()));
        }
        String name = escaped(mapped ? field.jsonName() : field.name());
        String original = escaped(field.name());
        return name.equals(original) ? CodeBlock.of("$S", name) : CodeBlock.of("$S, $S", name, original);
    }

    /** Bytes at the most of a field's name with what stands around it. */
    int mostOfName(FieldPlan field) {
        return typed
                ? (",\"" + field.number() + "\":{\"" + typeName(field.value()) + "\":").length()
                : ",\"\":".length()
                        + Math.max(
                                escaped(field.jsonName()).length(),
                                escaped(field.name()).length());
    }

    private static String escaped(String name) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c > '~') {
                s.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                s.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return s.toString();
    }

    /** The typed dialect's name of a type. */
    static String typeName(ValuePlan value) {
        return switch (ThriftTypes.code(value)) {
            case 2 -> "tf";
            case 3 -> "i8";
            case 4 -> "dbl";
            case 6 -> "i16";
            case 8 -> "i32";
            case 10 -> "i64";
            case 11 -> "str";
            case 12 -> "rec";
            case 13 -> "map";
            case 14 -> "set";
            case 15 -> "lst";
            default -> "uid";
        };
    }

    /** Whether an enum goes by its name here. */
    boolean isNamed(ValuePlan value) {
        return enumNames && value instanceof ValuePlan.Enumeration;
    }
}
