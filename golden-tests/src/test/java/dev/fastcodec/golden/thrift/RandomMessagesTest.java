package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.Codec;
import dev.fastcodec.EncodeException;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.Incoming;
import dev.fastcodec.thrift.MessageType;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.TMemoryBuffer;
import org.apache.thrift.transport.layered.TFramedTransport;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random envelopes around random structs, one message behind the other: what libthrift writes and reads. */
class RandomMessagesTest {
    private static final String[] NAMES = {
        "echo", "Service:echo", "a", "", ":", "getAllThatThereIsAndMoreOfItAsSoonAsSomebodyAsksForIt", "größe", "😀"
    };

    private static Corpus corpus;
    private static Beans beans;

    @BeforeAll
    static void compile() {
        corpus = Corpus.make("messages", 2);
        beans = corpus.beans();
    }

    private static Envelope envelope(SplittableRandom random) {
        MessageType[] types = MessageType.values();
        return new Envelope(
                types[random.nextInt(types.length)],
                NAMES[random.nextInt(NAMES.length)].repeat(random.nextInt(20) == 0 ? 30 : 1),
                random.nextBoolean() ? random.nextInt(100) : random.nextInt() >> random.nextInt(32));
    }

    private static TMessage message(Envelope e) {
        return new TMessage(e.name(), (byte) e.type().number(), e.sequence());
    }

    @Test
    void areWhatLibthriftWritesAndReads() {
        SplittableRandom random = Seed.random("envelopes");
        corpus.forValues("message", Seed.values(4_000), true, (type, state, wire) -> {
            Envelope envelope = envelope(random);
            boolean framed = random.nextBoolean();
            byte[] body = wire.write(state.written());
            byte[] expected;
            try {
                TMemoryBuffer buffer = new TMemoryBuffer(64);
                TProtocol out = wire.protocol(framed ? new TFramedTransport(buffer) : buffer);
                out.writeMessageBegin(message(envelope));
                out.getTransport().write(body);
                out.writeMessageEnd();
                out.getTransport().flush();
                expected = Arrays.copyOf(buffer.getArray(), buffer.length());
            } catch (TException e) {
                throw new AssertionError(e);
            }
            Codec<Object> codec = beans.codec(type, wire);
            Object bean = beans.fill(state);
            Outgoing out = new Outgoing(wire.protocol());
            for (int i = 0; i < 2; i++) {
                if (framed) {
                    out.addFramed(envelope, codec, bean);
                } else {
                    out.add(envelope, codec, bean);
                }
            }
            int n = expected.length;
            assertArrayEquals(expected, Arrays.copyOf(out.array(), n));
            assertArrayEquals(expected, Arrays.copyOfRange(out.array(), n, out.size()));
            for (int from = 0; from < out.size(); from += n) {
                Incoming in = framed
                        ? Incoming.readFramed(wire.protocol(), out.array(), from, out.size())
                        : Incoming.read(wire.protocol(), out.array(), from, out.size());
                assertEquals(envelope, in.envelope());
                assertEquals(from + n - body.length, in.bodyBegin());
                assertEquals(from + n, in.end());
                StructValue reread = state.written().written();
                assertEquals(reread, beans.read(in.body(codec), type));
                assertEquals(from + n, in.end());
            }
        });
    }

    @Test
    void inJsonTooAreWhatLibthriftWritesAndReads() {
        Corpus json = Corpus.make("json_messages", 1, Options.of(Map.of("formats", "binary,tjson")));
        SplittableRandom random = Seed.random("json envelopes");
        json.forValues("message", Seed.values(500), true, (type, state, wire) -> {
            if (wire != Wire.BINARY || JsonWire.hasOddKeys(state.written())) {
                return;
            }
            Envelope envelope = envelope(random);
            byte[] expected;
            try {
                expected = AnyProtocol.JSON.write(out -> {
                    out.writeMessageBegin(message(envelope));
                    Wire.writeStruct(out, state.written());
                    out.writeMessageEnd();
                });
            } catch (TException e) {
                throw new AssertionError(e);
            }
            Codec<Object> codec = json.beans().of(type).codec("TJSON");
            Object bean = json.beans().fill(state);
            Outgoing out = new Outgoing(Protocol.TJSON, new byte[0]);
            out.add(envelope, codec, bean).add(envelope, codec, bean);
            int n = expected.length;
            assertArrayEquals(expected, Arrays.copyOf(out.array(), n));
            assertArrayEquals(expected, Arrays.copyOfRange(out.array(), n, out.size()));
            for (int from = 0; from < out.size(); from += n) {
                Incoming in = Incoming.read(Protocol.TJSON, out.array(), from, out.size());
                assertEquals(envelope, in.envelope());
                assertEquals(from + n, in.end());
                assertEquals(state.written().written(), json.beans().read(in.body(codec), type));
                assertEquals(from + n, in.end());
            }
        });
    }

    @Test
    void aLargeBodyIsWrittenAsByItsCodec() {
        VectorTypes types = new VectorTypes();
        Bean type = types.beans().of(types.type("Bytes"));
        byte[] large = new byte[300_000];
        Arrays.fill(large, (byte) 7);
        for (Wire wire : Wire.values()) {
            Object bean = type.make();
            type.set(bean, type.field(1), large);
            Codec<Object> codec = types.codec(types.type("Bytes"), wire);
            byte[] body = codec.encode(bean);
            Outgoing out = new Outgoing(wire.protocol());
            out.addFramed(Envelope.call("a", 1), codec, bean);
            assertArrayEquals(body, Arrays.copyOfRange(out.array(), out.size() - body.length, out.size()));
            Incoming in = Incoming.readFramed(wire.protocol(), out.array(), 0, out.size());
            assertEquals(out.size() - body.length, in.bodyBegin());
            assertEquals(bean, in.body(codec));
        }
    }

    @Test
    void aFailureLeavesWhatWasThere() {
        VectorTypes types = new VectorTypes();
        Codec<Object> codec = types.codec(types.type("Required"), Wire.BINARY);
        Object incomplete = types.beans().of(types.type("Required")).make();
        Codec<Object> fine = types.codec(types.type("Empty"), Wire.BINARY);
        Object empty = types.beans().of(types.type("Empty")).make();
        Outgoing out = new Outgoing(Wire.BINARY.protocol(), new byte[0]);
        out.add(Envelope.call("a", 1), fine, empty);
        byte[] before = out.toByteArray();
        Map<String, Runnable> failures = Map.of(
                "body", () -> out.add(Envelope.call("b".repeat(2000), 2), codec, incomplete),
                "framed body", () -> out.addFramed(Envelope.call("b", 2), codec, incomplete),
                "limit", () -> out.addFramed(Envelope.call("b", 2), fine, empty, 13),
                "name", () -> out.add(Envelope.call("\ud800", 2), fine, empty));
        failures.forEach((what, failure) -> {
            Assertions.assertThrows(EncodeException.class, failure::run, what);
            assertArrayEquals(before, out.toByteArray(), what);
        });
        out.addFramed(Envelope.call("b", 2), fine, empty, 14);
        assertEquals(before.length + 18, out.size());
        assertEquals(0, out.clear().size());
    }

    @Test
    void aCodecOfAnotherProtocolIsRefused() {
        VectorTypes types = new VectorTypes();
        Codec<Object> codec = types.codec(types.type("Empty"), Wire.COMPACT);
        Object empty = types.beans().of(types.type("Empty")).make();
        Outgoing out = new Outgoing(Wire.BINARY.protocol());
        Assertions.assertThrows(IllegalArgumentException.class, () -> out.add(Envelope.call("a", 1), codec, empty));
        byte[] bytes = Vector.hex("80010001 00000001 61 00000001 00");
        Incoming in = Incoming.read(Wire.BINARY.protocol(), bytes, 0, bytes.length);
        Assertions.assertThrows(IllegalArgumentException.class, () -> in.body(codec));
    }
}
