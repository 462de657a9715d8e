package dev.fastcodec.rpc;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object whose values are strings, which is all that a business error's extra can be. For engines. */
public final class StringMap {
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";
    private static final int HEX = 16;
    private static final int UNICODE_DIGITS = 4;

    private final String text;
    private int p;

    private StringMap(String text) {
        this.text = text;
    }

    /** The object; what is not ASCII stands in it as it is. */
    public static String write(Map<String, String> map) {
        StringBuilder out = new StringBuilder("{");
        map.forEach((key, value) -> {
            string(out.append(out.length() == 1 ? "" : ","), key);
            string(out.append(':'), value);
        });
        return out.append('}').toString();
    }

    private static void string(StringBuilder out, String s) {
        out.append('"');
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            int escape = MEANT.indexOf(c);
            if (escape >= 0 && c != '/') {
                out.append('\\').append(ESCAPED.charAt(escape));
            } else if (c < ' ') {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** The map; empty when the text is no object of strings. */
    public static Map<String, String> read(String text) {
        try {
            return new StringMap(text).object();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Map.of();
        }
    }

    private Map<String, String> object() {
        Map<String, String> map = new LinkedHashMap<>();
        expect('{');
        if (peek() == '}') {
            p++;
        } else {
            do {
                peek();
                String key = string();
                expect(':');
                peek();
                map.put(key, string());
            } while (comma());
        }
        if (!text.substring(p).isBlank()) {
            throw new IllegalArgumentException();
        }
        return map;
    }

    private boolean comma() {
        if (peek() == ',') {
            p++;
            return true;
        }
        expect('}');
        return false;
    }

    private String string() {
        expect('"');
        StringBuilder s = new StringBuilder();
        for (char c = text.charAt(p++); c != '"'; c = text.charAt(p++)) {
            s.append(c == '\\' ? escape() : c);
        }
        return s.toString();
    }

    private char escape() {
        char c = text.charAt(p++);
        if (c == 'u') {
            p += UNICODE_DIGITS;
            return (char) Integer.parseInt(text.substring(p - UNICODE_DIGITS, p), HEX);
        }
        return MEANT.charAt(ESCAPED.indexOf(c));
    }

    private char peek() {
        while (" \t\n\r".indexOf(text.charAt(p)) >= 0) {
            p++;
        }
        return text.charAt(p);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new IllegalArgumentException();
        }
        p++;
    }
}
