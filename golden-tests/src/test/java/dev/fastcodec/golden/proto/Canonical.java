package dev.fastcodec.golden.proto;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What protobuf-java's generated classes make of a message and {@code DynamicMessage} does not: maps have one entry per key,
 * the last one's value at the first one's place; entries are written with key and value also when those are defaults, and
 * without unknown fields; an entry whose value its closed enum does not know is an unknown field of the message.
 */
final class Canonical {
    private Canonical() {}

    /** The same content, to be written as a generated class writes it. */
    static DynamicMessage of(Message message) {
        DynamicMessage.Builder canonical = DynamicMessage.newBuilder(message.getDescriptorForType());
        UnknownFieldSet.Builder unknown = UnknownFieldSet.newBuilder(message.getUnknownFields());
        message.getAllFields().forEach((field, value) -> {
            if (field.isMapField()) {
                ((List<?>) value)
                        .stream()
                                .map(e -> (Message) e)
                                .filter(Canonical::isUnrecognized)
                                .forEach(e -> unknown.mergeField(
                                        field.getNumber(),
                                        UnknownFieldSet.Field.newBuilder()
                                                .addLengthDelimited(e.toByteString())
                                                .build()));
                entries(field, (List<?>) value)
                        .forEach((key, v) -> canonical.addRepeatedField(field, entry(field, key, v)));
            } else if (field.isRepeated()) {
                ((List<?>) value).forEach(v -> canonical.addRepeatedField(field, value(v)));
            } else {
                canonical.setField(field, value(value));
            }
        });
        return canonical.setUnknownFields(unknown.build()).build();
    }

    /** Whether the value's number is not known: {@code DynamicMessage} keeps it as an unknown field of the entry. */
    private static boolean isUnrecognized(Message entry) {
        return entry.getUnknownFields().hasField(2)
                && entry.getDescriptorForType().findFieldByNumber(2).getType() == FieldDescriptor.Type.ENUM;
    }

    private static Object value(Object value) {
        return value instanceof Message m ? of(m) : value;
    }

    /** The entries of a map field by key; values are canonical. */
    static Map<Object, Object> entries(FieldDescriptor field, List<?> entries) {
        FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Object entry : entries) {
            Message message = (Message) entry;
            if (isUnrecognized(message)) {
                continue;
            }
            map.put(message.getField(key), value(message.getField(value)));
        }
        return map;
    }

    /** An entry that is written with both key and value. */
    static Message entry(FieldDescriptor field, Object key, Object value) {
        Descriptor type = field.getMessageType();
        FieldDescriptor keyField = type.findFieldByNumber(1);
        FieldDescriptor valueField = type.findFieldByNumber(2);
        MapEntry<Object, Object> prototype = MapEntry.newDefaultInstance(
                type,
                keyField.getLiteType(),
                keyField.getDefaultValue(),
                valueField.getLiteType(),
                raw(initial(valueField)));
        return prototype.toBuilder().setKey(key).setValue(raw(value)).build();
    }

    private static Object initial(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                ? DynamicMessage.getDefaultInstance(field.getMessageType())
                : field.getDefaultValue();
    }

    private static Object raw(Object value) {
        return value instanceof EnumValueDescriptor e ? (Object) e.getNumber() : value;
    }
}
