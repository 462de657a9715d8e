package dev.fastcodec.bench;

import java.util.stream.IntStream;

/** What a {@code Strings} holds. */
record StringsData(String[] shorts, String long1, String long2, String chinese) {
    static StringsData of(Values v) {
        return new StringsData(
                IntStream.range(0, 10).mapToObj(i -> v.ascii(4 + v.below(16))).toArray(String[]::new),
                v.ascii(200),
                v.ascii(200),
                v.chinese(8));
    }
}
