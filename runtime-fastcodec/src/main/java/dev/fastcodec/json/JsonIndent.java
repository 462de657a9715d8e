package dev.fastcodec.json;

/** Spreads text that is on one line over many. */
final class JsonIndent {
    private JsonIndent() {}

    /**
     * Writes a text with every field and element on a line of its own.
     *
     * @param w empty
     * @param size how many bytes of {@code text} there are
     * @return the size of what was written
     */
    static int write(JsonWriter w, byte[] text, int size, int spaces) {
        int p = 0;
        int depth = 0;
        for (int i = 0; i < size; i++) {
            byte c = text[i];
            byte[] b = w.grow(p, 2 + (long) spaces * (depth + 1));
            if (c == '"') {
                int end = endOfString(text, i);
                b = w.grow(p, end - i);
                System.arraycopy(text, i, b, p, end - i);
                p += end - i;
                i = end - 1;
            } else if ((c == '{' || c == '[') && text[i + 1] != c + 2) {
                b[p++] = c;
                p = line(b, p, ++depth * spaces);
            } else if ((c == '}' || c == ']') && text[i - 1] != c - 2) {
                p = line(b, p, --depth * spaces);
                b[p++] = c;
            } else {
                b[p++] = c;
                if (c == ',') {
                    p = line(b, p, depth * spaces);
                } else if (c == ':') {
                    b[p++] = ' ';
                }
            }
        }
        return p;
    }

    private static int endOfString(byte[] text, int p) {
        do {
            p += text[p] == '\\' ? 2 : 1;
        } while (text[p] != '"');
        return p + 1;
    }

    private static int line(byte[] b, int p, int spaces) {
        b[p++] = '\n';
        for (int i = 0; i < spaces; i++) {
            b[p++] = ' ';
        }
        return p;
    }
}
