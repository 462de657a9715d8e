package dev.fastcodec.libthrift;

import dev.fastcodec.Message;
import dev.fastcodec.schema.FieldSchema;
import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.util.Arrays;
import org.apache.thrift.TBase;
import org.apache.thrift.TException;
import org.apache.thrift.TFieldIdEnum;
import org.apache.thrift.protocol.TProtocol;
import org.jspecify.annotations.Nullable;

/**
 * A message as one of libthrift's structs: what {@code TSerializer}, {@code TDeserializer}, clients and processors need of it. Its fields are reached
 * through {@link #message()}; libthrift's own ways to them, which nothing in those classes uses, are not supported.
 *
 * @param <T> the generated type
 */
public final class Bridged<T extends Message<T>> implements TBase<Bridged<T>, Bridged.Field> {
    private static final long serialVersionUID = 1;

    private final transient Bridge<T> bridge;
    private final transient T message;

    Bridged(Bridge<T> bridge, T message) {
        this.bridge = bridge;
        this.message = message;
    }

    /** A field's id and name. */
    public record Field(short id, String name) implements TFieldIdEnum {
        @Override
        public short getThriftFieldId() {
            return id;
        }

        @Override
        public String getFieldName() {
            return name;
        }
    }

    /** The message; not a copy. */
    public T message() {
        return message;
    }

    @Override
    public void read(TProtocol in) throws TException {
        bridge.readInto(message, in);
    }

    @Override
    public void write(TProtocol out) throws TException {
        bridge.write(message, out);
    }

    /** The field of an id, or null. */
    @Override
    public @Nullable Field fieldForId(int id) {
        FieldSchema field = message.schema().field(id);
        return field == null ? null : new Field((short) id, field.name());
    }

    /** Not supported. */
    @Override
    public boolean isSet(Field field) {
        throw unsupported();
    }

    /** Not supported. */
    @Override
    public Object getFieldValue(Field field) {
        throw unsupported();
    }

    /** Not supported. */
    @Override
    public void setFieldValue(Field field, @Nullable Object value) {
        throw unsupported();
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("fields are reached through message()");
    }

    @Override
    public Bridged<T> deepCopy() {
        return new Bridged<>(bridge, message.copy());
    }

    @Override
    public void clear() {
        message.clear();
    }

    /** By the bytes of the Binary protocol. */
    @Override
    public int compareTo(Bridged<T> other) {
        return Arrays.compareUnsigned(
                bridge.codec().encode(message), bridge.codec().encode(other.message));
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Bridged<?> other && message.equals(other.message);
    }

    @Override
    public int hashCode() {
        return message.hashCode();
    }

    @Override
    public String toString() {
        return message.toString();
    }

    /** Not supported: bytes are made by codecs. */
    private Object writeReplace() throws ObjectStreamException {
        throw new NotSerializableException(message.getClass().getName());
    }
}
