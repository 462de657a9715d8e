package dev.fastcodec.netty.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.Incoming;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import dev.fastcodec.thrift.TApplicationException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Apache Thrift's header. */
class THeaderTest {
    private static final int LIMIT = 1 << 20;
    private static final Map<String, String> KEY = Map.of("key", "wért");

    /** Calls of echo with number 7 and text "hello", as Apache's library for Go wrote them in its version 0.25.0. */
    @ParameterizedTest
    @CsvSource({
        "BINARY,true,000000370fff000000000007000400000101036b65790577c3a97274000080010001000000046563686f000000070b00010000000568656c6c6f00",
        "BINARY,false,0000002b0fff00000000000700010000000080010001000000046563686f000000070b00010000000568656c6c6f00",
        "COMPACT,true,0000002a0fff000000000007000402000101036b65790577c3a972740000822107046563686f180568656c6c6f00",
        "COMPACT,false,0000001e0fff000000000007000102000000822107046563686f180568656c6c6f00",
        "COMPACT,true,000000360fff00000000000700040201010101036b65790577c3a9727400789c6a526467494dcec89760cd48cdc9c96700040000ffff24c7047f",
        "COMPACT,false,0000002a0fff000000000007000102010100789c6a526467494dcec89760cd48cdc9c96700040000ffff24c7047f"
    })
    void readsAndWritesWhatGoWrites(Protocol protocol, boolean header, String hex) {
        byte[] b = HexFormat.of().parseHex(hex);
        assertEquals(Shape.THEADER, Shape.of(b, 0));
        assertEquals(b.length, new PacketEnd(LIMIT).find(b, 0, b.length));
        Packet.Message message = (Packet.Message) Packet.read(b, 0, b.length, true, LIMIT);
        assertEquals(THeader.of(7, protocol, header ? KEY : Map.of()), message.header());
        assertEquals(header ? KEY : Map.of(), message.strings());
        Incoming in = message.thrift();
        assertEquals(Envelope.call("echo", 7), in.envelope());
        TApplicationException hello = in.exception(); // of the same first field
        assertEquals("hello", hello.getMessage());

        Outgoing out = new MessageWriter(message.shape(), false, LIMIT)
                .write(message.header(), in.envelope(), TApplicationException.codec(protocol), hello);
        byte[] ours = out.toByteArray();
        assertEquals(b.length, new PacketEnd(LIMIT).find(b, 0, b.length));
        if (message.array() == b) { // was not compressed
            int payload = message.from();
            assertArrayEquals(Arrays.copyOf(b, payload), head(ours, payload, b));
        }
        assertEquals(message.header(), ((Packet.Message) Packet.read(ours, 0, ours.length, true, LIMIT)).header());

        for (int end = 0; end < b.length; end++) {
            byte[] cut = Arrays.copyOf(b, end);
            assertEquals(PacketEnd.MORE, new PacketEnd(LIMIT).find(cut, 0, end));
            if (end >= Shape.BYTES) {
                Bytes.setI32(cut, 0, end - Integer.BYTES); // says that this is all
                assertThrows(DecodeException.class, () -> read(cut));
            }
        }
    }

    private static TApplicationException read(byte[] b) {
        int size = new PacketEnd(LIMIT).find(b, 0, b.length);
        return ((Packet.Message) Packet.read(b, 0, size, true, LIMIT)).thrift().exception();
    }

    /** The first bytes of a frame, with the length of another, as an exception has one field more. */
    private static byte[] head(byte[] frame, int size, byte[] other) {
        byte[] head = Arrays.copyOf(frame, size);
        System.arraycopy(other, 0, head, 0, Integer.BYTES);
        return head;
    }

    @Test
    void passesOverInformationThatItDoesNotKnow() {
        // kind 2, which is fbthrift's, behind kind 1
        byte[] b = frame("0000" + "0101016b0176" + "02ffffffff", "80010001000000016100000001" + "00");
        assertEquals(Map.of("k", "v"), ((Packet.Message) Packet.read(b, 0, b.length, true, LIMIT)).strings());
    }

    @ParameterizedTest
    @CsvSource({
        "0300,protocol id 3",
        "000103,transform 3",
        "00020101,transform 1",
        "00ffffffff0f,number 4294967295",
        "000001ffffffff07,bytes where",
        "0000010105,bytes where",
        "ffffffffffffffffffff,integer of more than 10 bytes",
    })
    void refusesWhatIsWrong(String header, String why) {
        byte[] b = frame(header, "80010001000000016100000001" + "00");
        DecodeException e = assertThrows(DecodeException.class, () -> Packet.read(b, 0, b.length, true, LIMIT));
        assertTrue(e.getMessage().contains(why), e.getMessage());
    }

    @Test
    void refusesWhatIsCompressedAndTooLarge() throws Exception {
        byte[] bomb = compressed(new byte[64 << 20]);
        assertTrue(bomb.length < LIMIT / 8);
        DecodeException e = assertThrows(DecodeException.class, () -> Packet.read(bomb, 0, bomb.length, true, LIMIT));
        assertEquals(Kind.SIZE, e.kind());
        byte[] most = compressed(new byte[LIMIT]);
        assertEquals(LIMIT, THeaderReader.read(most, 0, most.length, LIMIT).to());
        byte[] oneMore = compressed(new byte[LIMIT + 1]);
        assertThrows(DecodeException.class, () -> THeaderReader.read(oneMore, 0, oneMore.length, LIMIT));
        byte[] garbage = frame("000101", "ffffffff");
        assertThrows(DecodeException.class, () -> Packet.read(garbage, 0, garbage.length, true, LIMIT));
    }

    private static byte[] compressed(byte[] message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(message);
        }
        return frame("000101", HexFormat.of().formatHex(out.toByteArray()));
    }

    /** A frame with a header of these bytes, padded. */
    private static byte[] frame(String header, String payload) {
        Outgoing out = new Outgoing(Protocol.BINARY);
        Bytes.i32(out, 0);
        Bytes.u16(out, THeader.MAGIC);
        Bytes.raw(out, new byte[8]);
        Bytes.raw(out, HexFormat.of().parseHex(header));
        TTHeaderWriter.pad(out, 0);
        Bytes.raw(out, HexFormat.of().parseHex(payload));
        new THeaderWriter(out, 0).finish();
        return out.toByteArray();
    }
}
