package dev.fastcodec.golden.proto;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.util.List;

/** What {@code JsonFormat} loses, so that messages are without it when they are compared; {@code JsonFormatFaultsTest} shows each. */
final class JsonFormatFaults {
    private JsonFormatFaults() {}

    /** With 0.0 in place of doubles that are -0.0, whose sign {@code JsonFormat} does not read. */
    static DynamicMessage withoutNegativeZero(Message message) {
        DynamicMessage.Builder copy = DynamicMessage.newBuilder(message.getDescriptorForType());
        message.getAllFields().forEach((field, value) -> {
            if (field.isMapField()) {
                Canonical.entries(field, (List<?>) value)
                        .forEach((k, v) -> copy.addRepeatedField(field, Canonical.entry(field, k, value(v))));
            } else if (field.isRepeated()) {
                ((List<?>) value).forEach(v -> copy.addRepeatedField(field, value(v)));
            } else if (field.hasPresence() || !isZero(value(value))) {
                copy.setField(field, value(value));
            }
        });
        return copy.build();
    }

    private static boolean isZero(Object value) {
        return value.equals(0.0);
    }

    private static Object value(Object value) {
        if (value instanceof Double d && d == 0) {
            return 0.0;
        }
        return value instanceof Message m ? withoutNegativeZero(m) : value;
    }
}
