package dev.fastcodec.text;

import dev.fastcodec.EnumList;
import dev.fastcodec.Extendable;
import dev.fastcodec.Extension;
import dev.fastcodec.ExtensionSet;
import dev.fastcodec.Message;
import dev.fastcodec.MessageList;
import dev.fastcodec.MessageType;
import dev.fastcodec.TypeRegistry;
import java.util.List;

/** Extensions in the text format: by their full names in brackets. */
final class TextExtensions {
    private TextExtensions() {}

    /**
     * What an extension is called: an item of a {@code MessageSet} that its own message declares goes by the name of that message, as for C++
     * (descriptor.cc, PrintableNameForExtension).
     */
    static String label(Extension<?, ?> x) {
        if (x.type() == Extension.Type.ITEM) {
            String message = x.codec().schema().fullName();
            if (x.name().substring(0, Math.max(0, x.name().lastIndexOf('.'))).equals(message)) {
                return message;
            }
        }
        return x.name();
    }

    /** Reads an extension; false when the registry has none of this name for this message. */
    static boolean read(TextReader r, TypeRegistry registry, String name, Extendable<?> m) {
        Extension<?, ?> x = find(registry, name, m.getClass());
        if (x == null) {
            return false;
        }
        ExtensionSet into = m.mutableExtensions();
        boolean message = x.type().isMessage();
        if (x.isRepeated()) {
            if (r.beginsValue(message, true)) {
                List<Object> list = into.list(x);
                r.frame().nextElement();
                do {
                    element(r, x, list);
                } while (r.more());
            }
            return true;
        }
        if (!r.frame().isFirst()) {
            throw r.twice(name);
        }
        r.beginsValue(message, false);
        if (message) {
            message(r, x, into.message(x));
        } else {
            into.put(x, scalar(r, x));
        }
        return true;
    }

    private static Extension<?, ?> find(TypeRegistry registry, String name, Class<?> extendee) {
        if (registry == null) {
            return null;
        }
        Extension<?, ?> x = registry.extension(name);
        if (x == null) {
            x = registry.item(name, extendee);
            return x == null || label(x).equals(x.name()) ? null : x;
        }
        return x.extendee() == extendee ? x : null;
    }

    private static void element(TextReader r, Extension<?, ?> x, List<?> list) {
        if (list instanceof MessageList<?> messages) {
            message(r, x, messages.add());
        } else if (list instanceof EnumList<?> enums) {
            enums.numbers().push(r.enumeration(x.enumSchema()));
        } else {
            add(list, scalar(r, x));
        }
    }

    @SuppressWarnings("unchecked") // the list is the extension's own, and so is the value
    private static void add(List<?> list, Object value) {
        ((List<Object>) list).add(value);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type is that of the message
    private static void message(TextReader r, Extension<?, ?> x, Message message) {
        r.message((MessageType) type(x), message);
    }

    private static MessageType<?> type(Extension<?, ?> x) {
        return x.codec().schema().type();
    }

    private static Object scalar(TextReader r, Extension<?, ?> x) {
        return switch (x.type()) {
            case BOOL -> r.bool();
            case INT32, SINT32, SFIXED32 -> r.int32();
            case UINT32, FIXED32 -> r.uint32();
            case INT64, SINT64, SFIXED64 -> r.int64();
            case UINT64, FIXED64 -> r.uint64();
            case FLOAT -> r.float32();
            case DOUBLE -> r.float64();
            case STRING -> r.string();
            case UNCHECKED_STRING -> r.lenientString();
            case BYTES -> r.bytes();
            case ENUM, CLOSED_ENUM -> r.enumeration(x.enumSchema());
            case MESSAGE, GROUP, ITEM -> throw new AssertionError(x);
        };
    }

    /** Writes the extensions whose numbers are from {@code first} to {@code last}. */
    static void write(TextWriter w, ExtensionSet extensions, int first, int last) {
        for (int i = 0; i < extensions.size(); i++) {
            Extension<?, ?> x = extensions.at(i);
            if (x.number() >= first && x.number() <= last) {
                String name = "[" + label(x) + "]";
                Object value = extensions.value(i);
                if (value instanceof EnumList<?> enums) {
                    enums.numbers().forEach(number -> write(w, x, name, number));
                } else if (value instanceof List<?> list) {
                    list.forEach(element -> write(w, x, name, element));
                } else {
                    write(w, x, name, value);
                }
            }
        }
    }

    private static void write(TextWriter w, Extension<?, ?> x, String name, Object value) {
        switch (x.type()) {
            case BOOL -> w.bool(name, (Boolean) value);
            case INT32, SINT32, SFIXED32 -> w.int32(name, (Integer) value);
            case UINT32, FIXED32 -> w.uint32(name, (Integer) value);
            case INT64, SINT64, SFIXED64 -> w.int64(name, (Long) value);
            case UINT64, FIXED64 -> w.uint64(name, (Long) value);
            case FLOAT -> w.float32(name, (Float) value);
            case DOUBLE -> w.float64(name, (Double) value);
            case STRING -> w.string(name, (String) value);
            case UNCHECKED_STRING -> w.lenientString(name, (String) value);
            case BYTES -> w.bytes(name, (byte[]) value);
            case ENUM, CLOSED_ENUM -> w.enumeration(name, x.enumSchema(), (Integer) value);
            case MESSAGE, GROUP, ITEM -> {
                w.open(name);
                message(w, x, (Message<?>) value);
                w.close();
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type is that of the message
    private static void message(TextWriter w, Extension<?, ?> x, Message message) {
        w.message((MessageType) type(x), message);
    }
}
