package dev.fastcodec.json;

import dev.fastcodec.DecodeException.Kind;

/**
 * Reads Thrift's typed JSON: a field is <code>"id":{"type":value}</code>, a list <code>["type",count,…]</code>, a map
 * <code>["key type","value type",count,{…}]</code>. Called by generated code.
 */
public final class TJsonReader extends JsonElements {
    /** Stands for the third letter of a name that has two; no byte has this value. */
    private static final int NO_THIRD = 128;

    /** The position behind the last type. */
    private int after;

    /**
     * A reader at the outermost struct.
     *
     * @param end where the text ends, in the array
     * @param maxDepth how many levels are allowed, the outermost counted
     */
    public TJsonReader(int end, int maxDepth) {
        super(end, maxDepth, true, false);
    }

    /** A field is an object around its value. */
    @Override
    int levels() {
        return 2;
    }

    /** Reads the id and type of a field into {@link #n}, the type shifted left by 16, and goes to its value. */
    public int field(byte[] b, int p) {
        int q = p + 1;
        int id = 0;
        for (int c = b[q] - '0'; c >= 0 && c <= 9 && id <= Short.MAX_VALUE; c = b[++q] - '0') {
            id = id * 10 + c;
        }
        // as libthrift writes it, without white space
        boolean plain = b[p + 1] != '0' && id > 0 && id <= Short.MAX_VALUE;
        if (plain && b[q] == '"' && b[q + 1] == ':' && b[q + 2] == '{' && b[q + 3] == '"') {
            boolean two = b[q + 6] == '"';
            int end = two ? q + 7 : q + 8;
            int type = code(b[q + 4] << 8 | b[q + 5], two ? NO_THIRD : b[q + 6]);
            if (type > 0 && b[end - 1] == '"' && b[end] == ':' && b[end + 1] > ' ') {
                n = type << 16 | id;
                return end + 1;
            }
        }
        return spacedField(b, p);
    }

    private int spacedField(byte[] b, int p) {
        int q = i16Key(b, p);
        int id = n & 0xffff;
        if (b[q] != '{') {
            throw expected(b, q, "a type and value");
        }
        n = type(b, white(b, q + 1)) << 16 | id;
        return colon(b, after);
    }

    /** Ends a field behind its value. */
    public int endField(byte[] b, int p) {
        return closing(b, p, '}');
    }

    /**
     * Begins a list or set: its count into {@link #n}, or -1 when its elements are of another type than the one declared. An empty list may be of any
     * type.
     *
     * @param element the type's code in the Binary protocol
     * @return the position of the first element, or of the bracket
     */
    public int list(byte[] b, int p, int element) {
        int type = type(b, opening(b, p));
        int q = count(b, comma(b, after));
        if (n > 0 && type != element) {
            n = -1;
            return q;
        }
        enter(p);
        return nextElement(b, q);
    }

    /**
     * Begins a map: its count into {@link #n}, or -1 when keys or values are of other types than declared.
     *
     * @return the position of the first key's quote, or of the brace
     */
    public int map(byte[] b, int p, int key, int value) {
        int keyType = type(b, opening(b, p));
        int valueType = type(b, comma(b, after));
        int q = comma(b, count(b, comma(b, after)));
        if (n > 0 && (keyType != key || valueType != value)) {
            n = -1;
            return q;
        }
        return beginObject(b, q);
    }

    /** Ends a map whose brace is at {@code p}. */
    public int endMap(byte[] b, int p) {
        return closing(b, end(p), ']');
    }

    /**
     * Checks the count of a list, set or map.
     *
     * @param more the count less the number of elements that were there
     */
    public void counted(int more, int p) {
        if (more != 0) {
            throw fail(Kind.INVALID_DATA, p, "count that is " + Math.abs(more) + (more > 0 ? " too high" : " too low"));
        }
    }

    private int opening(byte[] b, int p) {
        if (b[p] != '[') {
            throw expected(b, p, "a list, set or map");
        }
        return white(b, p + 1);
    }

    /** The position behind a comma and white space. */
    int comma(byte[] b, int p) {
        return white(b, closing(b, p, ','));
    }

    private int count(byte[] b, int p) {
        int q = i32(b, p);
        if (n < 0) {
            throw fail(Kind.NEGATIVE_SIZE, p, "count " + n);
        } else if (n > b.length - q) {
            // every element has a comma in front
            throw fail(Kind.SIZE, p, n + " elements where " + (b.length - q) + " bytes are left");
        }
        return q;
    }

    /** Reads the name of a type and gives its code in the Binary protocol. */
    private int type(byte[] b, int p) {
        after = token(b, p, "a type");
        int type = 0;
        if (length == 2 || length == 3) {
            type = code(t[from] << 8 | t[from + 1], length == 2 ? NO_THIRD : t[from + 2]);
        }
        if (type == 0) {
            throw fail(Kind.INVALID_TYPE, p, "no such type");
        }
        return type;
    }

    /**
     * The code of a type, or 0.
     *
     * @param start the first two letters of its name
     * @param third the third, or {@link #NO_THIRD}
     */
    private static int code(int start, int third) {
        return switch (start << 8 | third) {
            case 't' << 16 | 'f' << 8 | NO_THIRD -> 2;
            case 'i' << 16 | '8' << 8 | NO_THIRD -> 3;
            case 'd' << 16 | 'b' << 8 | 'l' -> 4;
            case 'i' << 16 | '1' << 8 | '6' -> 6;
            case 'i' << 16 | '3' << 8 | '2' -> 8;
            case 'i' << 16 | '6' << 8 | '4' -> 10;
            case 's' << 16 | 't' << 8 | 'r' -> 11;
            case 'r' << 16 | 'e' << 8 | 'c' -> 12;
            case 'm' << 16 | 'a' << 8 | 'p' -> 13;
            case 's' << 16 | 'e' << 8 | 't' -> 14;
            case 'l' << 16 | 's' << 8 | 't' -> 15;
            case 'u' << 16 | 'i' << 8 | 'd' -> 16;
            default -> 0;
        };
    }
}
