package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.UnknownFields;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes tags and values of Protobuf's binary format (encoding.md). */
public final class WireOutput {
    private static final int TYPE_BITS = 3;
    private static final int BITS_PER_BYTE = 7;
    private static final int MAX_VARINT = 10;

    private static final int USUAL = 64;
    private static final int SHORT = 0x80;

    private byte[] bytes;
    private int size;

    /** Nothing yet. */
    public WireOutput() {
        this(USUAL);
    }

    /** Nothing yet, with room for so many bytes. */
    public WireOutput(int room) {
        bytes = new byte[room];
    }

    /** Whether nothing was written. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Adds what was written, whole fields. */
    public void appendTo(UnknownFields fields) {
        fields.append(bytes, 0, size);
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

    /**
     * Begins a field with a length, which is taken to fit one byte, as nearly all do.
     *
     * @return where it begins, for {@link #close}
     */
    public int open(int number) {
        tag(number, WireInput.DELIMITED);
        reserve(1);
        return ++size;
    }

    /** Ends the field that was opened last and is still open: what stands behind its length moves when that needs more than a byte. */
    public void close(int start) {
        int length = size - start;
        if (length < SHORT) {
            bytes[start - 1] = (byte) length;
            return;
        }
        reserve(MAX_VARINT);
        int more = (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(length)) / BITS_PER_BYTE;
        System.arraycopy(bytes, start, bytes, start + more, length);
        size = start - 1;
        varint(length);
        size += length;
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
