package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.Codec;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.util.List;
import java.util.SplittableRandom;

/** Random values of every struct of a schema that was read from IDL, both directions, against libthrift. */
final class RoundTrip {
    private static final int DEPTH = 4;

    private RoundTrip() {}

    /**
     * Checks the structs, each with so many values, in both protocols.
     *
     * @return the structs
     */
    static List<Struct> check(String test, Compiled compiled, int values) {
        SplittableRandom random = Seed.random(test);
        RandomValues source = new RandomValues(random);
        Beans beans = new Beans(compiled, random);
        List<Struct> structs = SchemaShapes.of(compiled.schema());
        for (Struct type : structs) {
            for (int i = 0; i < values; i++) {
                StructValue state = source.stateWithCleared(type, DEPTH);
                for (Wire wire : Wire.values()) {
                    try {
                        check(beans, state, wire);
                    } catch (RuntimeException | AssertionError e) {
                        throw new AssertionError(Seed.describe() + type + " in " + wire + ": " + state, e);
                    }
                }
            }
        }
        return structs;
    }

    private static void check(Beans beans, StructValue state, Wire wire) {
        Codec<Object> codec = beans.codec(state.type(), wire);
        StructValue written = state.written();
        byte[] bytes = wire.write(written);
        assertArrayEquals(bytes, codec.encode(beans.fill(state)));
        StructValue reread = written.written();
        Object read = codec.decode(bytes);
        assertEquals(reread, beans.read(read, state.type()));
        assertArrayEquals(wire.write(reread), codec.encode(read));
    }
}
