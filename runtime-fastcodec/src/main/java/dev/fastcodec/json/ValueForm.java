package dev.fastcodec.json;

import dev.fastcodec.EncodeException;
import dev.fastcodec.wkt.ListValue;
import dev.fastcodec.wkt.NullValue;
import dev.fastcodec.wkt.Struct;
import dev.fastcodec.wkt.Value;
import java.util.List;
import java.util.Map;

/** {@code google.protobuf.Value}, {@code Struct} and {@code ListValue} in JSON: any JSON there is. Called by generated code. */
public final class ValueForm {
    private ValueForm() {}

    /** Writes a value; one in which nothing is set as null. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, Value m) {
        b = w.grow(p, JsonWriter.MOST_DOUBLE + 1);
        return switch (m.kindCase()) {
            case 2 -> number(b, p, m.getNumberValue());
            case 3 -> w.string(b, p, m.getStringValue());
            case 4 -> JsonWriter.bool(b, p, m.getBoolValue());
            case 5 -> write(w, b, p, m.getStructValue());
            case 6 -> write(w, b, p, m.getListValue());
            default -> JsonWriter.put(b, p, "null");
        };
    }

    private static int number(byte[] b, int p, double x) {
        if (!Double.isFinite(x)) {
            throw new EncodeException("Value of the number " + x + ", which JSON does not have");
        }
        return ProtoJsonWriter.float64(b, p, x);
    }

    /** Writes an object. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, Struct m) {
        int start = p;
        for (Map.Entry<String, Value> field : m.getFields().entrySet()) {
            p = w.string(w.b, w.comma(p), field.getKey());
            w.grow(p, 2)[p++] = ':';
            p = write(w, w.b, p, field.getValue());
        }
        return w.endObject(start, p);
    }

    /** Writes an array. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, ListValue m) {
        int start = p;
        List<Value> values = m.getValues();
        for (int i = 0; i < values.size(); i++) {
            p = write(w, w.b, w.comma(p), values.get(i));
        }
        return w.endArray(start, p);
    }

    /** Reads a value of any kind. */
    public static int read(ProtoJsonReader r, byte[] b, int p, Value m) {
        m.clear();
        switch (b[p]) {
            case 'n' -> {
                p = r.literal(b, p, "null");
                m.setNullValue(NullValue.NULL_VALUE);
            }
            case 't', 'f' -> {
                p = r.bool(b, p);
                m.setBoolValue(r.yes);
            }
            case '"' -> {
                p = r.string(b, p);
                m.setStringValue(r.s);
            }
            case '{' -> p = read(r, b, p, m.mutableStructValue());
            case '[' -> p = read(r, b, p, m.mutableListValue());
            default -> {
                p = r.float64(b, p);
                m.setNumberValue(r.d);
            }
        }
        return p;
    }

    /** Reads an object. */
    public static int read(ProtoJsonReader r, byte[] b, int p, Struct m) {
        m.clear();
        Map<String, Value> fields = m.getFields();
        p = r.beginObject(b, p);
        while (b[p] != '}') {
            int q = r.stringKey(b, p);
            Value value = new Value();
            r.once(fields.put(r.s, value), p);
            p = r.next(b, read(r, b, q, value));
        }
        return r.end(p);
    }

    /** Reads an array. */
    public static int read(ProtoJsonReader r, byte[] b, int p, ListValue m) {
        m.clear();
        r.enter(p);
        p = r.beginArray(b, p);
        while (b[p] != ']') {
            Value value = new Value();
            m.getValues().add(value);
            p = r.nextElement(b, read(r, b, p, value));
        }
        return r.end(p);
    }
}
