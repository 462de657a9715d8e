package dev.fastcodec.internal;

import java.util.Arrays;

/**
 * Finds names by their UTF-8 bytes, without making strings: a table that is hashed by length and by the first and last eight bytes, with places to
 * spare. Immutable.
 */
public final class NameTable {
    private static final long FIRST = 0x9e3779b97f4a7c15L;
    private static final long LAST = 0xc2b2ae3d27d4eb4fL;
    private static final int FREE = -1;

    private final byte[][] names;
    /** The first eight bytes of each name, or all of them with zeros behind. */
    private final long[] heads;

    private final int[] places;
    private final int shift;

    /** A table of these names; of two that are the same, the first is found. */
    public NameTable(byte[][] names) {
        this.names = names;
        this.heads = new long[names.length];
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * names.length + 1);
        this.shift = Long.SIZE - bits;
        this.places = new int[1 << bits];
        Arrays.fill(places, FREE);
        for (int i = 0; i < names.length; i++) {
            byte[] name = names[i];
            heads[i] = head(name, 0, name.length);
            if (find(name, 0, name.length) < 0) {
                int place = place(name, 0, name.length, heads[i]);
                while (places[place] != FREE) {
                    place = place + 1 & places.length - 1;
                }
                places[place] = i;
            }
        }
    }

    /** The name of an index. */
    public byte[] name(int index) {
        return names[index];
    }

    /** How many names there are. */
    public int size() {
        return names.length;
    }

    /** The index of a name, -1 when it is not there. */
    public int find(byte[] b, int from, int n) {
        long head = head(b, from, n);
        for (int place = place(b, from, n, head); ; place = place + 1 & places.length - 1) {
            int i = places[place];
            if (i == FREE || heads[i] == head && isRest(names[i], b, from, n)) {
                return i;
            }
        }
    }

    /** Whether a name is the same behind its head. */
    private static boolean isRest(byte[] name, byte[] b, int from, int n) {
        return name.length == n
                && (n <= Long.BYTES || Arrays.equals(name, Long.BYTES, n, b, from + Long.BYTES, from + n));
    }

    private static long head(byte[] b, int from, int n) {
        if (b.length - from >= Long.BYTES) {
            long x = (long) Views.LE_LONG.get(b, from);
            return n >= Long.BYTES ? x : x & (1L << (n << 3)) - 1;
        }
        long x = 0;
        for (int i = 0; i < n; i++) {
            x |= (b[from + i] & 0xffL) << (i << 3);
        }
        return x;
    }

    private int place(byte[] b, int from, int n, long head) {
        long h = head * FIRST;
        if (n > Long.BYTES) {
            h ^= (long) Views.LE_LONG.get(b, from + n - Long.BYTES) * LAST;
        }
        return (int) ((h ^ h >>> Integer.SIZE ^ n) * FIRST >>> shift);
    }
}
