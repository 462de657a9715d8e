package dev.fastcodec.thrift;

import dev.fastcodec.Codec;

/** The protocols that a message can be in: envelope and struct alike. */
public enum Protocol {
    /** The Binary protocol, whose envelope is written in the strict form and read in the old form too. */
    BINARY {
        @Override
        int write(ThriftWriter w, int p, Envelope e) {
            return BinaryEnvelope.write((BinaryWriter) w, p, e);
        }

        @Override
        Head read(byte[] b, int p, int end) {
            return BinaryEnvelope.read(b, p, end);
        }

        @Override
        ThriftWriter writer(byte[] b) {
            return new BinaryWriter(b);
        }

        @Override
        ThriftReader reader(int end, int maxDepth) {
            return new BinaryReader(end, maxDepth);
        }
    },
    /** The Compact protocol, version 1. */
    COMPACT {
        @Override
        int write(ThriftWriter w, int p, Envelope e) {
            return CompactEnvelope.write((CompactWriter) w, p, e);
        }

        @Override
        Head read(byte[] b, int p, int end) {
            return CompactEnvelope.read(b, p, end);
        }

        @Override
        ThriftWriter writer(byte[] b) {
            return new CompactWriter(b);
        }

        @Override
        ThriftReader reader(int end, int maxDepth) {
            return new CompactReader(end, maxDepth);
        }
    };

    /** An envelope that was read, and where the body begins. */
    record Head(Envelope envelope, int body) {}

    /** Writes an envelope from index {@code p} on, making room, and gives the index behind it. */
    abstract int write(ThriftWriter w, int p, Envelope e);

    /** Reads an envelope. Reads past the array's end are left to the JVM, past {@code end} to the caller. */
    abstract Head read(byte[] b, int p, int end);

    /** A writer of structs. */
    abstract ThriftWriter writer(byte[] b);

    /** A reader of structs. */
    abstract ThriftReader reader(int end, int maxDepth);

    /** A user's codec as one that reads and writes in the middle of an array. */
    ThriftCodec<?> codec(Codec<?> codec) {
        if (codec instanceof ThriftCodec<?> own && own.protocol() == this) {
            return own;
        }
        throw new IllegalArgumentException(codec.getClass().getName() + " is not a codec of " + this);
    }
}
