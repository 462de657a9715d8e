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
    private final int[] places;
    private final int shift;

    /** A table of these names; of two that are the same, the first is found. */
    public NameTable(byte[][] names) {
        this.names = names;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * names.length + 1);
        this.shift = Long.SIZE - bits;
        this.places = new int[1 << bits];
        Arrays.fill(places, FREE);
        for (int i = 0; i < names.length; i++) {
            byte[] name = names[i];
            if (find(name, 0, name.length) < 0) {
                int place = place(name, 0, name.length);
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
        for (int place = place(b, from, n); ; place = place + 1 & places.length - 1) {
            int i = places[place];
            if (i == FREE || Arrays.equals(names[i], 0, names[i].length, b, from, from + n)) {
                return i;
            }
        }
    }

    private int place(byte[] b, int from, int n) {
        long h;
        if (n >= Long.BYTES) {
            h = (long) Views.LE_LONG.get(b, from) * FIRST ^ (long) Views.LE_LONG.get(b, from + n - Long.BYTES) * LAST;
        } else {
            long x = 0;
            for (int i = 0; i < n; i++) {
                x = x << Byte.SIZE | b[from + i] & 0xff;
            }
            h = x * FIRST;
        }
        return (int) ((h ^ h >>> Integer.SIZE ^ n) * FIRST >>> shift);
    }
}
