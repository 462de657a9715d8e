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
 *
 * <p>There is no room for them in an array that is written forward. In one that is written backward they have gaps, so that what is written in front of them
 * finds lengths as differences of indexes.
 */
public final class Inserts {
    /** From so many bytes on it is worth it. */
    public static final int LEAST = 4096;

    private final boolean gaps;
    private byte[][] contents = new byte[2][];
    private int[] places = new int[2];
    private int count;
    private long bytes;

    /** None so far. */
    public Inserts() {
        this(false);
    }

    private Inserts(boolean gaps) {
        this.gaps = gaps;
    }

    /** None so far, and a gap in the array for each. */
    public static Inserts inGaps() {
        return new Inserts(true);
    }

    /**
     * Adds a content behind those before.
     *
     * @param place the index in the array at which it belongs: of its gap, or of what comes right behind it
     * @throws EncodeException when no array could hold the message
     */
    public void add(int place, byte[] content) {
        bytes += content.length;
        if (!gaps && place + bytes > Scratch.LARGEST) {
            throw new EncodeException("message of more bytes than an array holds");
        }
        if (count == places.length) {
            contents = Arrays.copyOf(contents, 2 * count);
            places = Arrays.copyOf(places, 2 * count);
        }
        contents[count] = content;
        places[count++] = place;
    }

    /** How many bytes all contents have for which there is no room in the array. */
    public int size() {
        return gaps ? 0 : (int) bytes;
    }

    /** Turns what was added backward, with places that count from the end of the array, around, for an array of so many bytes. */
    public Inserts turn(int length) {
        Inserts turned = new Inserts(gaps);
        for (int i = count; --i >= 0; ) {
            turned.add(length - places[i], contents[i]);
        }
        return turned;
    }

    /** Copies all contents into their gaps, so that they may change from then on. Returns what is not in the array after that: this, without gaps, or null. */
    public Inserts filled(byte[] b) {
        if (!gaps) {
            return this;
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(contents[i], 0, b, places[i], contents[i].length);
        }
        return null;
    }

    /** Where in the array what follows a content begins. */
    private int behind(int i) {
        return gaps ? places[i] + contents[i].length : places[i];
    }

    /** The bytes of the array {@code from} up to {@code to} with the contents in between, as a new array. */
    public byte[] join(byte[] b, int from, int to) {
        byte[] first = contents[0];
        int at = places[0] - from;
        byte[] all = new byte[to - from + size()];
        // first and right behind the allocation, as HotSpot then does not fill with zeros what this overwrites
        System.arraycopy(first, 0, all, at, first.length);
        System.arraycopy(b, from, all, 0, at);
        put(b, behind(0), to, 1, ByteBuffer.wrap(all, at + first.length, all.length - at - first.length));
        return all;
    }

    /** Puts the bytes of the array {@code from} up to {@code to} with the contents in between. */
    public void put(byte[] b, int from, int to, ByteBuffer into) {
        put(b, from, to, 0, into);
    }

    private void put(byte[] b, int from, int to, int first, ByteBuffer into) {
        for (int i = first; i < count; i++) {
            into.put(b, from, places[i] - from).put(contents[i]);
            from = behind(i);
        }
        into.put(b, from, to - from);
    }

    /** Gives the bytes of the array {@code from} up to {@code to} and the contents in between, one piece after the other, none of them copied. */
    public void split(byte[] b, int from, int to, Consumer<ByteBuffer> pieces) {
        split(b, from, to, pieces, content -> pieces.accept(ByteBuffer.wrap(content)));
    }

    /** As {@link #split(byte[], int, int, Consumer)}, with the contents apart. */
    public void split(byte[] b, int from, int to, Consumer<ByteBuffer> pieces, Consumer<byte[]> large) {
        for (int i = 0; i < count; i++) {
            pieces.accept(ByteBuffer.wrap(b, from, places[i] - from));
            large.accept(contents[i]);
            from = behind(i);
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
            from = behind(i);
        }
        out.write(b, from, to - from);
    }
}
