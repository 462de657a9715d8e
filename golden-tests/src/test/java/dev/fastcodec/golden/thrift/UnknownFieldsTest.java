package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.Message;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.RandomSchema.FieldDecl;
import dev.fastcodec.golden.thrift.RandomSchema.StructDecl;
import dev.fastcodec.golden.thrift.Shape.Kind;
import dev.fastcodec.golden.thrift.Shape.Need;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A newer schema and an older one that lacks some of its fields and has others with another type: what the older one reads
 * and writes back is complete, byte for byte, for the newer one.
 */
class UnknownFieldsTest {
    private static final int SCHEMAS = 4;

    private static Corpus newer;
    private static Corpus older;
    private static final Set<Shape.Field> CHANGED = new HashSet<>();

    @BeforeAll
    static void compile() {
        newer = Corpus.make("unknown", SCHEMAS);
        SplittableRandom random = Seed.random("older");
        older = newer.with((struct, field) -> declaration(struct, field, random));
    }

    private static String declaration(StructDecl struct, FieldDecl field, SplittableRandom random) {
        int what = random.nextInt(10);
        if (what < 3 && struct.fields().size() > 1) {
            CHANGED.add(field.field());
            return "";
        } else if (what < 5) {
            CHANGED.add(field.field());
            String need = struct.struct().kind() == Kind.UNION ? "" : Need.OPTIONAL.text;
            return need + otherType(field.field().shape(), random) + " "
                    + field.field().name();
        }
        // A default that is a struct may name fields that the older schema does not have.
        return field.field().initial() instanceof StructValue
                ? IdlText.declaration(new FieldDecl(field.field(), field.type(), null))
                : IdlText.declaration(field);
    }

    /** Another type of field, or the same container of other elements. */
    private static String otherType(Shape shape, SplittableRandom random) {
        if (random.nextInt(4) > 0) {
            if (shape instanceof Shape.ListOf list) {
                return "list<" + otherElement(list.element()) + ">";
            } else if (shape instanceof Shape.SetOf set) {
                return "set<" + otherElement(set.element()) + ">";
            } else if (shape instanceof Shape.MapOf map) {
                return random.nextBoolean()
                        ? "map<" + otherElement(map.key()) + ", string>"
                        : "map<string, " + otherElement(map.value()) + ">";
            }
        }
        return otherElement(shape);
    }

    private static String otherElement(Shape shape) {
        return switch (shape.code()) {
            case 2 -> "i8";
            case 3 -> "bool";
            case 8 -> "i64";
            case 10 -> "i32";
            case 11 -> "uuid";
            case 12 -> "map<i32, string>";
            case 15 -> "set<i32>";
            default -> "string";
        };
    }

    private static Codec<Object> codec(Corpus corpus, Struct type, Wire wire) {
        return corpus.beans().codec(type, wire);
    }

    @Test
    void goBackAsTheyCame() {
        newer.forValues("v1", Seed.values(6_000), false, (type, state, wire) -> {
            byte[] bytes = wire.write(state.written());
            Codec<Object> v1 = codec(older, type, wire);
            Codec<Object> v2 = codec(newer, type, wire);
            byte[] throughV1 = v1.encode(v1.decode(bytes));
            if (wire == Wire.BINARY) {
                assertEquals(bytes.length, throughV1.length);
            }
            assertArrayEquals(bytes, v2.encode(v2.decode(throughV1)));
            assertEquals(state.written(), wire.read(throughV1, type));
        });
    }

    @Test
    void goFromOneProtocolToTheOtherAndBack() {
        newer.forValues("v1 transcode", Seed.values(3_000), false, (type, state, wire) -> {
            Wire other = wire == Wire.BINARY ? Wire.COMPACT : Wire.BINARY;
            byte[] bytes = wire.write(state.written());
            byte[] otherBytes =
                    codec(older, type, other).encode(codec(older, type, wire).decode(bytes));
            Codec<Object> there = codec(newer, type, other);
            assertArrayEquals(other.write(state.written()), there.encode(there.decode(otherBytes)));
            byte[] back =
                    codec(older, type, wire).encode(codec(older, type, other).decode(otherBytes));
            Codec<Object> here = codec(newer, type, wire);
            assertArrayEquals(bytes, here.encode(here.decode(back)));
        });
    }

    @Test
    void areSeenCopiedComparedAndCleared() {
        newer.forValues("v1 copy", Seed.values(2_000), false, (type, state, wire) -> {
            byte[] bytes = wire.write(state.written());
            Codec<Object> v1 = codec(older, type, wire);
            Object bean = v1.decode(bytes);
            Message<?> copy = ((Message<?>) bean).copy();
            assertEquals(bean, copy);
            assertEquals(bean.hashCode(), copy.hashCode());
            assertEquals(v1.decode(bytes), bean);
            boolean certain = state.written().fields().entrySet().stream()
                    .anyMatch(f -> CHANGED.contains(type.field(f.getKey())) && !isEmptyContainer(f.getValue()));
            if (certain) {
                assertNotNull(copy.unknownFields());
                assertTrue(copy.unknownFields().size() > 0);
            }
            byte[] throughV1 = v1.encode(bean);
            ((Message<?>) bean).clear();
            assertArrayEquals(throughV1, v1.encode(copy));
        });
    }

    private static boolean isEmptyContainer(Object value) {
        return value instanceof Iterable<?> elements && !elements.iterator().hasNext()
                || value instanceof java.util.Map<?, ?> map && map.isEmpty();
    }

    @Test
    void ofAnyBytesThatAreReadAreWrittenBack() {
        java.util.Random random = new java.util.Random(Seed.value());
        newer.forValues("v1 mutate", Seed.values(2_000), false, (type, state, wire) -> {
            byte[] changed = wire.write(state.written());
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            Codec<Object> v1 = codec(older, type, wire);
            Object bean;
            try {
                bean = v1.decode(changed);
            } catch (dev.fastcodec.DecodeException e) {
                return;
            }
            byte[] again = v1.encode(bean);
            assertArrayEquals(again, v1.encode(v1.decode(again)));
        });
    }
}
