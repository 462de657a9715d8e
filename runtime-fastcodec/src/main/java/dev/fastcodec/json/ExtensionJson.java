package dev.fastcodec.json;

import dev.fastcodec.BoolList;
import dev.fastcodec.BytesList;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.DoubleList;
import dev.fastcodec.EncodeException;
import dev.fastcodec.EnumList;
import dev.fastcodec.Extendable;
import dev.fastcodec.Extension;
import dev.fastcodec.ExtensionSet;
import dev.fastcodec.FloatList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.Message;
import dev.fastcodec.MessageList;
import dev.fastcodec.MessageType;
import dev.fastcodec.StringList;
import dev.fastcodec.schema.EnumSchema;
import dev.fastcodec.wkt.NullValue;
import dev.fastcodec.wkt.Value;
import java.util.List;

/** Extensions in the JSON of Protobuf: members that are called {@code "[full.name]"}. */
final class ExtensionJson {
    /** The most bytes of a value that has a bound, with a comma in front. */
    private static final int MOST = 32;

    private ExtensionJson() {}

    /** Whether null is a value of the extension. */
    static boolean takesNull(Extension<?, ?> x) {
        return !x.isRepeated() && (isNull(x) || x.codec() != null && x.codec().schema() == Value.SCHEMA);
    }

    private static boolean isNull(Extension<?, ?> x) {
        return x.enumSchema() == NullValue.SCHEMA;
    }

    // ---- writing

    /** Writes extensions, each with a comma in front. */
    static int write(ProtoJsonWriter w, int p, ExtensionSet extensions) {
        for (int i = 0; i < extensions.size(); i++) {
            Extension<?, ?> x = extensions.at(i);
            Object value = extensions.value(i);
            if (x.isRepeated() && ((List<?>) value).isEmpty()) {
                continue;
            }
            String name = ",\"[" + x.name() + "]\":";
            p = JsonWriter.put(w.grow(p, name.length() + MOST), p, name);
            p = x.isRepeated() ? list(w, p, x, value) : single(w, p, x, value);
        }
        return p;
    }

    private static int single(ProtoJsonWriter w, int p, Extension<?, ?> x, Object value) {
        byte[] b = w.grow(p, MOST);
        return switch (x.type()) {
            case BOOL -> JsonWriter.bool(b, p, (Boolean) value);
            case INT32, SINT32, SFIXED32 -> JsonWriter.i32(b, p, (Integer) value);
            case UINT32, FIXED32 -> ProtoJsonWriter.u32(b, p, (Integer) value);
            case INT64, SINT64, SFIXED64 -> ProtoJsonWriter.i64Text(b, p, (Long) value);
            case UINT64, FIXED64 -> ProtoJsonWriter.u64Text(b, p, (Long) value);
            case FLOAT -> ProtoJsonWriter.float32(b, p, (Float) value);
            case DOUBLE -> ProtoJsonWriter.float64(b, p, (Double) value);
            case STRING, UNCHECKED_STRING -> w.string(b, p, (String) value);
            case BYTES -> w.bytes(b, p, (byte[]) value);
            case ENUM, CLOSED_ENUM ->
                isNull(x)
                        ? ProtoJsonWriter.nullValue(b, p, (Integer) value)
                        : w.enumeration(b, p, x.enumSchema(), (Integer) value);
            case MESSAGE, GROUP, ITEM -> message(w, p, x, value);
        };
    }

    private static int list(ProtoJsonWriter w, int p, Extension<?, ?> x, Object list) {
        int start = p;
        p = switch (x.type()) {
            case BOOL -> w.bools(p, (BoolList) list);
            case INT32, SINT32, SFIXED32 -> w.i32s(p, (IntList) list);
            case UINT32, FIXED32 -> w.u32s(p, (IntList) list);
            case INT64, SINT64, SFIXED64 -> w.i64Texts(p, (LongList) list);
            case UINT64, FIXED64 -> w.u64Texts(p, (LongList) list);
            case FLOAT -> w.floats(p, (FloatList) list);
            case DOUBLE -> w.doubles(p, (DoubleList) list);
            case STRING, UNCHECKED_STRING -> w.strings(p, (StringList) list);
            case BYTES -> w.binaries(p, (BytesList) list);
            case ENUM, CLOSED_ENUM -> {
                IntList numbers = ((EnumList<?>) list).numbers();
                yield isNull(x) ? w.nullValues(p, numbers) : w.enumerations(p, x.enumSchema(), numbers);
            }
            case MESSAGE, GROUP, ITEM -> messages(w, p, x, (List<?>) list);
        };
        return w.endArray(start, p);
    }

    private static int messages(ProtoJsonWriter w, int p, Extension<?, ?> x, List<?> list) {
        for (Object message : list) {
            p = message(w, w.comma(p), x, message);
        }
        return p;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the codec is that of the message
    private static int message(ProtoJsonWriter w, int p, Extension<?, ?> x, Object message) {
        ProtoJsonCodec codec = codec((Message<?>) message);
        if (codec == null) {
            throw new EncodeException("message of extension " + x + " was generated without JSON");
        }
        return codec.write(w, w.b, p, (Message) message);
    }

    /** The codec of a message, or null when it was generated without. */
    private static ProtoJsonCodec<?> codec(Message<?> message) {
        MessageType<?> type = message.schema().type();
        return type == null ? null : (ProtoJsonCodec<?>) type.json();
    }

    // ---- reading

    /** Reads an extension in place of what the message has of it. */
    static int read(ProtoJsonReader r, byte[] b, int p, Extension<?, ?> x, Extendable<?> m) {
        ExtensionSet into = m.mutableExtensions();
        into.remove(x);
        if (x.isRepeated()) {
            return elements(r, b, r.beginArray(b, p), x, into.list(x));
        } else if (x.type().isMessage()) {
            return message(r, b, p, x, into.message(x));
        }
        int q = scalar(r, b, p, x);
        if (!x.type().isEnum() || r.isKnown) {
            into.put(x, value(r, x));
        }
        return q;
    }

    private static int scalar(ProtoJsonReader r, byte[] b, int p, Extension<?, ?> x) {
        EnumSchema names = x.enumSchema();
        return switch (x.type()) {
            case BOOL -> r.bool(b, p);
            case INT32, SINT32, SFIXED32 -> r.i32(b, p);
            case UINT32, FIXED32 -> r.u32(b, p);
            case INT64, SINT64, SFIXED64 -> r.i64(b, p);
            case UINT64, FIXED64 -> r.u64(b, p);
            case FLOAT -> r.float32(b, p);
            case DOUBLE -> r.float64(b, p);
            case STRING, UNCHECKED_STRING -> r.string(b, p);
            case BYTES -> r.bytes(b, p);
            case ENUM, CLOSED_ENUM -> isNull(x) ? r.nullValue(b, p, names) : r.enumValue(b, p, names);
            case MESSAGE, GROUP, ITEM -> throw new AssertionError(x);
        };
    }

    private static Object value(ProtoJsonReader r, Extension<?, ?> x) {
        return switch (x.type()) {
            case BOOL -> r.yes;
            case INT32, SINT32, SFIXED32, UINT32, FIXED32, ENUM, CLOSED_ENUM -> r.n;
            case INT64, SINT64, SFIXED64, UINT64, FIXED64 -> r.v;
            case FLOAT -> r.f;
            case DOUBLE -> r.d;
            case STRING, UNCHECKED_STRING -> r.s;
            case BYTES -> r.bytes;
            case MESSAGE, GROUP, ITEM -> throw new AssertionError(x);
        };
    }

    private static int elements(ProtoJsonReader r, byte[] b, int p, Extension<?, ?> x, List<Object> into) {
        while (b[p] != ']') {
            if (x.type().isMessage()) {
                p = message(r, b, p, x, ((MessageList<?>) (Object) into).add());
            } else {
                p = scalar(r, b, p, x);
                if (!x.type().isEnum()) {
                    into.add(value(r, x));
                } else if (r.isKnown) {
                    ((EnumList<?>) (Object) into).numbers().push(r.n);
                }
            }
            p = r.nextElement(b, p);
        }
        return r.endContainer(p);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the codec is that of the message
    private static int message(ProtoJsonReader r, byte[] b, int p, Extension<?, ?> x, Message<?> message) {
        ProtoJsonCodec codec = codec(message);
        if (codec == null) {
            throw r.fail(Kind.INVALID_DATA, p, "message of extension " + x + " was generated without JSON");
        }
        return codec.read(r, b, p, (Message) message);
    }
}
