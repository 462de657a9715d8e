package dev.fastcodec.netty;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.netty.wire.KitexProtobuf;
import dev.fastcodec.netty.wire.Packet;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.Incoming;
import dev.fastcodec.thrift.Protocol;
import dev.fastcodec.thrift.TApplicationException;

/** A message whose envelope has been read, in any shape: an answer, or for a server a call. */
sealed interface Opened {

    /** What it came in. */
    Packet.Message message();

    /** The envelope. */
    Envelope envelope();

    /** Which of a method's codecs read and write such messages. */
    Payload payload();

    /**
     * Reads the body.
     *
     * @throws DecodeException when it cannot be read
     */
    <T> T body(Codec<T> codec);

    /** Reads the body of a message of type EXCEPTION. */
    TApplicationException exception();

    /**
     * Reads the envelope.
     *
     * @throws DecodeException when there is none
     */
    static Opened read(Packet.Message message) {
        return message.isThrift() ? new Thrift(message, message.thrift()) : new Protobuf(message, message.protobuf());
    }

    /** Thrift's. */
    record Thrift(Packet.Message message, Incoming incoming) implements Opened {
        @Override
        public Envelope envelope() {
            return incoming.envelope();
        }

        @Override
        public Payload payload() {
            return message.shape().protocol() == Protocol.COMPACT ? Payload.COMPACT : Payload.BINARY;
        }

        @Override
        public <T> T body(Codec<T> codec) {
            return incoming.body(codec);
        }

        @Override
        public TApplicationException exception() {
            return incoming.exception();
        }
    }

    /** Kitex Protobuf's. */
    record Protobuf(Packet.Message message, KitexProtobuf.Read read) implements Opened {
        @Override
        public Envelope envelope() {
            return read.envelope();
        }

        @Override
        public Payload payload() {
            return Payload.PROTO;
        }

        @Override
        public <T> T body(Codec<T> codec) {
            return read.body(codec);
        }

        @Override
        public TApplicationException exception() {
            return read.exception();
        }
    }
}
