package dev.fastcodec.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.Codec;
import dev.fastcodec.EncodeException;
import dev.fastcodec.EncodedMessage;
import dev.fastcodec.Message;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** All ways in which a codec writes a message. */
public final class Encodings {
    private Encodings() {}

    /**
     * Demands that a message is written as these bytes, to everything that it can be written to.
     *
     * @param expected at least one
     * @return the message that is read from where it was written with its length
     */
    public static <M extends Message<M>> M check(Codec<M> codec, M message, byte[] expected) {
        assertArrayEquals(expected, codec.encode(message));

        try (EncodedMessage shared = codec.encodeShared(message)) {
            assertEquals(expected.length, shared.size());
            assertArrayEquals(expected, shared.toByteArray());
            Outgoing copied = new Outgoing(Protocol.BINARY).add(shared);
            assertEquals(0, copied.beside());
            assertArrayEquals(expected, copied.toByteArray());
            Outgoing kept =
                    new Outgoing(Protocol.BINARY).keepLarge().add(shared).add(shared);
            assertEquals(2 * expected.length, kept.size() + kept.beside());
            byte[] twice = kept.toByteArray();
            assertArrayEquals(expected, Arrays.copyOf(twice, expected.length));
            assertArrayEquals(expected, Arrays.copyOfRange(twice, expected.length, twice.length));
        }

        byte[] into = new byte[expected.length + 5];
        assertEquals(expected.length + 3, codec.encode(message, into, 3));
        assertArrayEquals(expected, Arrays.copyOfRange(into, 3, expected.length + 3));
        assertThrows(EncodeException.class, () -> codec.encode(message, into, 6));

        ByteBuffer buffer = ByteBuffer.allocateDirect(expected.length);
        codec.encode(message, buffer);
        assertEquals(ByteBuffer.wrap(expected), buffer.flip());

        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            codec.encode(message, out);
            assertArrayEquals(expected, out.toByteArray());
            out.reset();
            codec.encodeDelimited(message, out);
            return codec.decodeDelimited(new ByteArrayInputStream(out.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
