package dev.fastcodec;

import java.util.Arrays;
import java.util.Objects;

/**
 * Fields that a message's type does not declare, as raw bytes in order of arrival. For Protobuf they are tags and contents; for Thrift always
 * fields of the Binary protocol without STOP, whatever protocol they came by, so that they may go out by another.
 */
public final class UnknownFields {
    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private int size;

    /** No field yet. */
    public UnknownFields() {}

    /** The number of bytes. */
    public int size() {
        return size;
    }

    /** The array that holds the bytes from index 0 up to {@link #size()}; not copied, and replaced when more is appended. */
    public byte[] array() {
        return bytes;
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Adds whole fields: the bytes from index {@code from} up to {@code to}, not checked. */
    public void append(byte[] b, int from, int to) {
        int n = to - from;
        Objects.checkFromToIndex(from, to, b.length);
        reserve(n);
        System.arraycopy(b, from, bytes, size, n);
        size += n;
    }

    /** Makes room for more bytes behind {@link #size()}, for {@link #grew} to count when they are there. */
    public byte[] reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, ArrayBacked.capacity(bytes.length, size, more));
        }
        return bytes;
    }

    /** Takes the bytes written to {@link #array()} up to the new size. */
    public void grew(int newSize) {
        Objects.checkIndex(newSize, bytes.length + 1);
        size = newSize;
    }

    /** A copy that shares nothing. */
    public UnknownFields copy() {
        UnknownFields copy = new UnknownFields();
        copy.bytes = toByteArray();
        copy.size = size;
        return copy;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof UnknownFields other && Arrays.equals(bytes, 0, size, other.bytes, 0, other.size);
    }

    @Override
    public int hashCode() {
        int h = 1;
        for (int i = 0; i < size; i++) {
            h = 31 * h + bytes[i];
        }
        return h;
    }

    @Override
    public String toString() {
        return size + " bytes";
    }
}
