package dev.fastcodec.bench;

import java.util.stream.IntStream;

/** What a {@code Numeric} holds: its scalars by kind, in the order of the IDL, and its lists. */
record NumericData(int[] i, long[] l, double[] d, boolean b1, boolean b2, int[] ints, double[] doubles) {
    static NumericData of(Values v) {
        return new NumericData(
                new int[] {
                    v.anyInt(), v.anyInt(), -v.anyInt(), v.anyInt(), v.below(30_000), -v.below(30_000), v.below(128)
                },
                new long[] {v.anyLong(), v.anyLong(), -v.anyLong(), v.anyLong(), v.anyLong(), -v.anyLong(), v.anyLong()
                },
                new double[] {v.anyDouble(), v.anyDouble(), (float) v.anyDouble(), (float) v.anyDouble()},
                true,
                v.below(2) == 0,
                IntStream.range(0, 100).map(n -> v.anyInt()).toArray(),
                IntStream.range(0, 100).mapToDouble(n -> v.anyDouble()).toArray());
    }
}
