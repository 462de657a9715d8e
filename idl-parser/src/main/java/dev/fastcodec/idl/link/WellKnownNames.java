package dev.fastcodec.idl.link;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of Google's files declares a well-known type: what a user may have forgotten to import. */
final class WellKnownNames {
    private static final Map<String, String> FILES = wellKnown();

    private WellKnownNames() {}

    /** The import path of the file that declares a type of this full name, or null. */
    static @Nullable String file(String fullName) {
        return FILES.get(fullName);
    }

    private static Map<String, String> wellKnown() {
        Map<String, String> files = new HashMap<>();
        add(files, "any", "Any");
        add(files, "duration", "Duration");
        add(files, "empty", "Empty");
        add(files, "field_mask", "FieldMask");
        add(files, "struct", "Struct", "Value", "ListValue", "NullValue");
        add(files, "timestamp", "Timestamp");
        add(
                files,
                "wrappers",
                "DoubleValue",
                "FloatValue",
                "Int64Value",
                "UInt64Value",
                "Int32Value",
                "UInt32Value",
                "BoolValue",
                "StringValue",
                "BytesValue");
        add(
                files,
                "descriptor",
                "FileOptions",
                "MessageOptions",
                "FieldOptions",
                "OneofOptions",
                "EnumOptions",
                "EnumValueOptions",
                "ServiceOptions",
                "MethodOptions",
                "ExtensionRangeOptions");
        return Map.copyOf(files);
    }

    private static void add(Map<String, String> files, String file, String... names) {
        for (String name : names) {
            files.put("google.protobuf." + name, "google/protobuf/" + file + ".proto");
        }
    }
}
