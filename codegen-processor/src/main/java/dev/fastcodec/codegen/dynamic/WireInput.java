package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads tags and values of Protobuf's binary format from an array; every fault is a {@link DecodeException}. */
final class WireInput {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int DELIMITED = 2;
    static final int START_GROUP = 3;
    static final int END_GROUP = 4;
    static final int FIXED32 = 5;

    private static final int TYPE_BITS = 3;
    private static final int LONGEST_TAG = 5;
    private static final int LONGEST_VARINT = 10;
    private static final int BITS_PER_BYTE = 7;

    private final byte[] bytes;
    private int position;
    private int end;
    private int levels;

    /**
     * Reads a whole array.
     *
     * @param levels how deep messages and groups may be nested
     */
    WireInput(byte[] bytes, int levels) {
        this.bytes = bytes;
        this.end = bytes.length;
        this.levels = levels;
    }

    /** The wire type of a tag. */
    static int wireType(int tag) {
        return tag & (1 << TYPE_BITS) - 1;
    }

    /** The field number of a tag. */
    static int number(int tag) {
        return tag >>> TYPE_BITS;
    }

    /** Whether the message, or the part {@link #enter entered} last, is at its end. */
    boolean atEnd() {
        return position == end;
    }

    /** A tag of at most five bytes, with a field number above 0 and a wire type that there is; bits above 32 are dropped, as protoc does. */
    int tag() {
        int start = position;
        int tag = (int) varint();
        if (position - start > LONGEST_TAG || number(tag) == 0 || wireType(tag) > FIXED32) {
            throw DecodeException.at(Kind.INVALID_TAG, start, "invalid tag");
        }
        return tag;
    }

    long varint() {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            int b = bytes[advance(1)];
            value |= (long) (b & 0x7F) << BITS_PER_BYTE * i;
            if (b >= 0) {
                return value;
            }
        }
        throw DecodeException.at(Kind.MALFORMED_VARINT, position, "malformed varint");
    }

    int fixed32() {
        int at = advance(Integer.BYTES);
        int value = 0;
        for (int i = Integer.BYTES - 1; i >= 0; i--) {
            value = value << Byte.SIZE | bytes[at + i] & 0xFF;
        }
        return value;
    }

    long fixed64() {
        long low = fixed32() & 0xFFFF_FFFFL;
        return (long) fixed32() << Integer.SIZE | low;
    }

    byte[] delimited() {
        int n = length();
        int at = advance(n);
        return Arrays.copyOfRange(bytes, at, at + n);
    }

    /** Goes into a value with a length in front: the input then ends where it does. Returns what {@link #leave} needs. */
    int enter() {
        int n = length();
        int before = end;
        end = position + n;
        return before;
    }

    /** Goes out of a value that was read to its end. */
    void leave(int before) {
        end = before;
    }

    /** Counts a level of nesting down; {@link #up} gives it back. */
    void down() {
        if (--levels < 0) {
            throw DecodeException.at(Kind.DEPTH, position, "nested too deeply");
        }
    }

    void up() {
        levels++;
    }

    /** How many levels may still be nested. */
    int levels() {
        return levels;
    }

    /** A field that is not known, its tag being read. */
    UnknownField unknown(int tag) {
        int number = number(tag);
        return switch (wireType(tag)) {
            case VARINT -> new UnknownField.Varint(number, varint());
            case FIXED64 -> new UnknownField.Fixed64(number, fixed64());
            case DELIMITED -> new UnknownField.Delimited(number, delimited());
            case START_GROUP -> new UnknownField.Group(number, unknownGroup(number));
            case FIXED32 -> new UnknownField.Fixed32(number, fixed32());
            default -> throw DecodeException.at(Kind.INVALID_TAG, position, "unexpected end of group");
        };
    }

    private List<UnknownField> unknownGroup(int number) {
        down();
        List<UnknownField> fields = new ArrayList<>();
        int tag = tag();
        for (; wireType(tag) != END_GROUP; tag = tag()) {
            fields.add(unknown(tag));
        }
        checkGroupEnd(tag, number);
        up();
        return fields;
    }

    /** Refuses an end tag that does not belong to the group of this number. */
    void checkGroupEnd(int tag, int number) {
        if (number(tag) != number) {
            throw DecodeException.at(Kind.INVALID_TAG, position, "end of another group");
        }
    }

    /** All fields, known or not. */
    static List<UnknownField> fields(byte[] bytes, int levels) {
        WireInput in = new WireInput(bytes, levels);
        List<UnknownField> fields = new ArrayList<>();
        while (!in.atEnd()) {
            fields.add(in.unknown(in.tag()));
        }
        return fields;
    }

    private int length() {
        long n = varint();
        if (n < 0 || n > end - position) {
            throw DecodeException.at(Kind.TRUNCATED, position, "length beyond the end");
        }
        return (int) n;
    }

    private int advance(int n) {
        if (n > end - position) {
            throw DecodeException.at(Kind.TRUNCATED, position, "truncated");
        }
        int at = position;
        position += n;
        return at;
    }
}
