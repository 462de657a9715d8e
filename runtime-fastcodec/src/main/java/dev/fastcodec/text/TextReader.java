package dev.fastcodec.text;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Extendable;
import dev.fastcodec.Message;
import dev.fastcodec.MessageType;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.internal.Utf8;
import dev.fastcodec.schema.EnumSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Protobuf's text format. Called by generated code:
 *
 * <pre>{@code
 * r.begin(FIELDS);
 * for (int n; (n = r.field()) != 0; ) {
 *     switch (n) {
 *         case 1 -> m.id = r.int64();
 *         case 2 -> { do m.tags.add(r.string()); while (r.more()); }
 * }
 * }</pre>
 */
public final class TextReader {
    /** What {@link #field} gives for a name in brackets. */
    public static final int BRACKETS = -1;

    private static final String ANY_URL = "type_url";

    private final TextTokens tokens;
    private final TextValues values;
    private final TypeRegistry registry;
    private final int maxDepth;
    private final List<TextFrame> frames = new ArrayList<>();
    private int depth;
    private TextFrame frame;
    private String bracket = "";
    private String typeUrl = "";
    private byte[] anyValue;

    /**
     * A reader of a text that goes from one index of an array to another.
     *
     * @param maxDepth how many levels below the outermost message are allowed
     * @param registry extensions and types that it knows besides the well-known ones, or null
     */
    TextReader(byte[] b, int from, int to, int maxDepth, TypeRegistry registry) {
        this.tokens = new TextTokens(b, from, to, (place, what) -> {
            throw new TextValues.Refused(place, what);
        });
        this.values = new TextValues(tokens);
        this.maxDepth = maxDepth;
        this.registry = registry;
    }

    /** Begins a message: the outermost, or one in braces. */
    public void begin(TextNames names) {
        String close = "";
        if (depth == 0) {
            tokens.next();
        } else {
            close = values.open();
            if (depth > maxDepth) {
                throw fail(Kind.DEPTH, "messages nested more than " + maxDepth + " deep");
            }
        }
        if (depth == frames.size()) {
            frames.add(new TextFrame());
        }
        frame = frames.get(depth++);
        frame.begin(names, close);
    }

    /**
     * Goes to the value of the next field.
     *
     * @return its number; {@link #BRACKETS} for an extension or the content of an {@code Any}; 0 at the end of the message
     */
    public int field() {
        TextFrame f = frame;
        while (true) {
            if (f.endsField()) {
                values.endField();
            }
            if (depth == 1 ? tokens.kind() == TextTokens.Kind.END : values.at(">") || values.at("}")) {
                end(f);
                return 0;
            }
            if (values.at("[") && tokens.kind() == TextTokens.Kind.SYMBOL) {
                return bracket(f);
            }
            TextPlace place = tokens.place();
            String name = values.identifier();
            TextNames.Entry field = f.names().find(name);
            if (field != null) {
                f.enter(field, place);
                if (beginsValue(field.message(), field.isRepeated())) {
                    return field.number();
                }
            } else if (f.names().isReserved(name)) {
                new TextSkipper(tokens, values, maxDepth - depth + 1).skipContent();
            } else {
                f.enter("." + name);
                throw new TextValues.Refused(
                        place, "Message type \"" + f.names().typeName() + "\" has no field named \"" + name + "\".");
            }
        }
    }

    private void end(TextFrame f) {
        if (depth > 1) {
            values.expect(f.close());
        }
        depth--;
        frame = depth == 0 ? null : frames.get(depth - 1);
    }

    /** Whether there is a value: a list may be empty. */
    boolean beginsValue(boolean message, boolean repeated) {
        if (message) {
            values.tryTake(":");
        } else {
            values.expect(":");
        }
        if (!repeated || !values.tryTake("[")) {
            return true;
        }
        frame.list(!values.tryTake("]"));
        return frame.inList();
    }

    /** Whether another value of the same field follows at once: an element of a list in brackets. */
    public boolean more() {
        if (!frame.inList()) {
            return false;
        } else if (values.tryTake("]")) {
            frame.list(false);
            return false;
        }
        values.expect(",");
        frame.nextElement();
        return true;
    }

    private int bracket(TextFrame f) {
        TextPlace place = tokens.place();
        if (f.names().isAny()) {
            any(f, place);
            return BRACKETS;
        }
        bracket = values.extensionName();
        f.enter(".[" + bracket + "]");
        if (!f.names().isExtendable()) {
            throw notDefined(place);
        }
        return BRACKETS;
    }

    private TextValues.Refused notDefined(TextPlace place) {
        return new TextValues.Refused(
                place,
                "Extension \"" + bracket + "\" is not defined or is not an extension of \""
                        + frame.names().typeName() + "\".");
    }

    /** Reads the extension whose name {@link #field} has seen. */
    public void extension(Extendable<?> m) {
        if (!TextExtensions.read(this, registry, bracket, m)) {
            throw notDefined(tokens.afterPrevious());
        }
    }

    private void any(TextFrame f, TextPlace place) {
        TextValues.BracketName name = values.typeUrl();
        String url = name.address() + name.type();
        f.enter(".[" + url + "]");
        MessageType<?> type = TypeRegistry.message(registry, name.type());
        if (type == null || type.text() == null) {
            throw new TextValues.Refused(place, "Could not find type \"" + url + "\" stored in google.protobuf.Any.");
        }
        if (f.isSeen(f.names().find(ANY_URL)) || f.isSeen(f.names().find("value"))) {
            throw new TextValues.Refused(place, "Non-repeated Any specified multiple times.");
        }
        anyValue = content(type);
        typeUrl = url;
        f.see(f.names().find(ANY_URL));
        f.see(f.names().find("value"));
    }

    private <M extends Message<M>> byte[] content(MessageType<M> type) {
        M message = type.newMessage();
        message(type, message);
        try {
            return type.proto().encode(message);
        } catch (EncodeException e) {
            throw new TextValues.Refused(tokens.afterPrevious(), e.getMessage());
        }
    }

    /** Reads a message of a type that is known by its registry. */
    <M extends Message<M>> void message(MessageType<M> type, M message) {
        ((GeneratedTextCodec<M>) type.text()).read(this, message);
    }

    /** The type URL of the content of an {@code Any} that {@link #field} has read. */
    public String typeUrl() {
        return typeUrl;
    }

    /** The bytes of the content of an {@code Any} that {@link #field} has read. */
    public byte[] anyValue() {
        return anyValue;
    }

    /** A bool. */
    public boolean bool() {
        TextPlace place = tokens.place();
        try {
            return values.bool(frame.fieldName());
        } catch (TextValues.Refused e) {
            // protoc tells the place behind the word
            throw new TextValues.Refused(place, e.getMessage());
        }
    }

    /** A signed integer of 32 bits. */
    public int int32() {
        return (int) values.signed(Integer.MAX_VALUE);
    }

    /** An unsigned integer of 32 bits. */
    public int uint32() {
        return values.unsigned32();
    }

    /** A signed integer of 64 bits. */
    public long int64() {
        return values.signed(Long.MAX_VALUE);
    }

    /** An unsigned integer of 64 bits. */
    public long uint64() {
        return values.unsigned64();
    }

    /** A number of single precision, infinite if it is too large. */
    public float float32() {
        return values.real32();
    }

    /** A number of double precision, infinite if it is too large. */
    public double float64() {
        return values.real();
    }

    /** Bytes. */
    public byte[] bytes() {
        return values.string(true);
    }

    /** A string, which must be UTF-8. */
    public String string() {
        TextPlace place = tokens.place();
        byte[] bytes = values.string(true);
        try {
            return Utf8.strict(bytes, 0, bytes.length);
        } catch (DecodeException e) {
            throw DecodeException.at(e.kind(), place.offset(), e.getMessage());
        }
    }

    /** A string of which nobody checks whether it is UTF-8. */
    public String lenientString() {
        byte[] bytes = values.string(true);
        return Utf8.lenient(bytes, 0, bytes.length);
    }

    /** An enum by its name or number; a closed one takes only numbers that it has. */
    public int enumeration(EnumSchema type) {
        TextPlace place = tokens.place();
        boolean named = tokens.kind() == TextTokens.Kind.IDENTIFIER;
        String text = named ? values.identifier() : "";
        EnumSchema.Value value = named ? type.value(text) : null;
        if (value != null) {
            return value.number();
        }
        int number = named ? 0 : values.enumNumber();
        if (named || type.isClosed() && type.value(number) == null) {
            throw new TextValues.Refused(
                    place,
                    "Unknown enumeration value of \"" + (named ? text : number) + "\" for field \"" + frame.fieldName()
                            + "\".");
        }
        return number;
    }

    /** The refusal of a field that was there before and is not repeated. */
    TextValues.Refused twice(String name) {
        return new TextValues.Refused(
                tokens.afterPrevious(), "Non-repeated field \"" + name + "\" is specified multiple times.");
    }

    /** A failure at the token at hand. */
    DecodeException fail(Kind kind, String what) {
        return DecodeException.at(kind, tokens.place().offset(), what);
    }

    TextFrame frame() {
        return frame;
    }

    /** Whether the text has been read to its end. */
    boolean isAtEnd() {
        return tokens.kind() == TextTokens.Kind.END;
    }

    /** The field at hand: what follows the name of the outermost message. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            path.append(frames.get(i).path());
        }
        return path.toString();
    }
}
