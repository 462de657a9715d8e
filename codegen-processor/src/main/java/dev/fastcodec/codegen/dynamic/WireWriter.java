package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.codegen.dynamic.DynamicMessage.Slot;
import java.util.Comparator;
import java.util.List;

/** Writes messages in Protobuf's binary format: fields by number, then those that are not known, as protoc does. */
public final class WireWriter {
    private final WireOutput out = new WireOutput();
    private final boolean sortedMaps;

    private WireWriter(boolean sortedMaps) {
        this.sortedMaps = sortedMaps;
    }

    /**
     * The bytes of a message. Required fields may be missing.
     *
     * @param sortedMaps whether the entries of maps go by key; otherwise they keep their order
     */
    public static byte[] write(DynamicMessage message, boolean sortedMaps) {
        WireWriter writer = new WireWriter(sortedMaps);
        writer.writeFields(message);
        return writer.out.toByteArray();
    }

    private void writeFields(DynamicMessage message) {
        for (Slot slot : message.slots()) {
            if (message.type().isMessageSet() && slot.member().type() instanceof MemberType.Nested) {
                slot.values()
                        .forEach(value -> writeItem(slot.member().number(), write((DynamicMessage) value, sortedMaps)));
            } else {
                writeSlot(slot);
            }
        }
        for (UnknownField field : message.unknown()) {
            if (message.type().isMessageSet() && field instanceof UnknownField.Delimited delimited) {
                writeItem(field.number(), delimited.value());
            } else {
                out.unknown(field);
            }
        }
    }

    private void writeItem(int typeId, byte[] payload) {
        out.varint(MessageSets.ITEM_START);
        out.varint(MessageSets.TYPE_ID);
        out.varint(typeId & 0xFFFF_FFFFL);
        out.varint(MessageSets.MESSAGE);
        out.delimited(payload);
        out.varint(MessageSets.ITEM_END);
    }

    private void writeSlot(Slot slot) {
        Member member = slot.member();
        if (member.packed()) {
            WireWriter packed = new WireWriter(sortedMaps);
            slot.values().forEach(value -> packed.writeValue(member.type(), value));
            out.tag(member.number(), WireInput.DELIMITED);
            out.delimited(packed.out);
            return;
        }
        List<Object> values = member.isMap() && sortedMaps ? sorted(slot.values()) : slot.values();
        for (Object value : values) {
            writeTagged(member, value);
        }
    }

    private void writeTagged(Member member, Object value) {
        out.tag(member.number(), WireReader.wireType(member.type()));
        writeValue(member.type(), value);
        if (member.type() instanceof MemberType.Nested nested && nested.group()) {
            out.tag(member.number(), WireInput.END_GROUP);
        }
    }

    private void writeValue(MemberType type, Object value) {
        if (type instanceof MemberType.Scalar scalar) {
            writeScalar(scalar, value);
        } else if (type instanceof MemberType.Named) {
            out.varint((int) value);
        } else if (type instanceof MemberType.Nested nested) {
            WireWriter inner = new WireWriter(sortedMaps);
            if (nested.mapEntry()) {
                inner.writeEntry((DynamicMessage) value);
            } else {
                inner.writeFields((DynamicMessage) value);
            }
            if (nested.group()) {
                out.raw(inner.out);
            } else {
                out.delimited(inner.out);
            }
        }
    }

    /** An entry of a map always has its key and its value. */
    private void writeEntry(DynamicMessage entry) {
        for (Member member : entry.type().declared()) {
            writeTagged(member, entry.valueOrDefault(member));
        }
        entry.unknown().forEach(out::unknown);
    }

    private void writeScalar(MemberType.Scalar scalar, Object value) {
        switch (scalar.type()) {
            case BOOL -> out.varint((boolean) value ? 1 : 0);
            case INT32 -> out.varint((int) value);
            case UINT32 -> out.varint((int) value & 0xFFFF_FFFFL);
            case INT64, UINT64 -> out.varint((long) value);
            case SINT32 -> out.varint(((int) value << 1 ^ (int) value >> Integer.SIZE - 1) & 0xFFFF_FFFFL);
            case SINT64 -> out.varint((long) value << 1 ^ (long) value >> Long.SIZE - 1);
            case FIXED32, SFIXED32 -> out.fixed32((int) value);
            case FIXED64, SFIXED64 -> out.fixed64((long) value);
            case FLOAT -> out.fixed32(Float.floatToRawIntBits((float) value));
            case DOUBLE -> out.fixed64(Double.doubleToRawLongBits((double) value));
            case STRING, BYTES -> out.delimited((byte[]) value);
            case INT8, INT16, UUID -> throw new AssertionError(scalar);
        }
    }

    /** The entries of a map by key; equal keys keep their order. */
    static List<Object> sorted(List<Object> entries) {
        Comparator<Object> byKey = (a, b) -> MapKeys.compare((DynamicMessage) a, (DynamicMessage) b);
        return entries.stream().sorted(byKey).toList();
    }
}
