package dev.fastcodec.bench;

import java.util.Locale;

/** The kinds of message that are measured. The IDL has one message type for each, with its fields in the same order. */
public enum Shape {
    /** A small record of strings, numbers and enums. */
    MEDIA,
    /** Twenty scalars, a list of 100 integers and one of 100 doubles. */
    NUMERIC,
    /** Ten short strings, two of 200 characters, one that is not ASCII. */
    STRINGS,
    /** 200 nodes in each other, and a map of 50. */
    TREE,
    /** One field of 64 KiB. */
    BYTES,
    /** The footers of Parquet files, which are in Thrift Compact. */
    FOOTERS;

    /** What a message of this shape holds. Equal indexes give equal values; index 0 of {@link #MEDIA} is the usual example. */
    Object data(int index) {
        return switch (this) {
            case MEDIA -> index == 0 ? MediaData.EXAMPLE : MediaData.of(new Values(index));
            case NUMERIC -> NumericData.of(new Values(index));
            case STRINGS -> StringsData.of(new Values(index));
            case TREE -> TreeData.of(new Values(index));
            case BYTES -> new Values(index).bytes(1 << 16);
            case FOOTERS -> Footers.of(index);
        };
    }

    /** The name in tables and parameters. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
