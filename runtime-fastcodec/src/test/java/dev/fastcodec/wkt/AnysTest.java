package dev.fastcodec.wkt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.TypeRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packing and unpacking. */
class AnysTest {
    private static final Duration DURATION = new Duration().setSeconds(3);

    @Test
    void packsAndUnpacks() {
        Any any = Anys.pack(DURATION);
        assertEquals("type.googleapis.com/google.protobuf.Duration", any.getTypeUrl());
        assertArrayEquals(Duration.PROTO.encode(DURATION), any.getValue());
        assertTrue(Anys.is(any, Duration.SCHEMA));
        assertFalse(Anys.is(any, Timestamp.SCHEMA));
        assertEquals(DURATION, Anys.unpack(any, Duration.PROTO));
        assertEquals(DURATION, Anys.unpack(any, TypeRegistry.of(List.of())));
        assertEquals(
                "x.org/google.protobuf.Duration", Anys.pack(DURATION, "x.org").getTypeUrl());
        assertEquals(
                "x.org/a/google.protobuf.Duration",
                Anys.pack(DURATION, "x.org/a/").getTypeUrl());
    }

    @Test
    void refusesOtherTypes() {
        assertThrows(IllegalArgumentException.class, () -> Anys.unpack(Anys.pack(DURATION), Timestamp.PROTO));
        Any nameless = new Any().setTypeUrl("google.protobuf.Duration");
        assertEquals("", Anys.typeName(nameless));
        assertFalse(Anys.is(nameless, Duration.SCHEMA), "no slash");
        assertNull(Anys.unpack(new Any().setTypeUrl("x/unknown.Type"), TypeRegistry.of(List.of())));
        Any broken = Anys.pack(DURATION).setValue(new byte[] {8});
        assertThrows(DecodeException.class, () -> Anys.unpack(broken, Duration.PROTO));
    }
}
