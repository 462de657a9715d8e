package dev.fastcodec.schema;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads words and values of a {@link SchemaTable}. */
final class Cursor {
    /** What ends a word. */
    private static final String MARKS = " \n<>,:=[]{}&";

    private static final int HEX = 16;

    private final String s;
    private int i;

    Cursor(String text) {
        this.s = text;
    }

    boolean atEnd() {
        return i == s.length();
    }

    /** Whether the line has nothing left; if so goes on to the first word of the next. */
    boolean lineEnds() {
        boolean ends = i == s.length() || skip('\n');
        while (ends && skip(' ')) {
            // indentation says nothing
        }
        return ends;
    }

    boolean skip(char c) {
        boolean found = i < s.length() && s.charAt(i) == c;
        i += found ? 1 : 0;
        return found;
    }

    /** Whether the next character is a digit or minus. */
    boolean atNumber() {
        return i < s.length() && (s.charAt(i) == '-' || Character.isDigit(s.charAt(i)));
    }

    /** The next word, and the space behind it if there is one. */
    String word() {
        String word = bareWord();
        skip(' ');
        return word;
    }

    /** The next word. */
    String bareWord() {
        int from = i;
        while (i < s.length() && MARKS.indexOf(s.charAt(i)) < 0) {
            i++;
        }
        return decode(s.substring(from, i));
    }

    /** The rest of the line, undecoded. */
    String rest() {
        int from = i;
        int end = s.indexOf('\n', i);
        i = end < 0 ? s.length() : end;
        return s.substring(from, i);
    }

    /** A number and the space behind it. */
    int number() {
        return Integer.parseInt(word());
    }

    private static String decode(String coded) {
        int next = coded.indexOf('%');
        if (next < 0) {
            return coded;
        }
        StringBuilder text = new StringBuilder(coded.length());
        int from = 0;
        while (next >= 0) {
            boolean wide = coded.charAt(next + 1) == 'u';
            int digits = next + (wide ? 2 : 1);
            int end = digits + (wide ? 4 : 2);
            text.append(coded, from, next).append((char) Integer.parseInt(coded, digits, end, HEX));
            from = end;
            next = coded.indexOf('%', from);
        }
        return text.append(coded, from, coded.length()).toString();
    }

    /** A value of a type that is not known. */
    Object value() {
        return value(null);
    }

    /** A value of a type, or of one that is not known when the type is null. */
    Object value(FieldType type) {
        if (skip('\'')) {
            String text = text();
            return type == Scalar.UUID ? UUID.fromString(text) : text;
        } else if (skip('[')) {
            return elements(type);
        } else if (skip('{')) {
            return entries(type);
        } else if (skip('#')) {
            String name = bareWord();
            return type instanceof EnumSchema e ? e.value(name) : name;
        }
        String word = bareWord();
        if (word.startsWith("x")) {
            return ByteBuffer.wrap(HexFormat.of().parseHex(word, 1, word.length()))
                    .asReadOnlyBuffer();
        } else if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        } else if (type instanceof EnumSchema e) {
            return e.value(Integer.parseInt(word));
        }
        return number(word, type);
    }

    private String text() {
        int end = s.indexOf('\'', i);
        String text = decode(s.substring(i, end));
        i = end + 1;
        return text;
    }

    private static Object number(String word, FieldType type) {
        if (type instanceof Scalar scalar) {
            switch (scalar) {
                case BOOL:
                    return !word.equals("0");
                case INT8:
                    return Byte.valueOf(word);
                case INT16:
                    return Short.valueOf(word);
                case INT32, UINT32, SINT32, FIXED32, SFIXED32:
                    return (int) Long.parseLong(word);
                case FLOAT:
                    return (float) Double.parseDouble(word);
                case DOUBLE:
                    return Double.valueOf(word);
                default:
                    return Long.valueOf(word);
            }
        }
        boolean real = word.indexOf('.') >= 0 || word.equals("NaN") || word.endsWith("Infinity");
        return real ? (Object) Double.valueOf(word) : Long.valueOf(word);
    }

    private Object elements(FieldType type) {
        FieldType element = type instanceof FieldType.ListOf list
                ? list.element()
                : type instanceof FieldType.SetOf set ? set.element() : null;
        List<Object> all = new ArrayList<>();
        while (!skip(']')) {
            all.add(value(element));
            skip(',');
        }
        return type instanceof FieldType.SetOf
                ? Collections.unmodifiableSet(new LinkedHashSet<>(all))
                : Collections.unmodifiableList(all);
    }

    private Object entries(FieldType type) {
        Map<Object, Object> all = new LinkedHashMap<>();
        while (!skip('}')) {
            Object key = value(type instanceof FieldType.MapOf map ? map.key() : null);
            skip(':');
            FieldType valueType = type instanceof FieldType.MapOf map
                    ? map.value()
                    : type instanceof MessageSchema message
                            ? message.field((String) key).type()
                            : null;
            all.put(key, value(valueType));
            skip(',');
        }
        return Collections.unmodifiableMap(all);
    }
}
