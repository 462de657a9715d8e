package dev.fastcodec.thrift;

/** The type codes of the Binary protocol, which stand for types everywhere here, what they are in Compact, and the least bytes they take. */
final class TType {
    static final int STOP = 0;
    static final int BOOL = 2;
    static final int I8 = 3;
    static final int DOUBLE = 4;
    static final int I16 = 6;
    static final int I32 = 8;
    static final int I64 = 10;
    static final int STRING = 11;
    static final int STRUCT = 12;
    static final int MAP = 13;
    static final int SET = 14;
    static final int LIST = 15;
    static final int UUID = 16;

    /** By type: bytes in Binary where that is fixed, else 0. */
    private static final byte[] WIDTH = {0, 0, 1, 1, 8, 0, 2, 0, 4, 0, 8, 0, 0, 0, 0, 0, 16};
    /** By type: the least bytes in Binary. */
    private static final byte[] LEAST = {0, 0, 1, 1, 8, 0, 2, 0, 4, 0, 8, 4, 1, 6, 5, 5, 16};
    /** By type: its code in Compact, with 1 for both values of bool. */
    private static final byte[] TO_COMPACT = {0, 0, 1, 3, 7, 0, 4, 0, 5, 0, 6, 8, 12, 11, 10, 9, 13};
    /** By code in Compact: the type. */
    private static final byte[] OF_COMPACT = {
        0, BOOL, BOOL, I8, I16, I32, I64, DOUBLE, STRING, LIST, SET, MAP, STRUCT, UUID, 0, 0
    };

    private TType() {}

    /** Whether a type exists and has values. */
    static boolean exists(int type) {
        return type > 0 && type < LEAST.length && LEAST[type] != 0;
    }

    static int width(int type) {
        return WIDTH[type];
    }

    static int least(int type) {
        return LEAST[type];
    }

    static int leastInCompact(int type) {
        return type == DOUBLE || type == UUID ? WIDTH[type] : 1;
    }

    static int toCompact(int type) {
        return TO_COMPACT[type];
    }

    /** The type of a code of 0 to 15; 0 when there is none. */
    static int ofCompact(int code) {
        return OF_COMPACT[code];
    }
}
