package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.DynamicMessage;
import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.EncodedMessage;
import dev.fastcodec.golden.proto.Corpus.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every way into and out of a codec gives what {@code encode(T)} and {@code decode(byte[])} give. */
class EntryPointsTest {
    private static final int VALUES = 600;

    private final Trials trials = new Trials(Corpus.random());

    private static byte[] garbage(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Bytes with garbage before and behind them. */
    private static byte[] embedded(SplittableRandom random, byte[] bytes, int before, int behind) {
        byte[] all = garbage(random, before + bytes.length + behind);
        System.arraycopy(bytes, 0, all, before, bytes.length);
        return all;
    }

    @Test
    void encodesIntoTheMiddleOfAnArray() {
        trials.run("into", VALUES, (subject, message, random) -> {
            byte[] bytes = message.toByteArray();
            Object bean = subject.codec().decode(bytes);
            int offset = random.nextInt(40);
            byte[] into = garbage(random, offset + bytes.length + random.nextInt(40));
            byte[] expected = into.clone();
            System.arraycopy(bytes, 0, expected, offset, bytes.length);
            assertEquals(offset + bytes.length, subject.codec().encode(bean, into, offset));
            assertArrayEquals(expected, into);
        });
    }

    @Test
    void refusesAnArrayThatIsTooSmall() {
        trials.run("small", VALUES, (subject, message, random) -> {
            int size = message.getSerializedSize();
            if (size > 0) {
                Object bean = subject.codec().decode(message.toByteArray());
                byte[] into = new byte[5 + random.nextInt(size)];
                assertThrows(EncodeException.class, () -> subject.codec().encode(bean, into, 5));
            }
        });
    }

    @Test
    void lendsBytesUntilTheyAreGivenBack() {
        trials.run("lent", VALUES, (subject, message, random) -> {
            byte[] bytes = message.toByteArray();
            Object bean = subject.codec().decode(bytes);
            EncodedMessage lent = subject.codec().encodeLent(bean);
            assertEquals(bytes.length, lent.size());
            assertArrayEquals(bytes, lent.toByteArray());
            ByteBuffer buffer = lent.toByteBuffer();
            byte[] read = new byte[buffer.remaining()];
            buffer.get(read);
            assertArrayEquals(bytes, read);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            lent.writeTo(out);
            assertArrayEquals(bytes, out.toByteArray());
            lent.close();
            lent.close();
            assertThrows(IllegalStateException.class, lent::toByteArray);
        });
    }

    @Test
    void encodesIntoBuffers() {
        trials.run("buffers", VALUES, (subject, message, random) -> {
            byte[] bytes = message.toByteArray();
            Object bean = subject.codec().decode(bytes);
            int room = 6 + bytes.length;
            for (ByteBuffer into : List.of(
                    ByteBuffer.allocate(room),
                    ByteBuffer.allocateDirect(room),
                    ByteBuffer.allocate(room + 9).slice(4, room))) {
                into.position(3);
                subject.codec().encode(bean, into);
                assertEquals(3 + bytes.length, into.position());
                byte[] written = new byte[bytes.length];
                into.get(3, written);
                assertArrayEquals(bytes, written);
                if (bytes.length > 3) {
                    into.position(3).limit(2 + bytes.length);
                    assertThrows(
                            BufferOverflowException.class, () -> subject.codec().encode(bean, into));
                    assertEquals(3, into.position());
                }
            }
        });
    }

    @Test
    void encodesIntoStreamsWithOneCall() {
        trials.run("stream", VALUES, (subject, message, random) -> {
            List<byte[]> calls = new ArrayList<>();
            OutputStream out = new OutputStream() {
                @Override
                public void write(int b) {
                    throw new AssertionError("one byte");
                }

                @Override
                public void write(byte[] b, int off, int len) {
                    calls.add(Arrays.copyOfRange(b, off, off + len));
                }
            };
            subject.codec().encode(subject.codec().decode(message.toByteArray()), out);
            assertEquals(1, calls.size());
            assertArrayEquals(message.toByteArray(), calls.get(0));
        });
    }

    @Test
    void readsAndWritesDelimitedMessages() {
        trials.run("delimited", VALUES, (subject, message, random) -> {
            Codec<Object> codec = subject.codec();
            DynamicMessage other = new RandomValues(random, true).message(subject.descriptor());
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            message.writeDelimitedTo(expected);
            other.writeDelimitedTo(expected);
            ByteArrayOutputStream actual = new ByteArrayOutputStream();
            codec.encodeDelimited(codec.decode(message.toByteArray()), actual);
            codec.encodeDelimited(codec.decode(other.toByteArray()), actual);
            assertArrayEquals(expected.toByteArray(), actual.toByteArray());
            ByteArrayInputStream in = new ByteArrayInputStream(expected.toByteArray());
            assertArrayEquals(message.toByteArray(), codec.encode(codec.decodeDelimited(in)));
            assertArrayEquals(other.toByteArray(), codec.encode(codec.decodeDelimited(in)));
            assertNull(codec.decodeDelimited(in));
        });
    }

    @Test
    void refusesADelimitedMessageThatIsCutOff() {
        trials.run("cut off", VALUES, (subject, message, random) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.writeDelimitedTo(out);
            if (out.size() > 1) {
                int length = random.nextInt(1, out.size());
                ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray(), 0, length);
                DecodeException e = assertThrows(
                        DecodeException.class, () -> subject.codec().decodeDelimited(in));
                assertEquals(DecodeException.Kind.TRUNCATED, e.kind());
            }
        });
    }

    @Test
    void decodesSlicesBuffersAndStreams() {
        trials.run("slices", VALUES, (subject, message, random) -> {
            byte[] bytes = message.toByteArray();
            Codec<Object> codec = subject.codec();
            Object expected = codec.decode(bytes);
            int before = random.nextInt(20);
            byte[] all = embedded(random, bytes, before, random.nextInt(20));
            assertEquals(expected, codec.decode(all, before, bytes.length));
            Object into = subject.bean().make();
            assertSame(into, codec.decodeInto(into, all, before, bytes.length));
            assertEquals(expected, into);
            assertEquals(expected, codec.decode(new ByteArrayInputStream(bytes)));
            ByteBuffer direct = ByteBuffer.allocateDirect(all.length).put(all);
            for (ByteBuffer buffer : List.of(
                    ByteBuffer.wrap(all),
                    ByteBuffer.wrap(all).asReadOnlyBuffer(),
                    direct,
                    direct.asReadOnlyBuffer(),
                    ByteBuffer.wrap(embedded(random, all, 7, 5)).slice(7, all.length))) {
                buffer.position(before).limit(before + bytes.length);
                assertEquals(expected, codec.decode(buffer));
                assertEquals(before + bytes.length, buffer.position());
            }
        });
    }

    /** What decoding a slice ends in, as text. */
    private static String outcome(Subject subject, byte[] bytes, int offset, int length) {
        try {
            return subject.codec().decode(bytes, offset, length).toString();
        } catch (DecodeException e) {
            return e.kind() + " " + e.getMessage();
        }
    }

    @Test
    void bytesAroundASliceDoNotMatter() {
        trials.run("behind", VALUES, (subject, message, random) -> {
            byte[] bytes = message.toByteArray();
            int length = random.nextInt(bytes.length + 1);
            String expected = outcome(subject, Arrays.copyOf(bytes, length), 0, length);
            assertEquals(expected, outcome(subject, bytes, 0, length), "the rest of the message behind it");
            byte[] cut = Arrays.copyOf(bytes, length);
            for (int fill : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
                byte[] all = new byte[length + 30];
                Arrays.fill(all, (byte) fill);
                System.arraycopy(cut, 0, all, 10, length);
                assertEquals(expected, outcome(subject, all, 10, length), () -> "filled with " + fill);
            }
            int before = random.nextInt(20);
            byte[] all = embedded(random, cut, before, random.nextInt(20));
            assertEquals(expected, outcome(subject, all, before, length), "garbage around it");
        });
    }

    @Test
    void failureLeavesABuffersPosition() {
        trials.run("position", VALUES, (subject, message, random) -> {
            byte[] bytes = Arrays.copyOf(message.toByteArray(), message.getSerializedSize() + 1);
            for (ByteBuffer buffer : List.of(
                    ByteBuffer.wrap(bytes),
                    ByteBuffer.allocateDirect(bytes.length).put(bytes).flip())) {
                assertThrows(DecodeException.class, () -> subject.codec().decode(buffer));
                assertEquals(0, buffer.position());
            }
        });
    }
}
