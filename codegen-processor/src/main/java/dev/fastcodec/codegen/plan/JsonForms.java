package dev.fastcodec.codegen.plan;

import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.FileInfo;
import dev.fastcodec.idl.schema.StructType;
import java.util.Map;

/** The well-known types of Protobuf that are something else in JSON than an object with their fields, and the runtime's classes for them. */
final class JsonForms {
    private static final String PACKAGE = "google.protobuf";
    private static final String WRAPPER = "WrapperForm";
    private static final String VALUE = "ValueForm";

    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("Any", "AnyForm"),
            Map.entry("BoolValue", WRAPPER),
            Map.entry("BytesValue", WRAPPER),
            Map.entry("DoubleValue", WRAPPER),
            Map.entry("Duration", "DurationForm"),
            Map.entry("FieldMask", "FieldMaskForm"),
            Map.entry("FloatValue", WRAPPER),
            Map.entry("Int32Value", WRAPPER),
            Map.entry("Int64Value", WRAPPER),
            Map.entry("ListValue", VALUE),
            Map.entry("StringValue", WRAPPER),
            Map.entry("Struct", VALUE),
            Map.entry("Timestamp", "TimestampForm"),
            Map.entry("UInt32Value", WRAPPER),
            Map.entry("UInt64Value", WRAPPER),
            Map.entry("Value", VALUE));

    private JsonForms() {}

    /** The runtime's class for a message, or empty. */
    static String of(StructType struct) {
        return isWellKnown(struct.file()) ? FORMS.getOrDefault(TypeNames.path(struct), "") : "";
    }

    /** Whether null is a value of the message. */
    static boolean takesNull(StructType struct) {
        return isWellKnown(struct.file()) && TypeNames.path(struct).equals("Value");
    }

    /** Whether the enum is null. */
    static boolean isNull(EnumType type) {
        return isWellKnown(type.file()) && TypeNames.path(type).equals("NullValue");
    }

    private static boolean isWellKnown(FileInfo file) {
        return file.packageName().equals(PACKAGE);
    }
}
