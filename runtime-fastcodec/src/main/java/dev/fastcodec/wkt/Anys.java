package dev.fastcodec.wkt;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.MessageType;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.schema.MessageSchema;

/** Messages in an {@link Any}. */
public final class Anys {
    /** What stands in front of the names of types unless something else is said. */
    public static final String PREFIX = "type.googleapis.com/";

    private Anys() {}

    /**
     * Packs a message.
     *
     * @throws EncodeException when it cannot be written
     */
    public static <M extends Message<M>> Any pack(M message) {
        return pack(message, PREFIX);
    }

    /**
     * Packs a message.
     *
     * @param prefix what stands in front of its full name; a slash is put in between if there is none
     * @throws EncodeException when the message cannot be written
     */
    public static <M extends Message<M>> Any pack(M message, String prefix) {
        @SuppressWarnings("unchecked") // the schema is that of the message
        MessageType<M> type = (MessageType<M>) message.schema().type();
        String slash = prefix.endsWith("/") ? "" : "/";
        return new Any()
                .setTypeUrl(prefix + slash + message.schema().fullName())
                .setValue(type.proto().encode(message));
    }

    /** The full name of the type of what is packed: what follows the last slash; empty when nothing does. */
    public static String typeName(Any any) {
        String url = any.getTypeUrl();
        int slash = url.lastIndexOf('/');
        return slash < 0 ? "" : url.substring(slash + 1);
    }

    /** Whether a message of this type is packed: {@code Anys.is(any, Order.SCHEMA)}. */
    public static boolean is(Any any, MessageSchema type) {
        return typeName(any).equals(type.fullName());
    }

    /**
     * Unpacks a message: {@code Anys.unpack(any, Order.PROTO)}.
     *
     * @param codec the Protobuf codec of the message
     * @throws IllegalArgumentException when a message of another type is packed
     * @throws DecodeException when its bytes are not what the type asks for
     */
    public static <M> M unpack(Any any, Codec<M> codec) {
        if (!is(any, codec.schema())) {
            throw new IllegalArgumentException(
                    "\"" + any.getTypeUrl() + "\" is packed, and not " + codec.schema().fullName());
        }
        return codec.decode(any.getValue());
    }

    /**
     * Unpacks a message of any type that a registry knows; extensions in it are read as the registry has them.
     *
     * @return null when the registry does not know the type
     * @throws DecodeException when the bytes are not what the type asks for
     */
    public static Message<?> unpack(Any any, TypeRegistry registry) {
        MessageType<?> type = registry.message(typeName(any));
        return type == null ? null : type.proto().with(registry).decode(any.getValue());
    }
}
