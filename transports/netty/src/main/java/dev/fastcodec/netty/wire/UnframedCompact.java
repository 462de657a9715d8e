package dev.fastcodec.netty.wire;

import dev.fastcodec.DecodeException.Kind;

/** {@link UnframedEnd} for Thrift's Compact protocol. */
final class UnframedCompact extends UnframedEnd {
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int I16 = 4;
    private static final int I64 = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;
    private static final int UUID = 13;
    private static final int UUID_BYTES = 16;
    private static final int LONG_LIST = 15;
    private static final int NIBBLE = 0xf;
    private static final int SHORT_VARINT = 5;
    private static final int LONG_VARINT = 10;

    private long number;

    UnframedCompact(int limit) {
        super(limit);
    }

    @Override
    boolean envelope(byte[] b, int p, int to) {
        int q = varint(b, p + 2, to, SHORT_VARINT);
        q = q == MORE ? MORE : varint(b, q, to, SHORT_VARINT);
        if (q == MORE) {
            return false;
        }
        pass(q - p + number);
        return true;
    }

    @Override
    boolean field(byte[] b, int p, int to) {
        int q = (b[p] & 0xff) >>> 4 != 0 ? p + 1 : varint(b, p + 1, to, SHORT_VARINT);
        if (q == MORE) {
            return false;
        }
        int type = b[p] & NIBBLE;
        pass(q - p);
        if (type == TRUE || type == FALSE || value(type, b, q, to)) {
            return true;
        }
        pass(p - q);
        return false;
    }

    @Override
    boolean value(int type, byte[] b, int p, int to) {
        return switch (type) {
            case TRUE, FALSE, BYTE, DOUBLE, UUID -> {
                pass(fixed(type));
                yield true;
            }
            case STRUCT -> {
                struct();
                yield true;
            }
            case BINARY -> {
                int q = varint(b, p, to, SHORT_VARINT);
                if (q != MORE) {
                    pass(q - p + number);
                }
                yield q != MORE;
            }
            case LIST, SET -> list(b, p, to);
            case MAP -> map(b, p, to);
            default -> {
                if (type < I16 || type > I64) {
                    throw failure(Kind.INVALID_TYPE, "type " + type);
                }
                int q = varint(b, p, to, LONG_VARINT);
                if (q != MORE) {
                    pass(q - p);
                }
                yield q != MORE;
            }
        };
    }

    private boolean list(byte[] b, int p, int to) {
        if (p == to) {
            return false;
        }
        int q = p + 1;
        number = (b[p] & 0xff) >>> 4;
        if (number == LONG_LIST) {
            q = varint(b, q, to, SHORT_VARINT);
        }
        if (q != MORE) {
            pass(q - p);
            elements(b[p] & NIBBLE, b[p] & NIBBLE, number);
        }
        return q != MORE;
    }

    private boolean map(byte[] b, int p, int to) {
        int q = varint(b, p, to, SHORT_VARINT);
        if (q == MORE || number > 0 && q == to) {
            return false;
        }
        if (number == 0) {
            pass(q - p);
            return true;
        }
        pass(q + 1 - p);
        elements((b[q] & 0xff) >>> 4, b[q] & NIBBLE, 2 * number);
        return true;
    }

    @Override
    int fixed(int type) {
        return switch (type) {
            case TRUE, FALSE, BYTE -> 1;
            case DOUBLE -> Double.BYTES;
            case UUID -> UUID_BYTES;
            default -> {
                if (type < TRUE || type > UUID) {
                    throw failure(Kind.INVALID_TYPE, "type " + type);
                }
                yield 0;
            }
        };
    }

    /** Reads {@link #number}; the index behind it, or {@link #MORE}. */
    private int varint(byte[] b, int p, int to, int most) {
        number = 0;
        for (int i = 0; i < most; i++) {
            if (p + i >= to) {
                return MORE;
            }
            number |= (b[p + i] & 0x7fL) << 7 * i;
            if (b[p + i] >= 0) {
                return p + i + 1;
            }
        }
        throw failure(Kind.MALFORMED_VARINT, "integer of more than " + most + " bytes");
    }
}
