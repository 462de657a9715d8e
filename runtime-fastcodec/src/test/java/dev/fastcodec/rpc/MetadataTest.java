package dev.fastcodec.rpc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.wkt.Any;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
    @Test
    void keepsOrderAndSeveralValues() {
        Metadata m = new Metadata().add("b", "1").add("A", "2").add("B", "3");
        assertEquals("{b=1, A=2, B=3}", m.toString());
        assertEquals(List.of("1", "3"), m.all("b"));
        assertEquals("3", m.get("b"));
        assertEquals("{A=2, b=4}", m.put("b", "4").toString());
        assertNull(m.get("c"));
        assertTrue(m.has("a"));
        assertFalse(m.remove("A").has("a"));
        assertEquals(1, m.size());
    }

    @Test
    void bytesHaveKeysOfTheirOwn() {
        Metadata m = new Metadata().add("x-bin", new byte[] {1}).add("X-BIN", new byte[] {2, 3});
        assertArrayEquals(new byte[] {2, 3}, m.getBytes("x-bin"));
        assertEquals(2, m.allBytes("x-bin").size());
        assertNull(m.get("x-bin"));
        assertEquals("{x-bin=1 bytes, X-BIN=2 bytes}", m.toString());
        assertThrows(IllegalArgumentException.class, () -> m.add("x-bin", "text"));
        assertThrows(IllegalArgumentException.class, () -> m.add("x", new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "a\n", "\u007f"})
    void refusesKeysThatAreNotVisibleAscii(String key) {
        Metadata m = new Metadata();
        assertThrows(IllegalArgumentException.class, () -> m.add(key, "v"));
        assertThrows(IllegalArgumentException.class, () -> m.put(key, "v"));
        assertTrue(m.isEmpty());
    }

    @Test
    void detailsOfAStatusAreReadAndEveryPrefixIsThatOrRefused() {
        StatusDetails details = new StatusDetails(
                -5,
                "no ä",
                List.of(new Any().setTypeUrl("t/x").setValue(new byte[] {8, 1}), new Any().setTypeUrl("y")));
        byte[] bytes = details.encode();
        assertEquals(details, StatusDetails.decode(bytes));
        byte[] more = Arrays.copyOf(bytes, bytes.length + 2);
        more[bytes.length] = 9 << 3;
        assertEquals(details, StatusDetails.decode(more));
        for (int n = 0; n < bytes.length; n++) {
            byte[] prefix = Arrays.copyOf(bytes, n);
            try {
                StatusDetails.decode(prefix);
            } catch (DecodeException expected) {
                continue;
            }
            assertTrue(n == 0 || n == 11 || n == 18 || n == 29, "prefix of " + n);
        }
    }

    /** In hex; bytes that are no UTF-8, details that are none, a length behind the end or below 0, a group without an end, a wire type 7. */
    @ParameterizedTest
    @ValueSource(strings = {"1201ff", "1a020a05", "1a7f", "12ffffffff0f", "0b", "0f", "08ffffffffffffffffffff01"})
    void refusesBytesThatAreNoStatus(String hex) {
        assertThrows(
                DecodeException.class, () -> StatusDetails.decode(HexFormat.of().parseHex(hex)));
    }

    @Test
    void messageThatUtf8CannotHoldHidesNoDetails() {
        List<Any> details = List.of(new Any().setTypeUrl("t/x"));
        RpcException e = new RpcException(Status.INTERNAL, "\ud800!").withDetails(details);
        assertEquals(details, e.details());
        assertEquals(
                "?!",
                StatusDetails.decode(e.trailers().getBytes(StatusDetails.KEY)).message());
    }

    @Test
    void anEnginesOwnAreReadWhenSomebodyAsks() {
        AtomicInteger reads = new AtomicInteger();
        Metadata lazy = Metadata.lazy(() -> {
            reads.incrementAndGet();
            return new Metadata().add("a", "1");
        });
        assertEquals(0, reads.get());
        assertEquals("1", lazy.get("a"));
        lazy.add("a", "2");
        assertEquals(List.of("1", "2"), lazy.all("a"));
        assertEquals(2, new Metadata(lazy).size());
        assertEquals(1, reads.get());
    }
}
