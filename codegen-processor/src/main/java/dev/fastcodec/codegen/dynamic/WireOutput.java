package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.UnknownFields;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes tags and values of Protobuf's binary format (encoding.md). */
public final class WireOutput {
    private static final int TYPE_BITS = 3;
    private static final int BITS_PER_BYTE = 7;
    private static final int MAX_VARINT = 10;

    private byte[] bytes = new byte[64];
    private int size;

    /** Whether nothing was written. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** How many bytes were written. */
    public int size() {
        return size;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Adds what was written, whole fields. */
    public void appendTo(UnknownFields fields) {
        fields.append(bytes, 0, size);
    }

    /** Forgets what was written. */
    public void clear() {
        size = 0;
    }

    /** The key of a field. */
    public void tag(int number, int wireType) {
        varint((number & 0xFFFF_FFFFL) << TYPE_BITS | wireType);
    }

    /** A number in as many bytes as it needs. */
    public void varint(long value) {
        long rest = value;
        reserve(MAX_VARINT);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= BITS_PER_BYTE;
        }
        bytes[size++] = (byte) rest;
    }

    /** Four bytes. */
    public void fixed32(int value) {
        reserve(Integer.BYTES);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
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

    /** A length and what another has written. */
    public void delimited(WireOutput other) {
        varint(other.size);
        raw(other);
    }

    /** A length and text in UTF-8. */
    public void delimited(String text) {
        delimited(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes as they are. */
    public void raw(byte[] from) {
        raw(from, from.length);
    }

    /** What another has written. */
    public void raw(WireOutput other) {
        raw(other.bytes, other.size);
    }

    private void raw(byte[] from, int length) {
        reserve(length);
        System.arraycopy(from, 0, bytes, size, length);
        size += length;
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.addExact(size, Math.max(size, more)));
        }
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
