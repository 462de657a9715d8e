package dev.fastcodec.internal;

import dev.fastcodec.EncodeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Large contents that are not copied to the array that a message is written to, but kept beside it with the places where they belong. They then are
 * copied once in place of twice.
 */
public final class Inserts {
    /** From so many bytes on it is worth it. */
    public static final int LEAST = 4096;

    private byte[][] contents = new byte[2][];
    private int[] places = new int[2];
    private int count;
    private long bytes;

    /** None so far. */
    public Inserts() {}

    /**
     * Adds a content behind those before.
     *
     * @param place the index in the array of what comes right behind it
     * @throws EncodeException when no array could hold the message
     */
    public void add(int place, byte[] content) {
        bytes += content.length;
        if (place + bytes > Scratch.LARGEST) {
            throw new EncodeException("message of more bytes than an array holds");
        }
        if (count == places.length) {
            contents = Arrays.copyOf(contents, 2 * count);
            places = Arrays.copyOf(places, 2 * count);
        }
        contents[count] = content;
        places[count++] = place;
    }

    /** How many bytes all contents have. */
    public int size() {
        return (int) bytes;
    }

    /** The bytes of the array {@code from} up to {@code to} with the contents in between, as a new array. */
    public byte[] join(byte[] b, int from, int to) {
        byte[] first = contents[0];
        int at = places[0] - from;
        byte[] all = new byte[to - from + size()];
        // first and right behind the allocation, as HotSpot then does not fill with zeros what this overwrites
        System.arraycopy(first, 0, all, at, first.length);
        System.arraycopy(b, from, all, 0, at);
        put(b, places[0], to, 1, ByteBuffer.wrap(all, at + first.length, all.length - at - first.length));
        return all;
    }

    /** Puts the bytes of the array {@code from} up to {@code to} with the contents in between. */
    public void put(byte[] b, int from, int to, ByteBuffer into) {
        put(b, from, to, 0, into);
    }

    private void put(byte[] b, int from, int to, int first, ByteBuffer into) {
        for (int i = first; i < count; i++) {
            into.put(b, from, places[i] - from).put(contents[i]);
            from = places[i];
        }
        into.put(b, from, to - from);
    }

    /** Gives the bytes of the array {@code from} up to {@code to} and the contents in between, one piece after the other, none of them copied. */
    public void split(byte[] b, int from, int to, Consumer<ByteBuffer> pieces) {
        for (int i = 0; i < count; i++) {
            pieces.accept(ByteBuffer.wrap(b, from, places[i] - from));
            pieces.accept(ByteBuffer.wrap(contents[i]));
            from = places[i];
        }
        pieces.accept(ByteBuffer.wrap(b, from, to - from));
    }

    /** Forgets all contents whose places are behind an index. */
    public void cut(int place) {
        while (count > 0 && places[count - 1] > place) {
            bytes -= contents[--count].length;
            contents[count] = null;
        }
    }

    /** Writes the bytes of the array {@code from} up to {@code to} with the contents in between. */
    public void write(byte[] b, int from, int to, OutputStream out) throws IOException {
        for (int i = 0; i < count; i++) {
            out.write(b, from, places[i] - from);
            out.write(contents[i]);
            from = places[i];
        }
        out.write(b, from, to - from);
    }
}
