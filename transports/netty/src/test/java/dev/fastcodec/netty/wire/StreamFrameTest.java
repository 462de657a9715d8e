package dev.fastcodec.netty.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.DecodeException;
import dev.fastcodec.netty.wire.StreamFrame.Type;
import dev.fastcodec.netty.wire.TTHeaderReader.Read;
import dev.fastcodec.netty.wire.Vectors.Vector;
import dev.fastcodec.thrift.Incoming;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The frames of TTHeader streams. */
class StreamFrameTest {
    private static final Map<String, StreamFrame> EXPECTED = Map.of(
            "V19a-header", frame(Type.HEADER, Map.of("isn", "EchoService")),
            "V19b-data", frame(Type.DATA, Map.of()),
            "V19c-trailer-ok", frame(Type.TRAILER, Map.of()),
            "V19d-trailer-biz-error", frame(Type.TRAILER, Map.of("biz-status", "404", "biz-message", "not found")),
            "V19e-rst", frame(Type.RESET, Map.of("ttscp", "A")));

    private static StreamFrame frame(Type type, Map<String, String> strings) {
        return new StreamFrame(type, 3, "echo", strings, Map.of());
    }

    static List<Vector> vectors() {
        return Vectors.read("ttheader-streaming.checked.tsv");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsAndWritesExactly(Vector vector) {
        byte[] b = vector.bytes();
        Read read = TTHeaderReader.read(b, 0, b.length);
        StreamFrame frame = StreamFrame.of(read.header());
        assertEquals(EXPECTED.get(vector.name()), frame);
        assertEquals(TTHeader.THRIFT_STRUCT, read.header().protocol());

        Outgoing out = new Outgoing(Protocol.BINARY);
        TTHeaderWriter writer = frame.begin(out);
        Bytes.raw(out, Arrays.copyOfRange(b, read.payload(), b.length));
        writer.finish();
        assertArrayEquals(b, out.toByteArray());
    }

    @Test
    void resetSaysWhyInAMessage() {
        byte[] b = Vectors.bytes("V19e-rst");
        Read read = TTHeaderReader.read(b, 0, b.length);
        Incoming why = Incoming.read(Protocol.BINARY, b, read.payload(), read.end());
        assertEquals(12007, why.exception().typeNumber());
        assertEquals(3, why.envelope().sequence());
    }

    @Test
    void trailerOfABusinessErrorHasIt() {
        byte[] b = Vectors.bytes("V19d-trailer-biz-error");
        StreamFrame frame = StreamFrame.of(TTHeaderReader.read(b, 0, b.length).header());
        assertEquals(new BizStatus(404, "not found", Map.of()), BizStatus.of(frame.strings()));
    }

    @Test
    void refusesWhatIsNoFrame() {
        TTHeader call = TTHeader.of(1, Map.of(), Map.of(Keys.FRAME_TYPE, "3"));
        assertThrows(DecodeException.class, () -> StreamFrame.of(call));
        for (String type : List.of("", "0", "6", "header")) {
            TTHeader header = new TTHeader(
                    TTHeader.STREAMING, 1, TTHeader.THRIFT_STRUCT, Map.of(), Map.of(Keys.FRAME_TYPE, type));
            assertThrows(DecodeException.class, () -> StreamFrame.of(header));
        }
    }

    @Test
    void keepsNoArrayThatIsMuchLarger() {
        StreamFrame frame = new StreamFrame(StreamFrame.Type.DATA, 1, "chat", Map.of(), Map.of());
        byte[] large = new byte[64 << 10];
        large[5000] = 7;
        Packet.Stream small = new Packet.Stream(frame, large, 5000, 5001).detached();
        assertArrayEquals(new byte[] {7}, small.array());
        assertEquals(1, small.to() - small.payload());
        Packet.Stream most = new Packet.Stream(frame, large, 1000, 50_000);
        assertSame(most, most.detached());
    }
}
