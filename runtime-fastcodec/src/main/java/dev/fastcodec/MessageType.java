package dev.fastcodec;

import dev.fastcodec.json.JsonCodec;
import dev.fastcodec.schema.MessageSchema;
import java.util.Objects;

/**
 * A type of message with what a program can do with it when it knows no more than the name: {@code Order.SCHEMA.type()}. Immutable.
 *
 * @param <M> the bean
 */
public final class MessageType<M extends Message<M>> {
    private final WireCodec<M> proto;
    private final JsonCodec<M> json;
    private final Codec<M> text;

    /**
     * A type with the codecs of its bean. For generated code.
     *
     * @param proto its Protobuf codec
     * @param json its JSON codec, or null when it was generated without
     * @param text its text format codec, or null when it was generated without
     */
    public MessageType(Codec<M> proto, JsonCodec<M> json, Codec<M> text) {
        this.proto = (WireCodec<M>) Objects.requireNonNull(proto);
        this.json = json;
        this.text = text;
    }

    /** What the IDL says about it. */
    public MessageSchema schema() {
        return proto.schema();
    }

    /** A new, empty message. */
    public M newMessage() {
        return proto.newMessage();
    }

    /** Its codec for Protobuf's binary format. */
    public Codec<M> proto() {
        return proto;
    }

    /** Its codec for JSON, or null when it was generated without. */
    public JsonCodec<M> json() {
        return json;
    }

    /** Its codec for Protobuf's text format, or null when it was generated without. */
    public Codec<M> text() {
        return text;
    }

    /** Its full Protobuf name. */
    @Override
    public String toString() {
        return schema().fullName();
    }
}
