package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must be there, what may be there once, how deep values may be. */
class RulesTest {
    private static final int MOST_LEVELS = 64;

    private static final String IDL = """
            namespace java rules
            struct Must {
              1: required string name
              2: required i32 number
              3: required list<i32> numbers
              4: required Inner inner
              5: optional string note
              6: required bool flag
            }
            struct Inner { 1: i32 a = 5, 2: list<i32> list, 3: string s, 4: map<i32, string> map }
            union Either { 1: i32 number, 2: string text, 3: Inner inner, 4: list<Inner> inners }
            struct Sets { 1: set<i32> numbers, 2: set<Inner> inners, 3: map<i32, string> map, 4: set<binary> b }
            struct Self { 1: optional Self self, 2: list<Self> all, 3: map<i32, Self> map, 4: optional i32 end }
            struct Holder { 1: Inner inner, 2: i32 other }
            struct Reused { 1: list<Inner> inners, 2: Inner inner, 3: map<i32, string> map, 4: string s, 5: i32 i = 3 }
            struct Empty {}
            union None {}
            struct Lists { 1: list<list<i32>> lists = [[1]], 2: optional map<list<i32>, list<i32>> map, 3: E e = E.B, 4: optional E f = E.A }
            enum E { A, B }
            """;

    private static Beans beans;
    private static List<Struct> structs;

    @BeforeAll
    static void compile() {
        Compiled compiled = Compiled.of(Map.of("rules.thrift", IDL));
        beans = new Beans(compiled, Seed.random("rules"));
        structs = SchemaShapes.of(compiled.schema());
    }

    private static Struct type(String name) {
        return structs.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    private static StructValue value(String name) {
        return new StructValue(type(name));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @ParameterizedTest
    @EnumSource
    void allMissingFieldsAreNamed(Wire wire) {
        Codec<Object> codec = beans.codec(type("Must"), wire);
        byte[] bytes = wire.write(value("Must").with(1, "x").with(5, "note"));
        DecodeException e = assertThrows(DecodeException.class, () -> codec.decode(bytes));
        assertEquals(Kind.MISSING_REQUIRED, e.kind());
        for (String name : List.of("number", "numbers", "inner", "flag")) {
            assertTrue(e.getMessage().contains(name), e::getMessage);
        }
        assertTrue(!e.getMessage().contains("note"), e::getMessage);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingFieldIsRefusedInsideOtherStructs(Wire wire) {
        Compiled compiled = Compiled.of(
                Map.of(
                        "m.thrift",
                        "namespace java m\nstruct In { 1: required i32 a }\nstruct Out { 1: list<In> all, 2: map<i32, In> map }\n"));
        Beans of = new Beans(compiled, Seed.random("missing"));
        Struct out = SchemaShapes.of(compiled.schema()).get(1);
        Struct empty = new Struct(Shape.Kind.STRUCT, "m.thrift", "In");
        Struct outOfEmpty = new Struct(Shape.Kind.STRUCT, "m.thrift", "Out");
        outOfEmpty.fields().add(new Shape.Field(1, "all", new Shape.ListOf(empty), Shape.Need.DEFAULT, null));
        byte[] bytes = wire.write(new StructValue(outOfEmpty).with(1, List.of(new StructValue(empty))));
        DecodeException e =
                assertThrows(DecodeException.class, () -> of.codec(out, wire).decode(bytes));
        assertEquals(Kind.MISSING_REQUIRED, e.kind());
        assertTrue(e.path().startsWith("Out.all[0]"), e::getMessage);
    }

    @ParameterizedTest
    @EnumSource
    void unsetReferencesThatAreRequiredAreNotWrittenButNamed(Wire wire) {
        Object bean = beans.fill(value("Must").with(2, 1).with(3, List.of()));
        EncodeException e = assertThrows(
                EncodeException.class, () -> beans.codec(type("Must"), wire).encode(bean));
        assertEquals("Must lacks required fields: name, inner", e.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aUnionWithoutMemberIsRefused(Wire wire) {
        Codec<Object> codec = beans.codec(type("Either"), wire);
        assertThrows(EncodeException.class, () -> codec.encode(beans.fill(value("Either"))));
        DecodeException e = assertThrows(DecodeException.class, () -> codec.decode(new byte[1]));
        assertEquals(Kind.INVALID_DATA, e.kind());
    }

    @ParameterizedTest
    @EnumSource
    void aUnionWithTwoMembersIsRefused(Wire wire) {
        Codec<Object> codec = beans.codec(type("Either"), wire);
        StructValue inner = value("Inner").written();
        for (StructValue two : List.of(
                value("Either").with(1, 1).with(2, "x"),
                value("Either").with(2, "x").with(3, inner),
                value("Either").with(3, inner).with(4, List.of(inner)),
                value("Either").with(1, 1).with(4, List.of()))) {
            DecodeException e = assertThrows(DecodeException.class, () -> codec.decode(wire.write(two)));
            assertEquals(Kind.INVALID_DATA, e.kind());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLastMemberOfAUnionCountsWhenThatIsAskedFor(Wire wire) {
        Compiled last = Compiled.of(Map.of("rules.thrift", IDL), Options.of(Map.of("unionReading", "last")));
        Beans of = new Beans(last, Seed.random("last"));
        Struct either = SchemaShapes.of(last.schema()).stream()
                .filter(s -> s.name().equals("Either"))
                .findFirst()
                .orElseThrow();
        Codec<Object> codec = of.codec(either, wire);
        StructValue inner = value("Inner").with(3, "x").written();
        StructValue all = value("Either").with(1, 7).with(2, "x").with(3, inner).with(4, List.of(inner));
        for (List<Integer> order : List.of(List.of(1, 2), List.of(3, 4), List.of(4, 3), List.of(4, 3, 2, 1))) {
            int winner = order.get(order.size() - 1);
            byte[] expected = wire.write(all, List.of(winner));
            assertArrayEquals(expected, codec.encode(codec.decode(wire.write(all, order))));
        }
        assertThrows(DecodeException.class, () -> codec.decode(new byte[1]));
        assertThrows(EncodeException.class, () -> codec.encode(of.of(either).make()));
    }

    @Test
    void aMemberOfAUnionThatComesTwiceIsReplacedNotMerged() {
        Compiled last = Compiled.of(Map.of("rules.thrift", IDL), Options.of(Map.of("unionReading", "last")));
        Codec<Object> codec = last.bean("rules.Either").codec("BINARY");
        String first = "0c0003 0b0003 00000001 78 00";
        String second = "0c0003 080001 00000007 00";
        assertArrayEquals(hex(second + "00"), codec.encode(codec.decode(hex(first + second + "00"))));
    }

    @ParameterizedTest
    @EnumSource
    void aMemberOfAUnionSetTwiceHoldsTheLast(Wire wire) {
        Object bean = beans.fill(value("Either").with(2, "x"));
        beans.of(type("Either")).set(bean, beans.of(type("Either")).field(1), 7);
        assertEquals(value("Either").with(1, 7), beans.read(bean, type("Either")));
        assertArrayEquals(
                wire.write(value("Either").with(1, 7)),
                beans.codec(type("Either"), wire).encode(bean));
    }

    @Test
    void duplicatesInASetAreOne() {
        Codec<Object> codec = beans.codec(type("Sets"), Wire.BINARY);
        byte[] once = hex("0e0001 08 00000002 00000001 00000002 00");
        byte[] twice = hex("0e0001 08 00000004 00000001 00000002 00000001 00000001 00");
        assertArrayEquals(once, codec.encode(codec.decode(twice)));
        assertEquals(codec.decode(once), codec.decode(twice));
    }

    @Test
    void duplicateBinariesAndStructsInASetAreOne() {
        Codec<Object> codec = beans.codec(type("Sets"), Wire.BINARY);
        byte[] binaries = hex("0e0004 0b 00000003 00000001ff 00000001fe 00000001ff 00");
        assertArrayEquals(hex("0e0004 0b 00000002 00000001ff 00000001fe 00"), codec.encode(codec.decode(binaries)));
        byte[] structs = hex("0e0002 0c 00000002 080001 00000001 00 080001 00000001 00 00");
        assertArrayEquals(hex("0e0002 0c 00000001 080001 00000001 00 00"), codec.encode(codec.decode(structs)));
    }

    @Test
    void theLastOfTwoEntriesWithOneKeyStays() {
        Codec<Object> codec = beans.codec(type("Sets"), Wire.BINARY);
        byte[] twice = hex("0d0003 08 0b 00000002 00000001 0000000161 00000001 0000000162 00");
        assertArrayEquals(hex("0d0003 08 0b 00000001 00000001 0000000162 00"), codec.encode(codec.decode(twice)));
    }

    @Test
    void aFieldThatComesTwiceIsReplacedNotMerged() {
        Codec<Object> codec = beans.codec(type("Holder"), Wire.BINARY);
        byte[] list = hex("0f0002 08 00000001 00000009");
        byte[] first = hex("0c0001 080001 00000001" + HexFormat.of().formatHex(list) + "00");
        byte[] second = hex("0c0001 080001 00000002 00");
        byte[] twice = hex(HexFormat.of().formatHex(first) + HexFormat.of().formatHex(second) + "00");
        Object bean = codec.decode(twice);
        assertEquals(value("Holder").with(1, value("Inner").with(1, 2)).written(), beans.read(bean, type("Holder")));
    }

    @ParameterizedTest
    @EnumSource
    void readingIntoAnObjectReplacesTheFieldsThatAreRead(Wire wire) {
        Struct type = type("Reused");
        StructValue inner = value("Inner").with(2, List.of(1, 2)).with(3, "s").written();
        StructValue before = new StructValue(type)
                .with(1, List.of(inner, inner))
                .with(2, inner)
                .with(3, Map.of(1, "a"))
                .with(4, "before")
                .with(5, 9);
        StructValue small = value("Inner").with(1, 1).written();
        StructValue after = new StructValue(type).with(1, List.of(small)).with(2, small);
        Object bean = beans.fill(before);
        beans.codec(type, wire).decodeInto(bean, wire.write(after));
        StructValue expected = new StructValue(type)
                .with(1, List.of(small))
                .with(2, small)
                .with(3, Map.of(1, "a"))
                .with(4, "before")
                .with(5, 9);
        assertEquals(expected, beans.read(bean, type));
    }

    private static StructValue nested(int field, int levels) {
        StructValue value = value("Self").with(4, 1);
        for (int i = 1; i < levels; i++) {
            Object inside = field == 1 ? value : field == 2 ? List.of(value) : Map.of(1, value);
            value = value("Self").with(field, inside);
        }
        return value;
    }

    @ParameterizedTest
    @EnumSource
    void asManyLevelsAsAllowedAreRead(Wire wire) {
        Codec<Object> codec = beans.codec(type("Self"), wire);
        byte[] bytes = wire.write(nested(1, MOST_LEVELS));
        assertArrayEquals(bytes, codec.encode(codec.decode(bytes)));
        byte[] lists = wire.write(nested(2, MOST_LEVELS / 2));
        assertArrayEquals(lists, codec.encode(codec.decode(lists)));
        byte[] maps = wire.write(nested(3, MOST_LEVELS / 2));
        assertArrayEquals(maps, codec.encode(codec.decode(maps)));
    }

    @ParameterizedTest
    @EnumSource
    void oneLevelMoreIsRefused(Wire wire) {
        List<byte[]> tooDeep = new ArrayList<>();
        tooDeep.add(wire.write(nested(1, MOST_LEVELS + 1)));
        tooDeep.add(wire.write(nested(2, MOST_LEVELS / 2 + 1)));
        tooDeep.add(wire.write(nested(3, MOST_LEVELS / 2 + 1)));
        for (byte[] bytes : tooDeep) {
            for (String type : List.of("Self", "Empty")) {
                DecodeException e = assertThrows(DecodeException.class, () -> beans.codec(type(type), wire)
                        .decode(bytes));
                assertEquals(Kind.DEPTH, e.kind());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfLevelsCanBeSet(Wire wire) {
        Codec<Object> codec = beans.codec(type("Self"), wire);
        byte[] bytes = wire.write(nested(1, 10));
        assertArrayEquals(bytes, codec.encode(codec.withMaxDepth(10).decode(bytes)));
        assertThrows(DecodeException.class, () -> codec.withMaxDepth(9).decode(bytes));
        byte[] deep = wire.write(nested(1, 500));
        assertArrayEquals(deep, codec.encode(codec.withMaxDepth(500).decode(deep)));
    }

    @ParameterizedTest
    @EnumSource
    void aUnionThatCanHaveNoMemberIsRefused(Wire wire) {
        Codec<Object> codec = beans.codec(type("None"), wire);
        assertThrows(EncodeException.class, () -> codec.encode(beans.fill(value("None"))));
        assertThrows(DecodeException.class, () -> codec.decode(new byte[1]));
    }

    @ParameterizedTest
    @EnumSource
    void anUnpairedSurrogateIsNotWritten(Wire wire) {
        Object bean = beans.fill(value("Inner").with(3, "a\ud800"));
        assertThrows(
                EncodeException.class, () -> beans.codec(type("Inner"), wire).encode(bean));
    }

    @ParameterizedTest
    @EnumSource
    void emptyContainersThatWereSetAreWritten(Wire wire) {
        StructValue state = value("Inner").with(2, List.of()).with(4, Map.of());
        byte[] bytes = wire.write(state.written());
        Codec<Object> codec = beans.codec(type("Inner"), wire);
        assertArrayEquals(bytes, codec.encode(beans.fill(state)));
        assertArrayEquals(bytes, codec.encode(codec.decode(bytes)));
    }

    @Test
    void innerElementsOfAnotherTypeMakeTheFieldUnknown() {
        Codec<Object> codec = beans.codec(type("Lists"), Wire.BINARY);
        String known = "0f0001 0f 00000001 08 00000001 00000007";
        String unknown = "0f0001 0f 00000002 08 00000000 0a 00000001 0000000000000001";
        String enums = "080003 00000001 080004 00000000";
        assertArrayEquals(hex(enums + unknown + "00"), codec.encode(codec.decode(hex(known + unknown + "00"))));
        assertArrayEquals(hex(known + enums + unknown + "00"), codec.encode(codec.decode(hex(unknown + known + "00"))));
    }

    @Test
    void elementsOfAnotherTypeLeaveWhatWasThere() {
        Codec<Object> codec = beans.codec(type("Lists"), Wire.BINARY);
        String initial = "0f0001 0f 00000001 08 00000001 00000001";
        String unknown = "0f0001 08 00000001 00000005";
        String enums = "080003 00000001 080004 00000000";
        assertArrayEquals(hex(initial + enums + unknown + "00"), codec.encode(codec.decode(hex(unknown + "00"))));
    }

    @ParameterizedTest
    @EnumSource
    void anEnumWithADefaultIsSetFromTheStart(Wire wire) {
        Object bean = beans.of(type("Lists")).make();
        assertEquals(value("Lists").written(), beans.read(bean, type("Lists")));
        assertArrayEquals(
                wire.write(value("Lists").written()),
                beans.codec(type("Lists"), wire).encode(bean));
    }
}
