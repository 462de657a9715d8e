package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.thrift.Frame;
import dev.fastcodec.thrift.Incoming;
import dev.fastcodec.thrift.Protocol;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.apache.thrift.transport.TTransport;
import org.apache.thrift.transport.layered.TFramedTransport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Envelopes and frames that are wrong or lie are refused for the right reason, at once and without a large allocation. */
class HostileMessagesTest {
    private static final long MOST_BYTES = 64 << 10;
    private static final Pattern VERDICT =
            Pattern.compile("libthrift (reads|refuses); ours ([A-Z_]+)(?: at offset (\\d+))?$");

    private static Bean type;

    @BeforeAll
    static void compile() {
        VectorTypes types = new VectorTypes(Options.of(Map.of("formats", "binary,compact,tjson")));
        type = types.beans().of(types.type("ListI64"));
    }

    static List<Vector> vectors() {
        return Vector.all("hostile-thrift-messages.checked.tsv");
    }

    private static Matcher verdict(Vector vector) {
        Matcher verdict = VERDICT.matcher(vector.description());
        assertTrue(verdict.find(), vector.description());
        return verdict;
    }

    private static Protocol protocol(Vector vector) {
        String name = vector.name();
        return name.startsWith("compact-")
                ? Protocol.COMPACT
                : name.startsWith("json-") ? Protocol.TJSON : Protocol.BINARY;
    }

    private static boolean isFramed(Vector vector) {
        return vector.name().startsWith("framed-");
    }

    private static DecodeException refusal(Vector vector) {
        Protocol protocol = protocol(vector);
        byte[] b = vector.bytes();
        return assertThrows(DecodeException.class, () -> {
            Incoming message = isFramed(vector)
                    ? Incoming.readFramed(protocol, b, 0, b.length)
                    : Incoming.read(protocol, b, 0, b.length);
            message.body(type.codec(protocol.name()));
            message.end();
        });
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isRefusedForTheRightReason(Vector vector) {
        Matcher verdict = verdict(vector);
        DecodeException e = refusal(vector);
        assertEquals(Kind.valueOf(verdict.group(2)), e.kind(), e::getMessage);
        if (verdict.group(3) != null) {
            assertEquals(Integer.parseInt(verdict.group(3)), e.offset(), e::getMessage);
        }
        String place = e.line() == 0
                ? "at offset " + e.offset()
                : "at line 1, column " + e.column() + " (offset " + e.offset() + ")";
        assertTrue(e.getMessage().endsWith(place + " in " + e.path()), e::getMessage);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void libthriftDoesAsIsSaid(Vector vector) {
        String verdict = "reads";
        try {
            TTransport transport = new TMemoryInputTransport(vector.bytes());
            if (isFramed(vector)) {
                transport = new TFramedTransport(transport);
            }
            TMessage message = AnyProtocol.valueOf(protocol(vector).name().replaceAll("^T", ""))
                    .over(transport)
                    .readMessageBegin();
            assertEquals("", message.name.replaceAll("echo\\x00*", ""));
        } catch (TException e) {
            verdict = "refuses";
        }
        assertEquals(verdict(vector).group(1), verdict);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void allocatesLittleAndFailsAtOnce(Vector vector) {
        refusal(vector); // loads the classes
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertTimeout(Duration.ofSeconds(1), () -> {
            long before = threads.getCurrentThreadAllocatedBytes();
            refusal(vector);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < MOST_BYTES, vector + " took " + allocated + " bytes");
        });
    }

    @Test
    void wrongVersionsAreCalledByTheirNames() {
        for (Vector vector : vectors()) {
            String said = refusal(vector).getMessage();
            switch (vector.name()) {
                case "binary-version-2" -> assertTrue(said.contains("0x80020001"), said);
                case "compact-version-2" -> assertTrue(said.contains("version 2 is fbthrift's"), said);
                case "json-version-2" -> assertTrue(said.contains("JSON version 2"), said);
                case "compact-version-0" -> assertTrue(said.contains("Compact version 0"), said);
                case "compact-got-binary" -> assertTrue(said.contains("0x80, not 0x82"), said);
                default -> assertTrue(!said.isEmpty());
            }
        }
    }

    @Test
    void aFrameMayBeLongerThanItsMessage() {
        byte[] b = Vector.hex("00000013 80010001 00000004 6563686f 00000001 00 ffff 00");
        Incoming message = Incoming.readFramed(Wire.BINARY.protocol(), b, 0, b.length);
        assertEquals(21, message.end());
        assertEquals(23, message.limit());
    }

    @Test
    void aFrameMayBeAsLongAsTheLimit() {
        byte[] b = Vector.hex("00000011 80010001 00000004 6563686f 00000001 00");
        assertEquals(17, Frame.length(b, 0, b.length, 17));
        assertEquals(17, Frame.length(Arrays.copyOf(b, 4), 0, 4, 17));
        assertEquals(
                Kind.SIZE,
                assertThrows(DecodeException.class, () -> Frame.length(b, 0, b.length, 16))
                        .kind());
        for (int n = 0; n < 4; n++) {
            int to = n;
            DecodeException e = assertThrows(DecodeException.class, () -> Frame.length(b, 0, to, 17));
            assertEquals(Kind.TRUNCATED, e.kind());
            assertEquals(n, e.offset());
        }
    }

    @Test
    void randomBytesGiveAMessageOrADecodeException() {
        Random random = new Random(Seed.value());
        for (int i = 0; i < Seed.values(20_000); i++) {
            if (i % 5 == 4) {
                checkChanged(random);
            }
            byte[] b = new byte[random.nextInt(40)];
            random.nextBytes(b);
            if (b.length > 1 && i % 4 > 0) {
                b[0] = (byte) (i % 4 == 1 ? 0x82 : i % 4 == 2 ? 0x80 : 0);
                b[1] = (byte) (i % 4 == 1 ? b[1] & 0xe0 | 1 : i % 4 == 2 ? 1 : 0);
            }
            for (Protocol protocol : Protocol.values()) {
                try {
                    Incoming message = Incoming.read(protocol, b, 0, b.length);
                    assertTrue(message.bodyBegin() <= b.length);
                    assertTrue(message.bodyEnd() <= b.length);
                    assertTrue(message.end() <= b.length);
                } catch (DecodeException e) {
                    assertTrue(e.offset() >= 0 && e.offset() <= b.length, e::getMessage);
                }
            }
        }
    }

    private static void checkChanged(Random random) {
        byte[] b = "[1,\"\\u0065cho\",1,17,{\"1\":{\"lst\":[\"i64\",2,1,2]}}]".getBytes(StandardCharsets.UTF_8);
        b[random.nextInt(b.length)] = (byte) random.nextInt();
        int to = b.length - random.nextInt(3);
        try {
            Incoming message = Incoming.read(Protocol.TJSON, b, 0, to);
            assertTrue(message.end() <= to);
            message.body(type.codec("TJSON"));
        } catch (DecodeException e) {
            assertTrue(e.offset() >= 0 && e.offset() <= to && e.line() > 0, e::getMessage);
        }
    }
}
