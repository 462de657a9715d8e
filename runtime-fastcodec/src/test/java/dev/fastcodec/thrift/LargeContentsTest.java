package dev.fastcodec.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.BytesList;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.internal.Inserts;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.support.Allocation;
import dev.fastcodec.support.Encodings;
import dev.fastcodec.support.Seeded;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Binaries so large that they are kept beside the array that a struct is written to. */
class LargeContentsTest {

    /** A struct of one list of binaries. */
    private static final class Blobs implements Message<Blobs> {
        final BytesList list = new BytesList();

        @Override
        public Blobs clear() {
            list.clear();
            return this;
        }

        @Override
        public Blobs copy() {
            throw new UnsupportedOperationException();
        }

        @Override
        public UnknownFields unknownFields() {
            return null;
        }

        @Override
        public MessageSchema schema() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Binary extends BinaryCodec<Blobs> {
        @Override
        public MessageSchema schema() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected Blobs newMessage() {
            return new Blobs();
        }

        @Override
        protected int write(BinaryWriter w, byte[] b, int p, Blobs m) {
            p = w.binaries(BinaryWriter.header(w.grow(p, 4), p, 0x0f000100), m.list);
            w.grow(p, 1)[p] = 0;
            return p + 1;
        }

        @Override
        protected int read(BinaryReader r, byte[] b, int p, Blobs m) {
            p = r.list(b, p + 3, TType.STRING);
            return r.binaries(b, p, r.n, m.list) + 1;
        }
    }

    private static final class Compact extends CompactCodec<Blobs> {
        @Override
        public MessageSchema schema() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected Blobs newMessage() {
            return new Blobs();
        }

        @Override
        protected int write(CompactWriter w, byte[] b, int p, Blobs m) {
            p = w.binaries(CompactWriter.header(w.grow(p, 4), p, 0, 1, 9), m.list);
            w.grow(p, 1)[p] = 0;
            return p + 1;
        }

        @Override
        protected int read(CompactReader r, byte[] b, int p, Blobs m) {
            p = r.list(b, p + 1, TType.STRING);
            return r.binaries(b, p, r.n, m.list) + 1;
        }
    }

    private static Blobs any(Random random) {
        Blobs blobs = new Blobs();
        for (int i = random.nextInt(9); i >= 0; i--) {
            byte[] content = new byte[random.nextInt(random.nextBoolean() ? 20 : 3 * Inserts.LEAST)];
            random.nextBytes(content);
            blobs.list.add(content);
        }
        return blobs;
    }

    private static void check(Random random, ThriftCodec<Blobs> codec, ThriftWriter plain) {
        Blobs blobs = any(random);
        int size = codec.append(plain, 0, blobs);
        byte[] expected = Arrays.copyOf(plain.b, size);
        assertEquals(blobs.list, codec.decode(expected).list);
        assertEquals(blobs.list, Encodings.check(codec, blobs, expected).list);
    }

    @Test
    void areWrittenEverywhereAsTheyAreInPlace() {
        Seeded.repeat(300, random -> {
            check(random, new Binary(), new BinaryWriter(new byte[16]));
            check(random, new Compact(), new CompactWriter(new byte[16]));
        });
    }

    @Test
    void takeNoMemoryButTheResult() {
        Blobs blobs = new Blobs();
        blobs.list.add(new byte[5_000_000]);
        assertTrue(Allocation.of(() -> new Binary().encode(blobs)) < 5_010_000);
    }

    @Test
    void areRefusedWhenNoArrayHoldsThem() {
        Blobs blobs = new Blobs();
        byte[] content = new byte[1 << 20];
        for (int i = 0; i < 2048; i++) {
            blobs.list.add(content);
        }
        assertThrows(EncodeException.class, () -> new Compact().encode(blobs));
    }

    /** Messages whose large contents stay where they are have the bytes that they have otherwise, also behind one that failed. */
    @Test
    void messagesKeepThemTheSame() {
        Random random = new Random(31);
        for (Protocol protocol : new Protocol[] {Protocol.BINARY, Protocol.COMPACT}) {
            ThriftCodec<Blobs> codec = protocol == Protocol.BINARY ? new Binary() : new Compact();
            for (int round = 0; round < 50; round++) {
                Outgoing plain = new Outgoing(protocol);
                Outgoing kept = new Outgoing(protocol).keepLarge();
                int large = 0;
                for (int i = 0; i < 3; i++) {
                    Blobs blobs = new Blobs();
                    for (int n = random.nextInt(4); n > 0; n--) {
                        byte[] blob = new byte[random.nextInt(3) * random.nextInt(6000)];
                        random.nextBytes(blob);
                        blobs.list.add(blob);
                        large += blob.length >= Inserts.LEAST ? blob.length : 0;
                    }
                    Envelope envelope = Envelope.call("m", i);
                    plain.addFramed(envelope, codec, blobs)
                            .add(envelope, codec, blobs)
                            .addStruct(codec, blobs);
                    kept.addFramed(envelope, codec, blobs);
                    int before = kept.beside();
                    if (before > 0) {
                        assertThrows(EncodeException.class, () -> kept.addFramed(envelope, codec, blobs, 1));
                    }
                    assertEquals(before, kept.beside());
                    kept.add(envelope, codec, blobs).addStruct(codec, blobs);
                }
                assertEquals(3 * large, kept.beside());
                assertArrayEquals(plain.toByteArray(), kept.toByteArray());
                ByteBuffer pieces = ByteBuffer.allocate(kept.size() + kept.beside());
                kept.pieces(pieces::put);
                assertArrayEquals(plain.toByteArray(), pieces.array());
                assertEquals(0, kept.clear().beside());
            }
        }
    }
}
