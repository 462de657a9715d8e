package dev.fastcodec.golden.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes messages as no good writer does and every reader must take: fields in any order, values that later ones replace,
 * sub-messages in pieces, lists packed and not, varints longer than need be, map entries the wrong way round, numbers that
 * a closed enum does not know.
 */
final class LooseWriter {
    private final SplittableRandom random;
    private final RandomValues values;

    LooseWriter(SplittableRandom random) {
        this.random = random;
        this.values = new RandomValues(random, false);
    }

    byte[] write(Message message) {
        return join(records(message));
    }

    /** Records, a tag and its value each, in an order in which those that belong together follow each other. */
    private List<byte[]> records(Message message) {
        Map<Object, List<byte[]>> groups = new LinkedHashMap<>();
        message.getAllFields().forEach((field, value) -> {
            OneofDescriptor oneof = field.getRealContainingOneof();
            Object group = oneof == null ? field : oneof;
            groups.put(group, field.isRepeated() ? list(field, (List<?>) value) : single(field, value));
        });
        UnknownFieldSet unknown = message.getUnknownFields();
        unknown.asMap()
                .forEach((number, field) -> groups.put(
                        number,
                        List.of(UnknownFieldSet.newBuilder()
                                .addField(number, field)
                                .build()
                                .toByteArray())));
        List<List<byte[]>> left = new ArrayList<>(groups.values());
        left.replaceAll(ArrayList::new);
        List<byte[]> records = new ArrayList<>();
        while (!left.isEmpty()) {
            List<byte[]> group = left.get(random.nextInt(left.size()));
            if (group.isEmpty()) {
                left.remove(group);
            } else {
                records.add(group.remove(0));
            }
        }
        return records;
    }

    private List<byte[]> single(FieldDescriptor field, Object value) {
        List<byte[]> records = new ArrayList<>();
        OneofDescriptor oneof = field.getRealContainingOneof();
        if (random.nextInt(4) == 0) {
            FieldDescriptor other = oneof == null ? field : oneof.getField(random.nextInt(oneof.getFieldCount()));
            records.add(record(other, values.value(other, 4)));
        }
        if (isClosed(field) && random.nextInt(4) == 0) {
            records.add(unknownEnum(field));
        }
        if (value instanceof Message m && random.nextInt(3) == 0) {
            List<byte[]> parts = records(m);
            int cut = random.nextInt(parts.size() + 1);
            records.add(message(field, join(parts.subList(0, cut))));
            records.add(message(field, join(parts.subList(cut, parts.size()))));
        } else {
            records.add(record(field, value));
        }
        if (isClosed(field) && random.nextInt(4) == 0) {
            records.add(unknownEnum(field));
        }
        return records;
    }

    private List<byte[]> list(FieldDescriptor field, List<?> list) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < list.size(); ) {
            if (field.isMapField()) {
                entry(field, (Message) list.get(i++), records);
            } else if (field.isPackable() && random.nextBoolean()) {
                int to = random.nextInt(i, list.size() + 1);
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                for (; i < to; i++) {
                    if (isClosed(field) && random.nextInt(4) == 0) {
                        packed.writeBytes(varint32(values.unknownEnumNumber(field)));
                    }
                    packed.writeBytes(value(field, list.get(i)));
                }
                records.add(enclosed(field, packed.toByteArray()));
            } else {
                if (isClosed(field) && random.nextInt(4) == 0) {
                    records.add(unknownEnum(field));
                }
                records.add(record(field, list.get(i++)));
            }
        }
        return records;
    }

    private static boolean isClosed(FieldDescriptor field) {
        return field.legacyEnumFieldTreatedAsClosed();
    }

    private byte[] unknownEnum(FieldDescriptor field) {
        return join(List.of(
                tag(field.getNumber() << 3 | WireFormat.WIRETYPE_VARINT), varint32(values.unknownEnumNumber(field))));
    }

    private void entry(FieldDescriptor field, Message entry, List<byte[]> records) {
        FieldDescriptor keyField = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor valueField = field.getMessageType().findFieldByNumber(2);
        byte[] key = record(keyField, entry.getField(keyField));
        byte[] value = record(valueField, entry.getField(valueField));
        if (random.nextInt(5) == 0) {
            records.add(enclosed(field, join(List.of(key, record(valueField, values.value(valueField, 4))))));
        }
        List<byte[]> parts = new ArrayList<>(List.of(key, value));
        if (random.nextInt(3) == 0) {
            parts = new ArrayList<>(List.of(value, key));
        }
        if (random.nextInt(5) == 0) {
            parts.add(0, record(valueField, values.value(valueField, 4)));
        }
        if (random.nextInt(5) == 0) {
            parts.add(0, record(keyField, values.value(keyField, 4)));
        }
        if (random.nextInt(5) == 0) {
            parts.add(
                    random.nextInt(parts.size() + 1),
                    values.unknown(field.getMessageType(), 2).toByteArray());
        }
        if (random.nextInt(10) == 0 && !mayLack(valueField)) {
            parts.remove(random.nextInt(parts.size()));
        }
        records.add(enclosed(field, join(parts)));
        if (isClosed(valueField) && random.nextInt(4) == 0) {
            UnknownFieldSet.Field number = UnknownFieldSet.Field.newBuilder()
                    .addVarint(values.unknownEnumNumber(valueField))
                    .build();
            // Kept as it stands, so without what a writer would do otherwise.
            records.add(enclosed(
                    field,
                    DynamicMessage.newBuilder(field.getMessageType())
                            .setField(keyField, entry.getField(keyField))
                            .setUnknownFields(UnknownFieldSet.newBuilder()
                                    .addField(2, number)
                                    .build())
                            .build()
                            .toByteArray()));
        }
    }

    private static boolean mayLack(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && !DynamicMessage.getDefaultInstance(field.getMessageType()).isInitialized();
    }

    private byte[] record(FieldDescriptor field, Object value) {
        if (value instanceof Message m) {
            return message(field, write(m));
        }
        byte[] content = value(field, value);
        return join(List.of(tag(field.getNumber() << 3 | field.getLiteType().getWireType()), content));
    }

    private byte[] message(FieldDescriptor field, byte[] content) {
        if (field.getType() != FieldDescriptor.Type.GROUP) {
            return enclosed(field, content);
        }
        byte[] start = tag(field.getNumber() << 3 | WireFormat.WIRETYPE_START_GROUP);
        return join(List.of(start, content, tag(field.getNumber() << 3 | WireFormat.WIRETYPE_END_GROUP)));
    }

    /** A record of a packed list, message or entry. */
    private byte[] enclosed(FieldDescriptor field, byte[] content) {
        byte[] tag = tag(field.getNumber() << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED);
        return join(List.of(tag, varint(content.length, 5), content));
    }

    private byte[] tag(int tag) {
        return varint(tag & 0xffffffffL, 5);
    }

    private byte[] value(FieldDescriptor field, Object value) {
        return switch (field.getType()) {
            case DOUBLE -> fixed(Double.doubleToRawLongBits((double) value), 8);
            case FLOAT -> fixed(Float.floatToRawIntBits((float) value), 4);
            case FIXED64, SFIXED64 -> fixed((long) value, 8);
            case FIXED32, SFIXED32 -> fixed((int) value, 4);
            case INT64, UINT64 -> varint((long) value, 10);
            case SINT64 -> varint((long) value << 1 ^ (long) value >> 63, 10);
            case SINT32 -> varint32((int) value << 1 ^ (int) value >> 31);
            case INT32, UINT32 -> varint32((int) value);
            case ENUM -> varint32(((EnumValueDescriptor) value).getNumber());
            case BOOL -> varint((boolean) value ? Math.max(1, values.integer() & Long.MAX_VALUE) : 0, 10);
            case STRING -> delimited(ByteString.copyFromUtf8((String) value).toByteArray());
            case BYTES -> delimited(((ByteString) value).toByteArray());
            case MESSAGE, GROUP -> throw new AssertionError(field);
        };
    }

    private byte[] delimited(byte[] content) {
        return join(List.of(varint(content.length, 5), content));
    }

    private static byte[] fixed(long bits, int bytes) {
        byte[] out = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            out[i] = (byte) (bits >>> 8 * i);
        }
        return out;
    }

    /** A number of 32 bits, now and then with other bits above, which readers drop. */
    private byte[] varint32(int value) {
        return switch (random.nextInt(4)) {
            case 0 -> varint(value, 10);
            case 1 -> varint(random.nextLong() << 32 | value & 0xffffffffL, 10);
            default -> varint(value & 0xffffffffL, 10);
        };
    }

    /** A varint, now and then padded, at the most to this many bytes. */
    private byte[] varint(long value, int most) {
        int least = CodedOutputStream.computeUInt64SizeNoTag(value);
        int n = random.nextInt(6) == 0 && least < most ? random.nextInt(least, most + 1) : least;
        byte[] out = new byte[n];
        for (int i = 0; i < n; i++) {
            out[i] = (byte) (value >>> 7 * i & 0x7f | (i + 1 < n ? 0x80 : 0));
        }
        return out;
    }

    private static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
