package dev.fastcodec.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.support.Allocation;
import dev.fastcodec.support.Vectors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecStreamsTest {
    private final Node node = ThriftRandomTest.node(new Random(5), 3);

    static List<Codec<Node>> codecs() {
        return List.of(Node.BINARY, Node.COMPACT);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void writesIntoAnArrayAndNotBesideIt(Codec<Node> codec) {
        byte[] bytes = codec.encode(node);
        byte[] into = new byte[bytes.length + 10];
        Arrays.fill(into, (byte) 7);
        assertEquals(5 + bytes.length, codec.encode(node, into, 5));
        assertArrayEquals(bytes, Arrays.copyOfRange(into, 5, 5 + bytes.length));
        assertEquals(7, into[4]);
        assertEquals(7, into[5 + bytes.length]);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void refusesAnArrayThatIsTooSmall(Codec<Node> codec) {
        byte[] into = new byte[codec.encode(node).length];
        assertEquals(into.length, codec.encode(node, into, 0));
        assertThrows(EncodeException.class, () -> codec.encode(node, into, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> codec.encode(node, into, into.length + 1));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void leavesThePositionOfABufferThatIsTooSmall(Codec<Node> codec) {
        ByteBuffer into = ByteBuffer.allocate(8).position(3);
        assertThrows(BufferOverflowException.class, () -> codec.encode(node, into));
        assertEquals(3, into.position());
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void readsOneStructAfterTheOtherFromBuffersOfEveryKind(Codec<Node> codec) {
        Node small = new Node();
        for (ByteBuffer buffer : List.of(ByteBuffer.allocate(1 << 20), ByteBuffer.allocateDirect(1 << 20))) {
            buffer.position(9);
            codec.encode(node, buffer);
            codec.encode(small, buffer);
            buffer.flip().position(9);
            for (ByteBuffer in : List.of(buffer.slice(), buffer.asReadOnlyBuffer(), buffer)) {
                assertEquals(node, codec.decode(in));
                assertEquals(small, codec.decode(in));
                assertEquals(0, in.remaining());
                assertThrows(DecodeException.class, () -> codec.decode(in));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void ignoresBytesBehindTheStruct(Codec<Node> codec) {
        byte[] bytes = codec.encode(node);
        assertEquals(node, codec.decode(Arrays.copyOf(bytes, bytes.length + 3)));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void readsDelimitedMessagesUpToTheEnd(Codec<Node> codec) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.encodeDelimited(node, out);
        codec.encodeDelimited(new Node(), out);
        InputStream in = new ByteArrayInputStream(out.toByteArray());
        assertEquals(node, codec.decodeDelimited(in));
        assertEquals(new Node(), codec.decodeDelimited(in));
        assertNull(codec.decodeDelimited(in));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void readsAStreamToItsEnd(Codec<Node> codec) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.encode(node, out);
        assertEquals(node, codec.decode(new ByteArrayInputStream(out.toByteArray())));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void refusesADelimitedMessageThatIsCutOff(Codec<Node> codec) {
        for (String hex : List.of("80", "02", "01", "ffffffff7f00", "ffffffffff01")) {
            InputStream in = new ByteArrayInputStream(Vectors.hex(hex));
            assertThrows(DecodeException.class, () -> codec.decodeDelimited(in), hex);
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void takesNoMemoryForALengthThatIsALie(Codec<Node> codec) {
        byte[] lie = Vectors.hex("ffffffff0700");
        long bytes = Allocation.of(() -> {
            try (InputStream in = new ByteArrayInputStream(lie)) {
                assertThrows(DecodeException.class, () -> codec.decodeDelimited(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertTrue(bytes < 1 << 16, bytes + " bytes allocated");
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void tellsNestingThatIsTooDeepForTheStack(Codec<Node> codec) {
        Node deep = new Node();
        for (int i = 0; i < 300_000; i++) {
            Node outer = new Node();
            outer.child = deep;
            deep = outer;
        }
        Node message = deep;
        assertThrows(EncodeException.class, () -> codec.encode(message));
        byte[] header = codec == Node.BINARY ? new byte[] {12, 0, 1} : new byte[] {0x1c};
        byte[] bytes = new byte[600_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = header[i % header.length];
        }
        DecodeException e = assertThrows(DecodeException.class, () -> codec.withMaxDepth(Integer.MAX_VALUE)
                .decode(bytes));
        assertEquals(DecodeException.Kind.DEPTH, e.kind());
    }
}
