package dev.fastcodec.protobuf;

import dev.fastcodec.BoolList;
import dev.fastcodec.BytesList;
import dev.fastcodec.DoubleList;
import dev.fastcodec.EnumList;
import dev.fastcodec.Extension;
import dev.fastcodec.ExtensionSet;
import dev.fastcodec.FloatList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.Message;
import dev.fastcodec.StringList;
import dev.fastcodec.internal.Utf8;
import java.util.List;

/** Writes extensions, backward as all else. Called by generated code. */
public final class ProtoExtensions {
    private ProtoExtensions() {}

    /**
     * Writes the extensions whose numbers are from {@code first} to {@code last}.
     *
     * @param p where the bytes written so far begin
     * @return where they begin now, in {@code w.b}
     */
    public static int write(ProtoWriter w, int p, ExtensionSet extensions, int first, int last) {
        for (int i = extensions.size() - 1; i >= 0; i--) {
            Extension<?, ?> x = extensions.at(i);
            if (x.number() >= first && x.number() <= last) {
                p = x.isRepeated() ? list(w, p, x, extensions.value(i)) : single(w, p, x, extensions.value(i));
            }
        }
        return p;
    }

    /**
     * Where a required field is missing in an extension's message: the rest of the path, or null when none is.
     *
     * @param extensions may be null
     */
    public static String missing(ExtensionSet extensions) {
        for (int i = 0; extensions != null && i < extensions.size(); i++) {
            Extension<?, ?> x = extensions.at(i);
            if (x.type().isMessage()) {
                String path = ".[" + x.name() + "]";
                Object value = extensions.value(i);
                String missing = value instanceof List<?> list
                        ? ProtoCodec.missing(path, list, element -> missing(x, element))
                        : missing(x, value);
                if (missing != null) {
                    return value instanceof List<?> ? missing : path + missing;
                }
            }
        }
        return null;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the codec is that of the message
    private static String missing(Extension<?, ?> x, Object message) {
        return ((ProtoCodec) x.codec()).missing((Message) message);
    }

    private static int single(ProtoWriter w, int p, Extension<?, ?> x, Object value) {
        if (x.type().isMessage()) {
            return message(w, p, x, value);
        }
        byte[] content = content(x, value);
        p = w.room(p, content == null ? ProtoWriter.VARINT64 : content.length);
        int tag = x.number() << 3 | ExtensionReading.wireType(x.type());
        byte[] b = w.b;
        if (content != null) {
            int written = b.length - p;
            return w.prefix(w.bytes(p, content), written, tag);
        }
        p = switch (x.type()) {
            case BOOL -> ProtoValues.bool(b, p, (Boolean) value);
            case INT32, ENUM, CLOSED_ENUM -> ProtoValues.int32(b, p, (Integer) value);
            case UINT32 -> ProtoValues.varint32(b, p, (Integer) value);
            case SINT32 -> ProtoValues.sint32(b, p, (Integer) value);
            case FIXED32, SFIXED32 -> ProtoValues.fixed32(b, p, (Integer) value);
            case INT64, UINT64 -> ProtoValues.varint64(b, p, (Long) value);
            case SINT64 -> ProtoValues.sint64(b, p, (Long) value);
            case FIXED64, SFIXED64 -> ProtoValues.fixed64(b, p, (Long) value);
            case FLOAT -> ProtoValues.float32(b, p, (Float) value);
            case DOUBLE -> ProtoValues.float64(b, p, (Double) value);
            case STRING, UNCHECKED_STRING, BYTES, MESSAGE, GROUP, ITEM -> throw new AssertionError(x);
        };
        return ProtoValues.varint32(b, p, tag);
    }

    /** The content of a string or bytes, null for other values. */
    private static byte[] content(Extension<?, ?> x, Object value) {
        if (value instanceof String s) {
            return x.type() == Extension.Type.STRING ? Utf8.bytes(s) : Utf8.lenientBytes(s);
        }
        return value instanceof byte[] bytes ? bytes : null;
    }

    private static int list(ProtoWriter w, int p, Extension<?, ?> x, Object list) {
        if (x.type().isMessage()) {
            List<?> messages = (List<?>) list;
            for (int i = messages.size() - 1; i >= 0; i--) {
                p = message(w, p, x, messages.get(i));
            }
            return p;
        }
        boolean packed = x.isPacked();
        int tag = x.number() << 3 | (packed ? 2 : ExtensionReading.wireType(x.type()));
        IntList ints = list instanceof EnumList<?> e ? e.numbers() : list instanceof IntList i ? i : null;
        LongList longs = list instanceof LongList l ? l : null;
        return switch (x.type()) {
            case BOOL -> packed ? w.packedBool(p, (BoolList) list, tag) : w.bools(p, (BoolList) list, tag);
            case INT32, ENUM, CLOSED_ENUM -> packed ? w.packedInt32(p, ints, tag) : w.int32s(p, ints, tag);
            case UINT32 -> packed ? w.packedUInt32(p, ints, tag) : w.uint32s(p, ints, tag);
            case SINT32 -> packed ? w.packedSInt32(p, ints, tag) : w.sint32s(p, ints, tag);
            case FIXED32, SFIXED32 -> packed ? w.packedFixed32(p, ints, tag) : w.fixed32s(p, ints, tag);
            case INT64, UINT64 -> packed ? w.packedInt64(p, longs, tag) : w.int64s(p, longs, tag);
            case SINT64 -> packed ? w.packedSInt64(p, longs, tag) : w.sint64s(p, longs, tag);
            case FIXED64, SFIXED64 -> packed ? w.packedFixed64(p, longs, tag) : w.fixed64s(p, longs, tag);
            case FLOAT -> packed ? w.packedFloat(p, (FloatList) list, tag) : w.floats(p, (FloatList) list, tag);
            case DOUBLE -> packed ? w.packedDouble(p, (DoubleList) list, tag) : w.doubles(p, (DoubleList) list, tag);
            case STRING -> w.strings(p, (StringList) list, tag);
            case UNCHECKED_STRING -> w.lenientStrings(p, (StringList) list, tag);
            case BYTES -> w.bytesList(p, (BytesList) list, tag);
            case MESSAGE, GROUP, ITEM -> throw new AssertionError(x);
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the codec is that of the message
    private static int message(ProtoWriter w, int p, Extension<?, ?> x, Object message) {
        int number = x.number();
        switch (x.type()) {
            case GROUP -> {
                p = w.room(p, 0);
                p = ProtoValues.varint32(w.b, p, number << 3 | 4);
                p = ((ProtoCodec) x.codec()).write(w, w.b, p, (Message) message);
                p = w.room(p, 0);
                return ProtoValues.varint32(w.b, p, number << 3 | 3);
            }
            case ITEM -> {
                p = w.room(p, 0);
                w.b[--p] = MessageSetItem.END;
                p = enclosed(w, p, x, message, MessageSetItem.MESSAGE);
                p = w.room(p, 0);
                p = ProtoValues.varint32(w.b, p, number);
                w.b[--p] = MessageSetItem.TYPE;
                w.b[--p] = MessageSetItem.START;
                return p;
            }
            default -> {
                return enclosed(w, p, x, message, number << 3 | 2);
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the codec is that of the message
    private static int enclosed(ProtoWriter w, int p, Extension<?, ?> x, Object message, int tag) {
        int written = w.b.length - p;
        p = ((ProtoCodec) x.codec()).write(w, w.b, p, (Message) message);
        p = w.room(p, 0);
        return w.prefix(p, written, tag);
    }
}
