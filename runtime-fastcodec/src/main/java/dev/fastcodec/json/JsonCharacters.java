package dev.fastcodec.json;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;

/** The characters of JSON: white space, escapes, and what is told of those that are wrong. */
abstract sealed class JsonCharacters permits JsonTokens {
    /** The position of what comes after white space. */
    public final int white(byte[] b, int p) {
        int c = b[p];
        while (c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t')) {
            c = b[++p];
        }
        return p;
    }

    /** What a character behind a backslash stands for. */
    final byte unescaped(int c, int p) {
        return (byte)
                switch (c) {
                    case '"', '\\', '/' -> c;
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> throw fail(Kind.INVALID_DATA, p, "no such escape in a string");
                };
    }

    /** The four hexadecimal digits from {@code p} on. */
    final int hex(byte[] b, int p) {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(b[p + i], 16);
            if (digit < 0) {
                throw fail(Kind.INVALID_DATA, p + i, "\\u without four hexadecimal digits");
            }
            code = code << 4 | digit;
        }
        return code;
    }

    /** Writes a character and gives the position behind it. */
    static int utf8(byte[] to, int p, int code) {
        if (code < 0x80) {
            to[p++] = (byte) code;
        } else if (code < 0x800) {
            to[p++] = (byte) (0xc0 | code >> 6);
            to[p++] = (byte) (0x80 | code & 0x3f);
        } else if (code < 0x10000) {
            to[p++] = (byte) (0xe0 | code >> 12);
            to[p++] = (byte) (0x80 | code >> 6 & 0x3f);
            to[p++] = (byte) (0x80 | code & 0x3f);
        } else {
            to[p++] = (byte) (0xf0 | code >> 18);
            to[p++] = (byte) (0x80 | code >> 12 & 0x3f);
            to[p++] = (byte) (0x80 | code >> 6 & 0x3f);
            to[p++] = (byte) (0x80 | code & 0x3f);
        }
        return p;
    }

    /** A failure to be thrown: the codec's outermost method adds the place. */
    public final DecodeException fail(Kind kind, int p, String what) {
        return DecodeException.at(kind, p, what);
    }

    /** The failure of a text that goes on otherwise than it must. */
    final DecodeException expected(byte[] b, int p, String what) {
        String found;
        if (b[p] < ' ') {
            found = b[p] < 0 ? "a character that is not ASCII" : "control character " + b[p];
        } else {
            found = "'" + (char) b[p] + "'";
        }
        return fail(Kind.INVALID_DATA, p, what + " expected, but found " + found);
    }
}
