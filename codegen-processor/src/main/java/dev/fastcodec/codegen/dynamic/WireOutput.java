package dev.fastcodec.codegen.dynamic;

import java.io.ByteArrayOutputStream;

/** Writes tags and values of Protobuf's binary format (encoding.md). */
public final class WireOutput {
    private static final int TYPE_BITS = 3;
    private static final int BITS_PER_BYTE = 7;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Whether nothing was written. */
    public boolean isEmpty() {
        return out.size() == 0;
    }

    /** What was written. */
    public byte[] toByteArray() {
        return out.toByteArray();
    }

    /** The key of a field. */
    public void tag(int number, int wireType) {
        varint((number & 0xFFFF_FFFFL) << TYPE_BITS | wireType);
    }

    /** A number in as many bytes as it needs. */
    public void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) rest & 0x7F | 0x80);
            rest >>>= BITS_PER_BYTE;
        }
        out.write((int) rest);
    }

    /** Four bytes. */
    public void fixed32(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(value >>> shift);
        }
    }

    /** Eight bytes. */
    public void fixed64(long value) {
        fixed32((int) value);
        fixed32((int) (value >>> Integer.SIZE));
    }

    /** A length and so many bytes. */
    public void delimited(byte[] bytes) {
        varint(bytes.length);
        raw(bytes);
    }

    /** Bytes as they are. */
    public void raw(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    /** A field that is not known, as it was read. */
    void unknown(UnknownField field) {
        int number = field.number();
        if (field instanceof UnknownField.Varint varint) {
            tag(number, WireInput.VARINT);
            varint(varint.value());
        } else if (field instanceof UnknownField.Fixed64 fixed) {
            tag(number, WireInput.FIXED64);
            fixed64(fixed.value());
        } else if (field instanceof UnknownField.Delimited delimited) {
            tag(number, WireInput.DELIMITED);
            delimited(delimited.value());
        } else if (field instanceof UnknownField.Group group) {
            tag(number, WireInput.START_GROUP);
            group.fields().forEach(this::unknown);
            tag(number, WireInput.END_GROUP);
        } else if (field instanceof UnknownField.Fixed32 fixed) {
            tag(number, WireInput.FIXED32);
            fixed32(fixed.value());
        }
    }
}
