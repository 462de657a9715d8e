package dev.fastcodec.netty.wire;

import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import java.util.Random;

/** Writes a struct with fields of random types, nested a few levels, in the Binary or the Compact protocol. */
final class RandomStruct {
    private static final int[] BINARY = {2, 3, 4, 6, 8, 10, 11, 12, 13, 14, 15, 16};
    private static final int[] COMPACT = {1, 3, 7, 4, 5, 6, 8, 12, 11, 10, 9, 13};
    private static final int[] FIXED = {1, 1, 8, 2, 4, 8, 0, 0, 0, 0, 0, 16};
    private static final int STRING = 6;
    private static final int STRUCT = 7;
    private static final int MAP = 8;

    private final Random random;
    private final Outgoing out;
    private final boolean compact;

    RandomStruct(Random random, Outgoing out, Protocol protocol) {
        this.random = random;
        this.out = out;
        this.compact = protocol == Protocol.COMPACT;
    }

    void fields(int depth) {
        for (int id = 1 + random.nextInt(5); id > 1; id--) {
            int type = type(depth);
            if (compact) {
                boolean isLong = random.nextBoolean();
                Bytes.u8(out, (isLong ? 0 : 1 + random.nextInt(15)) << 4 | COMPACT[type]);
                if (isLong) {
                    varint(random.nextInt(60_000));
                }
            } else {
                Bytes.u8(out, BINARY[type]);
                Bytes.u16(out, random.nextInt(1000));
            }
            if (!compact || type != 0) {
                value(type, depth);
            }
        }
        Bytes.u8(out, 0);
    }

    private int type(int depth) {
        return random.nextInt(depth < 4 ? BINARY.length : STRING + 1);
    }

    private void value(int type, int depth) {
        if (type == STRUCT) {
            fields(depth + 1);
        } else if (type == STRING) {
            int n = random.nextInt(40);
            size(n);
            Bytes.raw(out, new byte[n]);
        } else if (FIXED[type] == 0) {
            container(type == MAP, depth + 1);
        } else if (compact && type > 2 && type < STRING) {
            varint(type == 5 ? random.nextLong() : random.nextInt() & 0xffffffffL);
        } else {
            byte[] b = new byte[FIXED[type]];
            random.nextBytes(b);
            b[0] = type == 0 ? 1 : b[0];
            Bytes.raw(out, b);
        }
    }

    private void container(boolean map, int depth) {
        int n = random.nextInt(20);
        int key = type(depth);
        int value = map ? type(depth) : key;
        if (!compact) {
            if (map) {
                Bytes.u8(out, BINARY[key]);
            }
            Bytes.u8(out, BINARY[value]);
            Bytes.i32(out, n);
        } else if (map) {
            varint(n);
            if (n > 0) {
                Bytes.u8(out, COMPACT[key] << 4 | COMPACT[value]);
            }
        } else {
            Bytes.u8(out, Math.min(n, 15) << 4 | COMPACT[key]);
            if (n >= 15) {
                varint(n);
            }
        }
        for (int i = 0; i < n; i++) {
            if (map) {
                value(key, depth);
            }
            value(value, depth);
        }
    }

    private void size(int n) {
        if (compact) {
            varint(n);
        } else {
            Bytes.i32(out, n);
        }
    }

    private void varint(long v) {
        for (; (v & ~0x7fL) != 0; v >>>= 7) {
            Bytes.u8(out, (int) v & 0x7f | 0x80);
        }
        Bytes.u8(out, (int) v);
    }
}
