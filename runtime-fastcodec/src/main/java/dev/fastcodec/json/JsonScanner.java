package dev.fastcodec.json;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;

/** The structure of JSON: objects and arrays and how deep they are nested, and values that nobody wants. */
abstract sealed class JsonScanner extends JsonTokens permits JsonNumerals {
    private final int maxDepth;
    /** Whether lists and maps count as levels, as messages do. */
    private final boolean containersCount;

    private int depth;

    JsonScanner(int end, int maxDepth, boolean containersCount) {
        super(end);
        this.maxDepth = maxDepth;
        this.containersCount = containersCount;
    }

    /** How many levels of JSON may be inside one level of messages and containers. */
    abstract int levels();

    /** Begins a level: checks the depth, of which the outermost message is the first. */
    final void enter(int p) {
        if (++depth > maxDepth) {
            throw tooDeep(p);
        }
    }

    private DecodeException tooDeep(int p) {
        String what = containersCount ? "messages and containers" : "messages";
        return fail(Kind.DEPTH, p, what + " nested more than " + maxDepth + " deep");
    }

    /** Ends so many levels. */
    public final void leave(int levels) {
        depth -= levels;
    }

    /** Checks that nothing but white space is behind the outermost value, and gives the end. */
    final int endOfText(byte[] b, int p) {
        while (p < end && (b[p] == ' ' || b[p] == '\n' || b[p] == '\r' || b[p] == '\t')) {
            p++;
        }
        if (p < end) {
            throw fail(Kind.INVALID_DATA, p, "text behind the value");
        }
        return p;
    }

    /** The position behind a colon and white space. */
    final int colon(byte[] b, int p) {
        p = closing(b, p, ':');
        return b[p] > ' ' ? p : white(b, p);
    }

    /** Reads a name and goes to the value. */
    final int name(byte[] b, int p) {
        return colon(b, token(b, p, "a name in quotes"));
    }

    /** Begins an object: the position of its first name's quote, or of its brace. */
    public final int beginObject(byte[] b, int p) {
        if (b[p] != '{') {
            throw expected(b, p, "an object");
        }
        enter(p);
        return first(b, p + 1, '}');
    }

    /** Begins a map: the position of its first key's quote, or of its brace. */
    public final int beginMap(byte[] b, int p) {
        if (b[p] != '{') {
            throw expected(b, p, "an object");
        }
        if (containersCount) {
            enter(p);
        }
        return first(b, p + 1, '}');
    }

    /** The position of the first name's quote, or of the brace, of an object whose inside begins at {@code p}. */
    final int first(byte[] b, int p, char close) {
        p = white(b, p);
        if (b[p] != '"' && b[p] != close) {
            throw expected(b, p, "a name in quotes");
        }
        return p;
    }

    /** What follows a field or entry: the position of the next name's quote, or of the object's brace. */
    public final int next(byte[] b, int p) {
        if (b[p] == ',' && b[p + 1] == '"') {
            return p + 1;
        }
        return oddNext(b, p);
    }

    private int oddNext(byte[] b, int p) {
        p = white(b, p);
        if (b[p] == ',') {
            return first(b, p + 1, '"');
        } else if (b[p] != '}') {
            throw expected(b, p, "a comma or the end of the object");
        }
        return p;
    }

    /** Begins an array: the position of its first element, or of its bracket. */
    public final int beginArray(byte[] b, int p) {
        if (b[p] != '[') {
            throw expected(b, p, "an array");
        }
        if (containersCount) {
            enter(p);
        }
        return white(b, p + 1);
    }

    /** What follows an element: the position of the next, or of the array's bracket. */
    public final int nextElement(byte[] b, int p) {
        int c = b[p];
        if (c <= ' ') {
            p = white(b, p);
            c = b[p];
        }
        if (c == ',') {
            p = white(b, p + 1);
            if (b[p] == ']') {
                throw expected(b, p, "an element");
            }
        } else if (c != ']') {
            throw expected(b, p, "a comma or the end of the array");
        }
        return p;
    }

    /** Begins an entry of a map that is an array of pairs: the position of its key. A pair is no level of its own. */
    public final int beginPair(byte[] b, int p) {
        if (b[p] != '[') {
            throw expected(b, p, "a pair of key and value");
        }
        return white(b, p + 1);
    }

    /** Goes on from the key to the value of a pair. */
    public final int nextOfPair(byte[] b, int p) {
        return white(b, closing(b, p, ','));
    }

    /** Ends a pair behind its value. */
    public final int endPair(byte[] b, int p) {
        return closing(b, p, ']');
    }

    /** The position behind a character that must come next, after white space. */
    final int closing(byte[] b, int p, char close) {
        if (b[p] != close) {
            p = white(b, p);
            if (b[p] != close) {
                throw expected(b, p, "'" + close + "'");
            }
        }
        return p + 1;
    }

    /** Ends the object whose brace is at {@code p}. */
    public final int end(int p) {
        depth--;
        return p + 1;
    }

    /** Ends the list or map whose bracket or brace is at {@code p}. */
    public final int endContainer(int p) {
        if (containersCount) {
            depth--;
        }
        return p + 1;
    }

    /** Passes over a value of any kind, which must be JSON. */
    public final int skip(byte[] b, int p) {
        return skip(b, p, (maxDepth - depth) * levels());
    }

    private int skip(byte[] b, int p, int left) {
        switch (b[p]) {
            case '"':
                int q = token(b, p, "");
                if (!ascii) {
                    valid(p);
                }
                return q;
            case 't':
                return literal(b, p, "true");
            case 'f':
                return literal(b, p, "false");
            case 'n':
                return literal(b, p, "null");
            case '{', '[':
                if (left <= 0) {
                    throw tooDeep(p);
                }
                return b[p] == '{' ? skipObject(b, p + 1, left - 1) : skipArray(b, p + 1, left - 1);
            default:
                return number(b, p);
        }
    }

    /** The end of a number. */
    final int number(byte[] b, int p) {
        int q = JsonNumbers.end(b, p);
        if (q < 0) {
            throw expected(b, p, "a value");
        } else if (q - p > JsonNumbers.LONGEST) {
            throw fail(Kind.SIZE, p, "number of more than " + JsonNumbers.LONGEST + " characters");
        }
        return q;
    }

    private int skipObject(byte[] b, int p, int left) {
        p = first(b, p, '}');
        while (b[p] != '}') {
            p = skip(b, colon(b, skip(b, p, left)), left);
            p = next(b, p);
        }
        return p + 1;
    }

    private int skipArray(byte[] b, int p, int left) {
        p = white(b, p);
        while (b[p] != ']') {
            p = skip(b, p, left);
            p = nextElement(b, p);
        }
        return p + 1;
    }

    /** Reads one of the three literal names. */
    final int literal(byte[] b, int p, String literal) {
        for (int i = 0; i < literal.length(); i++) {
            if (b[p + i] != literal.charAt(i)) {
                throw expected(b, p + i, literal);
            }
        }
        return p + literal.length();
    }
}
