package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.ValuePlan;

/**
 * In what the dialects of JSON differ.
 *
 * @param format which wire format
 * @param doc Javadoc of the codec constant
 * @param typed whether a field goes by its id and its value is beside its type, and lists and maps begin with types and count
 * @param bool what methods for bools are called
 * @param read what methods that read bytes are called
 * @param write what methods that write bytes are called
 * @param enumNames whether enums go by name
 * @param pairs whether a map whose keys are structs or containers is an array of pairs; else it is refused unless it is empty
 */
record JsonDialect(
        WireFormat format,
        String doc,
        boolean typed,
        String bool,
        String read,
        String write,
        boolean enumNames,
        boolean pairs) {
    /** Thrift's typed JSON. */
    static final JsonDialect TYPED = new JsonDialect(
            WireFormat.TJSON,
            "Thrift's typed JSON, which libthrift calls {@code TJSONProtocol}: field ids and type names.",
            true,
            "bit",
            "bytes",
            "unpadded",
            false,
            false);

    /** What libthrift writes for people. */
    static final JsonDialect SIMPLE = new JsonDialect(
            WireFormat.SIMPLE_JSON,
            "What libthrift's {@code TSimpleJSONProtocol} writes: field names, enums as numbers, and bytes as if they were text,"
                    + "\nwhich loses those that are not UTF-8.",
            false,
            "bit",
            "text",
            "text",
            false,
            false);

    /** What we write for people. */
    static final JsonDialect READABLE = new JsonDialect(
            WireFormat.JSON,
            "JSON with field names, enums by name, and bytes in Base64.",
            false,
            "bool",
            "bytes",
            "bytes",
            true,
            true);

    static final ClassName WRITER = runtime("JsonWriter");

    private static ClassName runtime(String name) {
        return ClassName.get("dev.fastcodec.json", name);
    }

    /** The interface that users see. */
    static ClassName type() {
        return runtime("JsonCodec");
    }

    /** The runtime's codec class. */
    ClassName codec() {
        return runtime(typed ? "TJsonCodec" : "NamedJsonCodec");
    }

    /** The runtime's reader. */
    ClassName reader() {
        return runtime(typed ? "TJsonReader" : "JsonReader");
    }

    /** What comes before a field's value, the comma included, as an argument of {@code put}. */
    String before(FieldPlan field) {
        return typed
                ? ",\"" + field.number() + "\":{\"" + typeName(field.value()) + "\":"
                : ",\"" + field.name() + "\":";
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
