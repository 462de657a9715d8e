package dev.fastcodec.json;

import dev.fastcodec.BoolList;
import dev.fastcodec.ByteList;
import dev.fastcodec.BytesList;
import dev.fastcodec.DoubleList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.ShortList;
import dev.fastcodec.StringList;

/** The elements of lists: each method takes the position of the first element, or of the bracket, and gives the one behind the bracket. */
abstract sealed class JsonElements extends JsonKeys permits JsonReader, TJsonReader {
    JsonElements(int end, int maxDepth, boolean containersCount, boolean lenient) {
        super(end, maxDepth, containersCount, lenient);
    }

    /** Reads the elements of a list of bools. */
    public final int bools(byte[] b, int p, BoolList out) {
        while (b[p] != ']') {
            p = bool(b, p);
            out.push(yes);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads the elements of a list of bools that are written as 1 and 0. */
    public final int bits(byte[] b, int p, BoolList out) {
        while (b[p] != ']') {
            p = bit(b, p);
            out.push(yes);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads the elements of a list of 8-bit numbers. */
    public final int i8s(byte[] b, int p, ByteList out) {
        while (b[p] != ']') {
            p = i8(b, p);
            out.push((byte) n);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads the elements of a list of 16-bit numbers. */
    public final int i16s(byte[] b, int p, ShortList out) {
        while (b[p] != ']') {
            p = i16(b, p);
            out.push((short) n);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads the elements of a list of 32-bit numbers. */
    public final int i32s(byte[] b, int p, IntList out) {
        while (b[p] != ']') {
            p = i32(b, p);
            out.push(n);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads the elements of a list of 64-bit numbers. */
    public final int i64s(byte[] b, int p, LongList out) {
        while (b[p] != ']') {
            p = i64(b, p);
            out.push(v);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads the elements of a list of doubles. */
    public final int doubles(byte[] b, int p, DoubleList out) {
        while (b[p] != ']') {
            p = float64(b, p);
            out.push(d);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads the elements of a list of strings. */
    public final int strings(byte[] b, int p, StringList out) {
        while (b[p] != ']') {
            p = string(b, p);
            out.push(s, ascii);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }

    /** Reads the elements of a list of bytes in Base64. */
    public final int binaries(byte[] b, int p, BytesList out) {
        while (b[p] != ']') {
            p = bytes(b, p);
            out.add(bytes);
            p = nextElement(b, p);
        }
        return endContainer(p);
    }
}
