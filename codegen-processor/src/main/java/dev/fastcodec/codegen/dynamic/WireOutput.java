package dev.fastcodec.codegen.dynamic;

import java.io.ByteArrayOutputStream;

/** Writes tags and values of Protobuf's binary format. */
final class WireOutput {
    private static final int TYPE_BITS = 3;
    private static final int BITS_PER_BYTE = 7;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] toByteArray() {
        return out.toByteArray();
    }

    void tag(int number, int wireType) {
        varint((number & 0xFFFF_FFFFL) << TYPE_BITS | wireType);
    }

    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) rest & 0x7F | 0x80);
            rest >>>= BITS_PER_BYTE;
        }
        out.write((int) rest);
    }

    void fixed32(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(value >>> shift);
        }
    }

    void fixed64(long value) {
        fixed32((int) value);
        fixed32((int) (value >>> Integer.SIZE));
    }

    void delimited(byte[] bytes) {
        varint(bytes.length);
        raw(bytes);
    }

    void raw(byte[] bytes) {
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
