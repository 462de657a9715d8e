package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.Message;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.Shape.Struct;
import dev.fastcodec.libthrift.Bridge;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TProtocol;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated types in all protocols of libthrift: the bytes and values of the types that libthrift's own compiler makes. */
class BridgeTest {
    private static VectorTypes types;
    private static Corpus newer;
    private static Corpus older;

    @BeforeAll
    static void compile() {
        types = new VectorTypes();
        newer = Corpus.make("bridge", 2);
        older = OlderSchema.of(newer, Seed.random("bridge older")).corpus();
    }

    /** The bridge of a generated type, which has no name here. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static Bridge<?> bridge(Codec<?> binary) {
        return Bridge.of((Codec) binary);
    }

    @SuppressWarnings("unchecked") // the message is of the bridge's type
    static <T extends Message<T>> void write(Bridge<T> bridge, Object message, TProtocol out) throws TException {
        bridge.write((T) message, out);
    }

    private static Bridge<?> bridge(Corpus corpus, Struct type) {
        return bridge(corpus.beans().codec(type, Wire.BINARY));
    }

    static List<Vector> vectors() {
        return Vector.all("thrift-binary.checked.tsv");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void vectorsGoThroughEveryProtocol(Vector vector) throws TException {
        Struct type = types.type(vector);
        Codec<Object> codec = types.codec(vector, Wire.BINARY);
        Bridge<?> bridge = bridge(codec);
        Object bean = codec.decode(vector.bytes());
        StructValue value = Wire.BINARY.read(vector.bytes(), type);
        boolean known = ((Message<?>) bean).unknownFields() == null;
        for (AnyProtocol protocol : AnyProtocol.values()) {
            byte[] bytes = protocol.write(out -> write(bridge, bean, out));
            if (known) {
                byte[] theirs = protocol.write(out -> Wire.writeStruct(out, value));
                assertArrayEquals(theirs, bytes, () -> protocol + " " + new String(bytes, StandardCharsets.UTF_8));
            }
            if (protocol.canRead()) {
                assertEquals(bean, bridge.read(protocol.over(bytes)), protocol::name);
            }
        }
    }

    @Test
    void randomValuesAreWrittenAndReadAsByLibthrift() {
        newer.forValues("all protocols", Seed.values(2_000), true, (type, state, wire) -> {
            StructValue written = state.written();
            Object bean = newer.beans().fill(state);
            Bridge<?> bridge = bridge(newer, type);
            for (AnyProtocol protocol : protocols(wire)) {
                byte[] theirs;
                try {
                    theirs = protocol.write(out -> Wire.writeStruct(out, written));
                } catch (TException e) {
                    TException ours = assertThrows(
                            TException.class, () -> protocol.write(out -> write(bridge, bean, out)), e::toString);
                    assertEquals(e.getClass(), ours.getClass());
                    continue;
                }
                check(protocol, type, bridge, bean, theirs);
            }
        });
    }

    /** Half of them for each protocol of our own, by which values come here twice. */
    private static List<AnyProtocol> protocols(Wire wire) {
        return wire == Wire.BINARY
                ? List.of(AnyProtocol.BINARY, AnyProtocol.JSON, AnyProtocol.SIMPLE_JSON)
                : List.of(AnyProtocol.COMPACT, AnyProtocol.WRAPPED_JSON);
    }

    private static void check(AnyProtocol protocol, Struct type, Bridge<?> bridge, Object bean, byte[] theirs) {
        StructValue value;
        try {
            assertArrayEquals(
                    theirs,
                    protocol.write(out -> write(bridge, bean, out)),
                    () -> new String(theirs, StandardCharsets.UTF_8));
            if (!protocol.canRead()) {
                return;
            }
            value = Wire.readStruct(protocol.over(theirs), type);
        } catch (TException e) {
            // structs and containers as keys make JSON that libthrift itself cannot read
            assertTrue(protocol == AnyProtocol.JSON || protocol == AnyProtocol.WRAPPED_JSON, e::toString);
            assertThrows(TException.class, () -> bridge.read(protocol.over(theirs)));
            return;
        }
        try {
            assertEquals(value.written(), newer.beans().read(bridge.read(protocol.over(theirs)), type));
        } catch (TException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void unknownFieldsGoThrough() {
        newer.forValues("unknown", Seed.values(1_500), false, (type, state, wire) -> {
            for (AnyProtocol protocol : protocols(wire)) {
                if (!protocol.canRead()) {
                    continue;
                }
                try {
                    byte[] bytes = protocol.write(out -> Wire.writeStruct(out, state.written()));
                    StructValue value = Wire.readStruct(protocol.over(bytes), type);
                    Bridge<?> v1 = bridge(older, type);
                    Object bean = v1.read(protocol.over(bytes));
                    byte[] again = protocol.write(out -> write(v1, bean, out));
                    assertEquals(value, Wire.readStruct(protocol.over(again), type));
                    if (protocol != AnyProtocol.COMPACT) { // where a field's length depends on the one before
                        assertEquals(bytes.length, again.length);
                    }
                } catch (TException e) {
                    assertTrue(e.getCause() == null && protocol.name().endsWith("JSON"), e::toString);
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "COMPACT", "JSON", "WRAPPED_JSON"})
    void unknownStringsAreTextOrBytesAsTheProtocolHasThem(AnyProtocol protocol) throws TException {
        Bridge<?> empty = bridge(types.codec(types.type("Empty"), Wire.BINARY));
        for (String name : List.of("Text", "Bytes")) {
            String field = name.equals("Text") ? "00000006 c3a96162 2200" : "00000006 00ff c328 80 22";
            byte[] binary = Vector.hex("0b0001" + field + "00");
            Struct type = types.type(name);
            StructValue value = Wire.BINARY.read(binary, type);
            byte[] bytes = protocol.write(out -> Wire.writeStruct(out, value));
            Message<?> bean = empty.read(protocol.over(bytes));
            assertNotNull(bean.unknownFields());
            assertArrayEquals(bytes, protocol.write(out -> write(empty, bean, out)));
            if (protocol == AnyProtocol.BINARY || protocol == AnyProtocol.COMPACT) {
                assertArrayEquals(
                        binary, types.codec(types.type("Empty"), Wire.BINARY).encode(bean));
            }
        }
    }

    @Test
    void unknownBytesThatAreNoTextAreBase64InJson() throws TException {
        Codec<Object> codec = types.codec(types.type("Empty"), Wire.BINARY);
        Object bean = codec.decode(Vector.hex("0b0001 00000002 c328 0b0002 00000002 6869 0d0003 0000 00000000 00"));
        Bridge<?> empty = bridge(codec);
        byte[] json = AnyProtocol.JSON.write(out -> write(empty, bean, out));
        assertEquals(
                "{\"1\":{\"str\":\"wyg\"},\"2\":{\"str\":\"hi\"},\"3\":{\"map\":[\"i8\",\"i8\",0,{}]}}",
                new String(json, StandardCharsets.UTF_8));
        byte[] simple = AnyProtocol.SIMPLE_JSON.write(out -> write(empty, bean, out));
        assertTrue(new String(simple, StandardCharsets.UTF_8).contains("\"2\":\"hi\""));
    }
}
