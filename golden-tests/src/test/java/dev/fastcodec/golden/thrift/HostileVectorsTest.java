package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.Message;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile bytes are refused for the right reason, at once and without a large allocation. */
class HostileVectorsTest {
    private static final long MOST_BYTES = 64 << 10;
    private static final Pattern OURS = Pattern.compile("ours ([A-Z_]+)( at offset (\\d+))?");

    private static VectorTypes types;

    @BeforeAll
    static void compile() {
        types = new VectorTypes();
    }

    private static List<Arguments> all() {
        List<Arguments> all = new ArrayList<>();
        Vector.all("hostile-thrift-binary.checked.tsv").forEach(v -> all.add(Arguments.of(v, Wire.BINARY)));
        Vector.all("hostile-thrift-compact.checked.tsv").forEach(v -> all.add(Arguments.of(v, Wire.COMPACT)));
        return all;
    }

    /** Those that are refused; three are read in a way of their own. */
    static Stream<Arguments> refused() {
        return all().stream().filter(a -> !List.of("H12", "H13", "H14").contains(a.get()[0].toString()));
    }

    /** Those that say nothing about the type that they are read as. */
    static Stream<Arguments> refusedByAnyType() {
        return refused().filter(a -> !List.of("H7", "H9").contains(a.get()[0].toString()));
    }

    static Stream<Arguments> read() {
        return all().stream().filter(a -> List.of("H12", "H13", "H14").contains(a.get()[0].toString()));
    }

    /** The kind that the description says; "as H2" is that of H2. */
    private static Kind kind(Vector vector) {
        if (vector.name().equals("H2b") || vector.name().equals("H2c")) {
            return Kind.NEGATIVE_SIZE;
        }
        List<Kind> kinds = new ArrayList<>();
        Matcher ours = OURS.matcher(vector.description());
        while (ours.find()) {
            kinds.add(Kind.valueOf(ours.group(1)));
        }
        if (vector.description().contains("as C9")) {
            kinds.add(Kind.INVALID_TYPE);
        }
        assertEquals(1, kinds.size(), vector.description());
        return kinds.get(0);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedForTheRightReason(Vector vector, Wire wire) {
        DecodeException e = refusal(types.codec(vector, wire), vector);
        assertEquals(kind(vector), e.kind(), e::getMessage);
        assertTrue(e.offset() >= 0 && e.offset() <= vector.bytes().length, e::getMessage);
        assertTrue(e.path().startsWith(types.type(vector).name()), e::getMessage);
        Matcher offset = OURS.matcher(vector.description());
        if (offset.find() && offset.group(3) != null) {
            assertEquals(Integer.parseInt(offset.group(3)), e.offset(), e::getMessage);
        }
    }

    @ParameterizedTest
    @MethodSource("refusedByAnyType")
    void isRefusedAsAnUnknownFieldToo(Vector vector, Wire wire) {
        DecodeException e = refusal(types.codec(types.type("Empty"), wire), vector);
        assertEquals(kind(vector), e.kind(), e::getMessage);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void allocatesLittleAndFailsAtOnce(Vector vector, Wire wire) {
        Codec<Object> codec = types.codec(vector, wire);
        refusal(codec, vector); // loads the classes
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> {
            long before = threads.getCurrentThreadAllocatedBytes();
            refusal(codec, vector);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < MOST_BYTES, vector + " took " + allocated + " bytes");
        });
    }

    private static DecodeException refusal(Codec<Object> codec, Vector vector) {
        return assertThrows(DecodeException.class, () -> codec.decode(vector.bytes()));
    }

    @ParameterizedTest
    @MethodSource("read")
    void isReadAsLibthriftReadsItOrKept(Vector vector, Wire wire) {
        Object bean = types.codec(vector, wire).decode(vector.bytes());
        StructValue value = types.beans().read(bean, types.type(vector));
        switch (vector.name()) {
            case "H12" -> {
                assertTrue(value.fields().isEmpty());
                assertNotNull(((Message<?>) bean).unknownFields());
            }
            case "H13" -> assertEquals(false, value.fields().get(1));
            default -> assertEquals("\uFFFD(", value.fields().get(1));
        }
    }
}
