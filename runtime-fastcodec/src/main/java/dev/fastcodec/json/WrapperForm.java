package dev.fastcodec.json;

import dev.fastcodec.wkt.BoolValue;
import dev.fastcodec.wkt.BytesValue;
import dev.fastcodec.wkt.DoubleValue;
import dev.fastcodec.wkt.FloatValue;
import dev.fastcodec.wkt.Int32Value;
import dev.fastcodec.wkt.Int64Value;
import dev.fastcodec.wkt.StringValue;
import dev.fastcodec.wkt.UInt32Value;
import dev.fastcodec.wkt.UInt64Value;

/** The messages that hold one value, such as {@code google.protobuf.Int32Value}, in JSON: the value. Called by generated code. */
public final class WrapperForm {
    private static final int MOST = 28;

    private WrapperForm() {}

    /** Writes the value. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, BoolValue m) {
        return JsonWriter.bool(w.grow(p, MOST), p, m.getValue());
    }

    /** Reads the value. */
    public static int read(ProtoJsonReader r, byte[] b, int p, BoolValue m) {
        int q = r.bool(b, p);
        m.clear().setValue(r.yes);
        return q;
    }

    /** Writes the value. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, Int32Value m) {
        return JsonWriter.i32(w.grow(p, MOST), p, m.getValue());
    }

    /** Reads the value. */
    public static int read(ProtoJsonReader r, byte[] b, int p, Int32Value m) {
        int q = r.i32(b, p);
        m.clear().setValue(r.n);
        return q;
    }

    /** Writes the value. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, UInt32Value m) {
        return ProtoJsonWriter.u32(w.grow(p, MOST), p, m.getValue());
    }

    /** Reads the value. */
    public static int read(ProtoJsonReader r, byte[] b, int p, UInt32Value m) {
        int q = r.u32(b, p);
        m.clear().setValue(r.n);
        return q;
    }

    /** Writes the value. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, Int64Value m) {
        return ProtoJsonWriter.i64Text(w.grow(p, MOST), p, m.getValue());
    }

    /** Reads the value. */
    public static int read(ProtoJsonReader r, byte[] b, int p, Int64Value m) {
        int q = r.i64(b, p);
        m.clear().setValue(r.v);
        return q;
    }

    /** Writes the value. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, UInt64Value m) {
        return ProtoJsonWriter.u64Text(w.grow(p, MOST), p, m.getValue());
    }

    /** Reads the value. */
    public static int read(ProtoJsonReader r, byte[] b, int p, UInt64Value m) {
        int q = r.u64(b, p);
        m.clear().setValue(r.v);
        return q;
    }

    /** Writes the value. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, FloatValue m) {
        return ProtoJsonWriter.float32(w.grow(p, MOST), p, m.getValue());
    }

    /** Reads the value. */
    public static int read(ProtoJsonReader r, byte[] b, int p, FloatValue m) {
        int q = r.float32(b, p);
        m.clear().setValue(r.f);
        return q;
    }

    /** Writes the value. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, DoubleValue m) {
        return ProtoJsonWriter.float64(w.grow(p, MOST), p, m.getValue());
    }

    /** Reads the value. */
    public static int read(ProtoJsonReader r, byte[] b, int p, DoubleValue m) {
        int q = r.float64(b, p);
        m.clear().setValue(r.d);
        return q;
    }

    /** Writes the value. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, StringValue m) {
        return w.string(b, p, m.getValue());
    }

    /** Reads the value. */
    public static int read(ProtoJsonReader r, byte[] b, int p, StringValue m) {
        int q = r.string(b, p);
        m.clear().setValue(r.s);
        return q;
    }

    /** Writes the value. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, BytesValue m) {
        return w.bytes(b, p, m.getValue());
    }

    /** Reads the value. */
    public static int read(ProtoJsonReader r, byte[] b, int p, BytesValue m) {
        int q = r.bytes(b, p);
        m.clear().setValue(r.bytes);
        return q;
    }
}
