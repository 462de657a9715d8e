package dev.fastcodec;

import dev.fastcodec.schema.FieldType;
import dev.fastcodec.schema.FileSchema;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.wkt.Any;
import dev.fastcodec.wkt.Api;
import dev.fastcodec.wkt.Duration;
import dev.fastcodec.wkt.Empty;
import dev.fastcodec.wkt.FieldMask;
import dev.fastcodec.wkt.Int32Value;
import dev.fastcodec.wkt.Struct;
import dev.fastcodec.wkt.Timestamp;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The extensions that a codec knows, and the messages that it finds in an {@code Any}:
 *
 * <pre>{@code
 * TypeRegistry types = TypeRegistry.of(ShopExt.ALL).with(Order.SCHEMA);
 * Order order = Order.PROTO.with(types).decode(bytes);
 * }</pre>
 *
 * <p>Every file with extensions has a generated class with a list of them. Immutable.
 */
public final class TypeRegistry {
    /** The messages of Google's files, which need not be registered. */
    private static final class WellKnown {
        static final TypeRegistry TYPES = new TypeRegistry();

        static {
            List.of(
                            Any.SCHEMA,
                            Api.SCHEMA,
                            Duration.SCHEMA,
                            Empty.SCHEMA,
                            FieldMask.SCHEMA,
                            Int32Value.SCHEMA,
                            Struct.SCHEMA,
                            Timestamp.SCHEMA)
                    .forEach(TYPES::add);
        }
    }

    private final Map<Class<?>, Map<Integer, Extension<?, ?>>> byNumber = new HashMap<>();
    private final Map<String, Extension<?, ?>> byName = new LinkedHashMap<>();
    private final Map<String, MessageSchema> messages = new LinkedHashMap<>();

    private TypeRegistry() {}

    /**
     * A registry of these extensions.
     *
     * @throws IllegalArgumentException when two have the same name, or the same number for one message
     */
    @SafeVarargs
    public static TypeRegistry of(Collection<Extension<?, ?>>... extensions) {
        TypeRegistry registry = new TypeRegistry();
        Set<Extension<?, ?>> all = new LinkedHashSet<>();
        for (Collection<Extension<?, ?>> some : extensions) {
            all.addAll(some);
        }
        all.forEach(registry::add);
        return registry;
    }

    /**
     * A registry that knows messages besides: these, all others of their files, and those that their fields refer to, with their files.
     *
     * @throws IllegalArgumentException when two have the same full name
     */
    public TypeRegistry with(MessageSchema... added) {
        TypeRegistry registry = new TypeRegistry();
        byName.values().forEach(registry::add);
        registry.messages.putAll(messages);
        for (MessageSchema message : added) {
            registry.add(message);
        }
        return registry;
    }

    private void add(Extension<?, ?> extension) {
        Extension<?, ?> other = byNumber.computeIfAbsent(extension.extendee(), c -> new HashMap<>())
                .putIfAbsent(extension.number(), extension);
        if (other == null) {
            other = byName.putIfAbsent(extension.name(), extension);
        }
        if (other != null) {
            throw new IllegalArgumentException(extension + " and " + other + " have the same number or name");
        }
    }

    private void add(MessageSchema first) {
        Set<FileSchema> files = new HashSet<>();
        Deque<MessageSchema> waiting = new ArrayDeque<>(List.of(first));
        while (!waiting.isEmpty()) {
            FileSchema file = waiting.pop().file();
            if (files.add(file)) {
                for (MessageSchema message : file.messages()) {
                    MessageSchema other = messages.putIfAbsent(message.fullName(), message);
                    if (other != null && other != message) {
                        throw new IllegalArgumentException("two messages are called " + message.fullName());
                    }
                    message.fields().forEach(field -> addReferred(field.type(), waiting));
                }
            }
        }
    }

    private static void addReferred(FieldType type, Deque<MessageSchema> to) {
        if (type instanceof MessageSchema message) {
            to.add(message);
        } else if (type instanceof FieldType.ListOf list) {
            addReferred(list.element(), to);
        } else if (type instanceof FieldType.MapOf map) {
            addReferred(map.value(), to);
        }
    }

    /** The extension of a bean by its field number, or null. */
    public Extension<?, ?> extension(Class<?> extendee, int number) {
        Map<Integer, Extension<?, ?>> extensions = byNumber.get(extendee);
        return extensions == null ? null : extensions.get(number);
    }

    /** The extension of a full Protobuf name such as {@code shop.priority}, or null. */
    public Extension<?, ?> extension(String name) {
        return byName.get(name);
    }

    /** The item of a {@code MessageSet} whose message has a full name, or null. */
    public Extension<?, ?> item(String message, Class<?> extendee) {
        for (Extension<?, ?> extension :
                byNumber.getOrDefault(extendee, Map.of()).values()) {
            if (extension.type() == Extension.Type.ITEM
                    && extension.codec().schema().fullName().equals(message)) {
                return extension;
            }
        }
        return null;
    }

    /**
     * The message of a full Protobuf name such as {@code shop.Order}, or null. Google's well-known types are known to every registry.
     *
     * @param name also with anything in front that ends in a slash, as in the type URL of an {@code Any}
     */
    public MessageType<?> message(String name) {
        return message(this, name);
    }

    /** As {@link #message(String)}, of a registry that may be null. For codecs. */
    public static MessageType<?> message(TypeRegistry registry, String name) {
        String fullName = name.substring(name.lastIndexOf('/') + 1);
        MessageSchema message = registry == null ? null : registry.messages.get(fullName);
        if (message == null) {
            message = WellKnown.TYPES.messages.get(fullName);
        }
        return message == null ? null : message.type();
    }
}
