package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.internal.Inserts;

/** What the messages of the binary protocols have in common: the envelope and then, with nothing around it, the body. */
abstract sealed class StructForm extends MessageForm permits BinaryForm, CompactForm {
    private static final String PATH = "message";

    /** Writes an envelope from index {@code p} on, making room, and gives the index behind it. */
    abstract int writeHead(ThriftWriter w, int p, Envelope e);

    /** Reads an envelope. Reads past the array's end are left to the JVM, past {@code end} to the caller. */
    abstract Head readHead(byte[] b, int p, int end);

    /** A writer of structs. */
    abstract ThriftWriter writer(byte[] b);

    /** A reader of structs. */
    abstract ThriftReader reader(int end, int maxDepth);

    /** A user's codec as one that reads and writes in the middle of an array. */
    abstract ThriftCodec<?> own(Codec<?> codec);

    @Override
    final Written write(byte[] b, int p, Envelope e, Codec<?> codec, Object body, Inserts inserts) {
        ThriftCodec<?> own = own(codec);
        ThriftWriter w = writer(b);
        w.inserts = inserts;
        w.keepLarge = inserts != null;
        int end = append(own, w, e == null ? p : writeHead(w, p, e), body);
        return new Written(w.b, end);
    }

    @SuppressWarnings("unchecked") // the codec is one for the body
    private static <M> int append(ThriftCodec<M> codec, ThriftWriter w, int p, Object body) {
        return codec.append(w, p, (M) body);
    }

    @Override
    final Head head(Input in) {
        Head head;
        try {
            head = readHead(in.b(), in.from(), in.to());
        } catch (DecodeException e) {
            throw e.offset() > in.to()
                    ? truncated(in)
                    : new DecodeException(e.kind(), e.getMessage(), e.offset() - in.origin(), PATH);
        } catch (IndexOutOfBoundsException e) {
            throw truncated(in);
        }
        if (head.body() > in.to()) {
            throw truncated(in);
        }
        return head;
    }

    private static DecodeException truncated(Input in) {
        return new DecodeException(Kind.TRUNCATED, "input ends inside an envelope", in.to() - in.origin(), PATH);
    }

    @Override
    final Body body(Input in, Codec<?> codec) {
        return read(in, own(codec));
    }

    private static <M> Body read(Input in, ThriftCodec<M> codec) {
        M struct = codec.make();
        return new Body(struct, codec.read(struct, in.b(), in.origin(), in.from(), in.to()));
    }

    @Override
    final int skip(Input in) {
        ThriftReader r = reader(in.to(), ThriftCodec.MAX_DEPTH);
        r.depth(0);
        DecodeException failure;
        try {
            int p = r.value(in.b(), in.from(), TType.STRUCT);
            if (p <= in.to()) {
                return p;
            }
            failure = r.truncated();
        } catch (DecodeException | IndexOutOfBoundsException | StackOverflowError e) {
            failure = r.failure(e);
        }
        int depth = ThriftLocator.depth(failure, ThriftCodec.MAX_DEPTH);
        throw ThriftLocator.located(reader(in.to(), depth), in, failure, null);
    }

    @Override
    final int end(Input rest) {
        return rest.from();
    }
}
