package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.json.JsonWriter;
import dev.fastcodec.json.TJsonCodec;
import dev.fastcodec.json.TJsonReader;
import dev.fastcodec.schema.MessageSchema;

/**
 * What a call of a Thrift function sends or gives, as service stubs make it: fields, and how each protocol that code was generated for writes and
 * reads them. No {@link dev.fastcodec.Message}: one class does it all, since a program with services has two of them for each function, and nobody
 * but generated code sees them, unless an interceptor looks. Mutable, not safe for use by several threads. For generated code.
 *
 * @param <T> the generated class
 */
public abstract class CallStruct<T extends CallStruct<T>> {
    /** Nothing is set. */
    protected CallStruct() {}

    /** A new one of the same class. */
    protected abstract T make();

    /** What the IDL says about it. */
    protected abstract MessageSchema schema();

    /** The exception that the function declares and this holds, or null. */
    public Throwable failure() {
        return null;
    }

    /** As {@link BinaryCodec#write(BinaryWriter, byte[], int, Object)}, of this. */
    protected int write(BinaryWriter w, byte[] b, int p) {
        throw new UnsupportedOperationException();
    }

    /** As {@link BinaryCodec#read(BinaryReader, byte[], int, Object)}, into this. */
    protected int read(BinaryReader r, byte[] b, int p) {
        throw new UnsupportedOperationException();
    }

    /** As {@link CompactCodec#write(CompactWriter, byte[], int, Object)}, of this. */
    protected int write(CompactWriter w, byte[] b, int p) {
        throw new UnsupportedOperationException();
    }

    /** As {@link CompactCodec#read(CompactReader, byte[], int, Object)}, into this. */
    protected int read(CompactReader r, byte[] b, int p) {
        throw new UnsupportedOperationException();
    }

    /** As {@code TJsonCodec.write}, of this. */
    protected int write(JsonWriter w, byte[] b, int p) {
        throw new UnsupportedOperationException();
    }

    /** As {@code TJsonCodec.read}, into this. */
    protected int read(TJsonReader r, byte[] b, int p) {
        throw new UnsupportedOperationException();
    }

    /** A codec of the Binary protocol for this class; of a class that has been generated without, it throws. */
    public final Codec<T> binary() {
        return new Binary<>(make());
    }

    /** As {@link #binary()} of the Compact protocol. */
    public final Codec<T> compact() {
        return new Compact<>(make());
    }

    /** As {@link #binary()} of typed JSON. */
    public final Codec<T> tjson() {
        return new TJson<>(make());
    }

    private static final class Binary<T extends CallStruct<T>> extends BinaryCodec<T> {
        private final T any;

        Binary(T any) {
            this.any = any;
        }

        @Override
        protected T newMessage() {
            return any.make();
        }

        @Override
        protected int write(BinaryWriter w, byte[] b, int p, T m) {
            return m.write(w, b, p);
        }

        @Override
        protected int read(BinaryReader r, byte[] b, int p, T m) {
            return m.read(r, b, p);
        }

        @Override
        public MessageSchema schema() {
            return any.schema();
        }
    }

    private static final class Compact<T extends CallStruct<T>> extends CompactCodec<T> {
        private final T any;

        Compact(T any) {
            this.any = any;
        }

        @Override
        protected T newMessage() {
            return any.make();
        }

        @Override
        protected int write(CompactWriter w, byte[] b, int p, T m) {
            return m.write(w, b, p);
        }

        @Override
        protected int read(CompactReader r, byte[] b, int p, T m) {
            return m.read(r, b, p);
        }

        @Override
        public MessageSchema schema() {
            return any.schema();
        }
    }

    private static final class TJson<T extends CallStruct<T>> extends TJsonCodec<T> {
        private final T any;

        TJson(T any) {
            this.any = any;
        }

        @Override
        protected T newMessage() {
            return any.make();
        }

        @Override
        protected int write(JsonWriter w, byte[] b, int p, T m) {
            return m.write(w, b, p);
        }

        @Override
        protected int read(TJsonReader r, byte[] b, int p, T m) {
            return m.read(r, b, p);
        }

        @Override
        public MessageSchema schema() {
            return any.schema();
        }
    }
}
