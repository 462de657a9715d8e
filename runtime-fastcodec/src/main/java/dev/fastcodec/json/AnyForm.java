package dev.fastcodec.json;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.MessageType;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.wkt.Any;

/**
 * {@code google.protobuf.Any} in JSON: the message in it with the name of its type as a member more, {@code "@type"}, which may stand anywhere. A
 * message with a form of its own is the member {@code "value"}. Called by generated code.
 */
public final class AnyForm {
    private static final String TYPE = "@type";
    private static final String VALUE = "value";

    private AnyForm() {}

    /** Writes an {@code Any}; its message must be known to the codec's registry, and may be absent. */
    public static int write(ProtoJsonWriter w, byte[] b, int p, Any m) {
        String url = m.getTypeUrl();
        if (url.isEmpty()) {
            if (m.getValue().length > 0) {
                throw new EncodeException("Any with a value but without the URL of its type");
            }
            return w.none(p, "{}");
        }
        MessageType<?> type = type(w.types, url);
        if (type == null) {
            throw new EncodeException("message of type \"" + url + "\" in an Any, which the codec does not know");
        }
        w.enterAny();
        int end = write(w, p, url, type, m.getValue());
        w.leaveAny();
        return end;
    }

    private static <T extends Message<T>> int write(
            ProtoJsonWriter w, int p, String url, MessageType<T> type, byte[] value) {
        ProtoJsonCodec<T> codec = (ProtoJsonCodec<T>) type.json();
        if (codec == null) {
            throw new EncodeException("message of type \"" + url + "\" in an Any, which was generated without JSON");
        }
        T message;
        try {
            message = type.proto().with(w.types).decode(value);
        } catch (DecodeException e) {
            throw new EncodeException("value of an Any that is no message of type \"" + url + "\"", e);
        }
        int start = p;
        p = member(w, p, TYPE);
        p = w.string(w.b, p, url);
        if (codec instanceof SpecialJsonCodec) {
            p = member(w, p, VALUE);
            p = codec.write(w, w.b, p, message);
        } else {
            // the object of the message is made part of this one
            int object = p;
            p = codec.write(w, w.b, p, message) - 1;
            if (p == object + 1) {
                p = object;
            } else {
                w.b[object] = ',';
            }
        }
        return w.endObject(start, p);
    }

    private static int member(ProtoJsonWriter w, int p, String name) {
        return JsonWriter.put(w.grow(p, name.length() + 5L), p, ",\"" + name + "\":");
    }

    private static MessageType<?> type(TypeRegistry types, String url) {
        return url.indexOf('/') < 0 ? null : TypeRegistry.message(types, url);
    }

    /** Reads an {@code Any}; its message must be known to the codec's registry. */
    public static int read(ProtoJsonReader r, byte[] b, int p, Any m) {
        m.clear();
        int first = r.beginObject(b, p);
        int tag = find(r, b, first);
        if (tag < 0) {
            if (b[first] != '}') {
                throw r.fail(Kind.INVALID_DATA, p, "Any without \"@type\"");
            }
            return r.end(first);
        }
        int q = r.string(b, r.name(b, tag));
        String url = r.s;
        MessageType<?> type = type(r.types, url);
        if (type == null) {
            throw r.fail(Kind.INVALID_DATA, tag, "type \"" + url + "\" of an Any, which the codec does not know");
        }
        m.setTypeUrl(url);
        int end = read(r, b, p, tag, type, m);
        r.leave(1);
        return end;
    }

    /** Where the name {@code "@type"} is in an object, or -1. */
    private static int find(ProtoJsonReader r, byte[] b, int p) {
        while (b[p] != '}') {
            int value = r.name(b, p);
            if (r.is(TYPE)) {
                return p;
            }
            p = r.next(b, r.skip(b, value));
        }
        return -1;
    }

    private static <T extends Message<T>> int read(
            ProtoJsonReader r, byte[] b, int p, int tag, MessageType<T> type, Any m) {
        ProtoJsonCodec<T> codec = (ProtoJsonCodec<T>) type.json();
        if (codec == null) {
            throw r.fail(Kind.INVALID_DATA, tag, "type of an Any that was generated without JSON");
        }
        T message = type.newMessage();
        int outer = r.typeTag;
        r.typeTag = tag;
        int end = codec instanceof SpecialJsonCodec ? value(r, b, p, codec, message) : codec.read(r, b, p, message);
        r.typeTag = outer;
        try {
            m.setValue(type.proto().encode(message));
        } catch (EncodeException e) {
            throw r.fail(Kind.INVALID_DATA, p, e.getMessage());
        }
        return end;
    }

    /** Reads the object of a message that has a form of its own. */
    private static <T extends Message<T>> int value(
            ProtoJsonReader r, byte[] b, int p, ProtoJsonCodec<T> codec, T message) {
        boolean found = false;
        p = r.first(b, p + 1, '}');
        while (b[p] != '}') {
            int value = r.name(b, p);
            if (r.is(VALUE)) {
                if (found) {
                    throw r.fail(Kind.INVALID_DATA, p, "field that was there before");
                }
                found = true;
                p = codec.read(r, b, value, message);
            } else {
                p = r.unknown(b, p, value);
            }
            p = r.next(b, p);
        }
        if (!found) {
            throw r.fail(Kind.INVALID_DATA, p, "Any without \"value\"");
        }
        return p + 1;
    }
}
