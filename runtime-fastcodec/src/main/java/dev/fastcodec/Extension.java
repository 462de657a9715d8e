package dev.fastcodec;

import dev.fastcodec.schema.EnumSchema;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A field that a file adds to a message that is open to extensions (descriptor.proto, FieldDescriptorProto's {@code extendee}). Generated code has
 * one as a constant. Immutable.
 *
 * @param <M> the bean that it extends
 * @param <T> what {@link Extendable#get} gives: a boxed number, a String, bytes, an enum, a message, or a list
 */
public final class Extension<M extends Extendable<M>, T> {
    private final Class<M> extendee;
    private final String name;
    private final int number;
    private final Type type;
    private final boolean repeated;
    private final boolean packed;
    private final IntFunction<? extends EnumValue> constants;
    private final EnumSchema enumSchema;
    private final Supplier<? extends Message<?>> maker;
    private final Supplier<? extends Codec<?>> codec;
    private final T defaultValue;

    /** Types of extensions, with what it takes to know how they stand on the wire. */
    public enum Type {
        /** {@code bool}. */
        BOOL,
        /** {@code int32}. */
        INT32,
        /** {@code int64}. */
        INT64,
        /** {@code uint32}. */
        UINT32,
        /** {@code uint64}. */
        UINT64,
        /** {@code sint32}. */
        SINT32,
        /** {@code sint64}. */
        SINT64,
        /** {@code fixed32}. */
        FIXED32,
        /** {@code fixed64}. */
        FIXED64,
        /** {@code sfixed32}. */
        SFIXED32,
        /** {@code sfixed64}. */
        SFIXED64,
        /** {@code float}. */
        FLOAT,
        /** {@code double}. */
        DOUBLE,
        /** {@code string} that must be UTF-8. */
        STRING,
        /** {@code string} of which nobody checks whether it is UTF-8. */
        UNCHECKED_STRING,
        /** {@code bytes}. */
        BYTES,
        /** An enum that takes every number. */
        ENUM,
        /** An enum whose unknown numbers are unknown fields. */
        CLOSED_ENUM,
        /** A message behind its length. */
        MESSAGE,
        /** A message between a start and an end tag. */
        GROUP,
        /** A message that is an item of a {@code MessageSet}. */
        ITEM;

        /** Whether it is a message, however it stands on the wire. */
        public boolean isMessage() {
            return this == MESSAGE || this == GROUP || this == ITEM;
        }

        /** Whether it is an enum. */
        public boolean isEnum() {
            return this == ENUM || this == CLOSED_ENUM;
        }
    }

    private Extension(
            Class<M> extendee,
            String name,
            int number,
            Type type,
            boolean repeated,
            boolean packed,
            IntFunction<? extends EnumValue> constants,
            EnumSchema enumSchema,
            Supplier<? extends Message<?>> maker,
            Supplier<? extends Codec<?>> codec,
            T defaultValue) {
        this.extendee = Objects.requireNonNull(extendee);
        this.name = Objects.requireNonNull(name);
        this.number = number;
        this.type = Objects.requireNonNull(type);
        this.repeated = repeated;
        this.packed = packed;
        this.constants = constants;
        this.enumSchema = enumSchema;
        this.maker = maker;
        this.codec = codec;
        this.defaultValue = defaultValue;
    }

    /** A number, bool, string or bytes. For generated code. */
    public static <M extends Extendable<M>, T> Extension<M, T> of(
            Class<M> extendee, String name, int number, Type type, T defaultValue) {
        return new Extension<>(extendee, name, number, type, false, false, null, null, null, null, defaultValue);
    }

    /** Several numbers, bools, strings or bytes. For generated code. */
    public static <M extends Extendable<M>, T extends List<?>> Extension<M, T> list(
            Class<M> extendee, String name, int number, Type type, boolean packed) {
        return new Extension<>(extendee, name, number, type, true, packed, null, null, null, null, null);
    }

    /**
     * An enum. For generated code.
     *
     * @param constants gives the constant of a number, {@code UNRECOGNIZED} when there is none
     * @param schema the enum's
     */
    public static <M extends Extendable<M>, T extends EnumValue> Extension<M, T> ofEnum(
            Class<M> extendee,
            String name,
            int number,
            Type type,
            IntFunction<T> constants,
            EnumSchema schema,
            T defaultValue) {
        return new Extension<>(extendee, name, number, type, false, false, constants, schema, null, null, defaultValue);
    }

    /** Several enums. For generated code. */
    public static <M extends Extendable<M>, E extends EnumValue> Extension<M, EnumList<E>> enumList(
            Class<M> extendee,
            String name,
            int number,
            Type type,
            boolean packed,
            IntFunction<E> constants,
            EnumSchema schema) {
        return new Extension<>(extendee, name, number, type, true, packed, constants, schema, null, null, null);
    }

    /**
     * A message. For generated code.
     *
     * @param maker makes an empty one
     * @param codec gives its Protobuf codec; asked when first needed, since messages may extend each other
     */
    public static <M extends Extendable<M>, T extends Message<T>> Extension<M, T> ofMessage(
            Class<M> extendee, String name, int number, Type type, Supplier<T> maker, Supplier<Codec<T>> codec) {
        return new Extension<>(extendee, name, number, type, false, false, null, null, maker, codec, null);
    }

    /** Several messages. For generated code. */
    public static <M extends Extendable<M>, E extends Message<E>> Extension<M, List<E>> messageList(
            Class<M> extendee, String name, int number, Type type, Supplier<E> maker, Supplier<Codec<E>> codec) {
        return new Extension<>(extendee, name, number, type, true, false, null, null, maker, codec, null);
    }

    /** The bean that it extends. */
    public Class<M> extendee() {
        return extendee;
    }

    /** Its full Protobuf name: {@code shop.priority}. */
    public String name() {
        return name;
    }

    /** Its field number. */
    public int number() {
        return number;
    }

    /** Its type, of an element if it is repeated. */
    public Type type() {
        return type;
    }

    /** Whether it is repeated. */
    public boolean isRepeated() {
        return repeated;
    }

    /** Whether its numbers are written as one record. */
    public boolean isPacked() {
        return packed;
    }

    /** What is got while it is absent; null for a list and when there is none. */
    public T defaultValue() {
        return defaultValue;
    }

    /** The Protobuf codec of its messages; null for other types, and when there is none. */
    public Codec<?> codec() {
        return codec == null ? null : codec.get();
    }

    /** Gives the constant of a number of its enum, {@code UNRECOGNIZED} when there is none; null for other types. */
    public IntFunction<? extends EnumValue> constants() {
        return constants;
    }

    /** What the IDL says about its enum; null for other types. */
    public EnumSchema enumSchema() {
        return enumSchema;
    }

    /** A value as users see it, from one as it is kept: an enum by its number. */
    @SuppressWarnings("unchecked") // only what raw or a decoder made of this extension is kept for it
    T value(Object raw) {
        return (T) (constants != null && !repeated ? constants.apply((Integer) raw) : raw);
    }

    /** A value as it is kept; a list is copied. */
    Object raw(T value) {
        if (repeated) {
            List<Object> copy = newList();
            copy.addAll((List<?>) value);
            return copy;
        }
        return value instanceof EnumValue constant ? (Object) constant.number() : value;
    }

    /** An empty list for its values. */
    @SuppressWarnings("unchecked") // the elements are of the list's type
    List<Object> newList() {
        List<?> list =
                switch (type) {
                    case BOOL -> new BoolList();
                    case INT32, UINT32, SINT32, FIXED32, SFIXED32 -> new IntList();
                    case INT64, UINT64, SINT64, FIXED64, SFIXED64 -> new LongList();
                    case FLOAT -> new FloatList();
                    case DOUBLE -> new DoubleList();
                    case STRING, UNCHECKED_STRING -> new StringList();
                    case BYTES -> new BytesList();
                    case ENUM, CLOSED_ENUM -> new EnumList<>(constants);
                    case MESSAGE, GROUP, ITEM -> messageList(maker);
                };
        return (List<Object>) list;
    }

    @SuppressWarnings("unchecked") // what the maker makes is what the list holds
    private static <E extends Message<E>> List<E> messageList(Supplier<? extends Message<?>> maker) {
        return new MessageList<>((Supplier<E>) maker);
    }

    /** An empty message. */
    Message<?> newMessage() {
        return maker.get();
    }

    @Override
    public String toString() {
        return name;
    }
}
