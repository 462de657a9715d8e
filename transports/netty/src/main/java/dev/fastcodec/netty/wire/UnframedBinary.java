package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException.Kind;

/** {@link UnframedEnd} for Thrift's Binary protocol with a strict envelope. */
final class UnframedBinary extends UnframedEnd {
    private static final int STRING = 11;
    private static final int STRUCT = 12;
    private static final int MAP = 13;
    private static final int SET = 14;
    private static final int LIST = 15;
    /** Bytes by type: 0 for what has no length of its own, -1 for what does not exist. */
    private static final int[] FIXED = {-1, -1, 1, 1, 8, -1, 2, -1, 4, -1, 8, 0, 0, 0, 0, 0, 16};

    private static final int FIELD = 3;
    private static final int NAME_AT = 4;
    private static final int AROUND_NAME = 12;

    UnframedBinary(int limit) {
        super(limit);
    }

    @Override
    boolean envelope(byte[] b, int p, int to) {
        if (to - p < NAME_AT + Integer.BYTES) {
            return false;
        }
        pass(AROUND_NAME + (long) length(b, p + NAME_AT));
        return true;
    }

    @Override
    boolean field(byte[] b, int p, int to) {
        pass(FIELD);
        if (p + FIELD <= to && value(b[p], b, p + FIELD, to)) {
            return true;
        }
        pass(-FIELD);
        return false;
    }

    @Override
    boolean value(int type, byte[] b, int p, int to) {
        int fixed = fixed(type);
        if (fixed > 0) {
            pass(fixed);
            return true;
        }
        return switch (type) {
            case STRUCT -> {
                struct();
                yield true;
            }
            case STRING -> {
                boolean there = to - p >= Integer.BYTES;
                if (there) {
                    pass(Integer.BYTES + (long) length(b, p));
                }
                yield there;
            }
            case LIST, SET -> {
                boolean there = to - p >= 1 + Integer.BYTES;
                if (there) {
                    pass(1 + Integer.BYTES);
                    elements(b[p], b[p], Bytes.i32(b, p + 1));
                }
                yield there;
            }
            case MAP -> {
                boolean there = to - p >= 2 + Integer.BYTES;
                if (there) {
                    pass(2 + Integer.BYTES);
                    map(b[p], b[p + 1], Bytes.i32(b, p + 2));
                }
                yield there;
            }
            default -> throw failure(Kind.INVALID_TYPE, "type " + type);
        };
    }

    /** Types of an empty map need not exist. */
    private void map(int key, int value, int count) {
        if (count != 0) {
            elements(key, value, 2L * count);
        }
    }

    @Override
    int fixed(int type) {
        if (type < 0 || type >= FIXED.length || FIXED[type] < 0) {
            throw failure(Kind.INVALID_TYPE, "type " + type);
        }
        return FIXED[type];
    }

    private int length(byte[] b, int p) {
        int length = Bytes.i32(b, p);
        if (length < 0) {
            throw failure(Kind.NEGATIVE_SIZE, "length " + length);
        }
        return length;
    }
}
