package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Extendable;
import dev.fastcodec.Extension;
import dev.fastcodec.IntList;
import dev.fastcodec.Message;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.golden.support.Compiled;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extensions as users see them, and MessageSets. What random schemas have is compared in {@link RoundTripTest} and {@link OddWireTest}. */
@SuppressWarnings({"unchecked", "rawtypes"}) // classes that the compiler of this test does not know
class ExtensionsTest {
    private static final Map<String, String> IDL = Map.of("shop/order.proto", """
            syntax = "proto2";
            package shop;
            message Order { optional int32 id = 1; extensions 10 to max; optional string note = 2; }
            message Set { option message_set_wire_format = true; extensions 4 to max; }
            message Holder { optional Set set = 1; }
            """, "shop/ext.proto", """
            syntax = "proto2";
            package more;
            import "shop/order.proto";
            enum Color { RED = 1; BLUE = 2; }
            extend shop.Order {
              optional int32 priority = 10 [default = 7];
              repeated int32 numbers = 11 [packed = true];
              optional Color color = 12;
              repeated Color colors = 13 [packed = true];
              optional Part part = 14;
              repeated Part parts = 15;
              optional string text = 16;
            }
            message Part {
              required string name = 1;
              optional int32 n = 2;
              extend shop.Set { optional Part item = 1000; }
            }
            """);

    private static final Compiled COMPILED = Compiled.of(IDL);
    private static final TypeRegistry ALL = COMPILED.extensions();
    private static final Codec<Object> ORDER = COMPILED.bean("shop.Order").codec("PROTO");
    private static final Codec<Object> SET = COMPILED.bean("shop.Set").codec("PROTO");

    private static Extension x(String name) {
        return Objects.requireNonNull(ALL.extension("more." + name), name);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static Extendable order(String hex) {
        return (Extendable) ORDER.decode(bytes(hex));
    }

    /** Every method with its types, as a user would write it. */
    @Test
    void usersNeedNoCasts() {
        Map<String, String> sources = new HashMap<>(COMPILED.sources());
        sources.put("Use.java", """
                import dev.fastcodec.Codec;
                import dev.fastcodec.IntList;
                import dev.fastcodec.TypeRegistry;
                import java.util.List;
                import more.Color;
                import more.ExtExt;
                import more.Part;
                import shop.Order;
                import shop.Set;

                class Use {
                  static final Codec<Order> ORDER = Order.PROTO.with(TypeRegistry.of(ExtExt.ALL));

                  static byte[] use() {
                    Order order = new Order().setId(1).set(ExtExt.PRIORITY, 3).add(ExtExt.NUMBERS, 5);
                    int priority = order.get(ExtExt.PRIORITY);
                    IntList numbers = order.get(ExtExt.NUMBERS);
                    numbers.push(priority);
                    order.set(ExtExt.COLOR, Color.BLUE).add(ExtExt.COLORS, Color.RED);
                    Color color = order.get(ExtExt.COLOR);
                    order.mutable(ExtExt.PART).setName(color.name());
                    order.add(ExtExt.PARTS).setName("a");
                    List<Part> parts = order.get(ExtExt.PARTS);
                    order.add(ExtExt.PARTS, parts.get(0).copy());
                    order.set(ExtExt.NUMBERS, IntList.of(1, 2)).clear(ExtExt.COLOR);
                    new Set().mutable(Part.ITEM).setName("b");
                    return order.has(ExtExt.TEXT) ? null : ORDER.encode(order);
                  }
                }
                """);
        assertTrue(Compiled.compile(sources).containsKey("Use"));
    }

    @Test
    void absentIsTheDefault() {
        Extendable order = order("");
        assertEquals(7, order.get(x("priority")));
        assertNull(order.get(x("color")));
        assertNull(order.get(x("part")));
        assertNull(order.get(x("text")));
        assertNull(order.extensions(), "nothing was made by asking");
        assertEquals(List.of(), order.get(x("numbers")));
        assertFalse(order.has(x("numbers")));
        assertEquals(order(""), order, "an empty list is none");
        assertEquals(order("").hashCode(), order.hashCode());
    }

    @Test
    void writesInOrderOfNumbers() {
        Extendable order = order("0801" + "120161");
        order.set(x("text"), "b").set(x("priority"), 0).add(x("numbers"), 1);
        ((IntList) order.get(x("numbers"))).push(300);
        assertEquals("0801" + "120161" + "5000" + "5a0301ac02" + "82010162", hex(ORDER.encode(order)));
        assertEquals(
                "Order{id=1, note=\"a\", [more.priority]=0, [more.numbers]=[1, 300], [more.text]=\"b\"}",
                order.toString());
        Message<?> copy = order.copy();
        assertEquals(order, copy);
        order.clear(x("text"));
        assertNotEquals(order, copy);
        assertEquals("", hex(ORDER.encode(order.clear())));
    }

    @Test
    void withoutARegistryTheyAreUnknownFieldsUntilAskedFor() {
        String unknown = "5007" + "7203" + "0a0161" + "7202" + "1005" + "f83e01" + "5801" + "5a0102";
        Extendable order = order(unknown + "0801");
        assertEquals("0801" + unknown, hex(ORDER.encode(order)), "as they came");
        assertTrue(order.has(x("part")) && order.has(x("numbers")) && !order.has(x("text")));
        assertNull(order.extensions(), "looking moves nothing");
        assertEquals(7, order.get(x("priority")));
        assertEquals(List.of(1, 2), order.get(x("numbers")), "packed and not");
        Object part = order.get(x("part"));
        assertSame(part, order.get(x("part")));
        assertEquals("0801" + "5007" + "5a020102" + "7205" + "0a0161" + "1005" + "f83e01", hex(ORDER.encode(order)));
        order.clear(x("part")).clear(x("priority")).clear(x("numbers"));
        assertEquals("f83e01", hex(order.unknownFields().toByteArray()));
        assertEquals(order("0801f83e01"), order);
    }

    @Test
    void settingReplacesWhatIsUnknown() {
        Extendable order = order("5009" + "f83e01" + "5008");
        order.set(x("priority"), 1);
        assertEquals("5001f83e01", hex(ORDER.encode(order)));
        Extendable other = order("5009");
        other.set(x("priority"), null);
        assertNull(other.unknownFields());
        assertEquals(order(""), other);
    }

    @Test
    void aRegistryIsPassedToSubMessages() {
        Codec<Object> holder = COMPILED.bean("shop.Holder").codec("PROTO").with(ALL);
        Object decoded = holder.decode(bytes("0a0a" + "0b10e8071a030a01610c"));
        Extendable set = (Extendable) COMPILED.bean("shop.Holder")
                .get(decoded, COMPILED.bean("shop.Holder").field(1));
        assertNull(set.unknownFields());
        assertTrue(set.has(x("Part.item")));
    }

    @ParameterizedTest
    @CsvSource({
        "6002, 6002, known",
        "6005, 6005, a closed enum does not know it",
        "6a03010502, 6a0201026805, packed: the one not known is a field of its own",
        "6801, 6a0101, not packed",
        "6805, 6805, not packed and not known",
        "520108, 520108, another wire type"
    })
    void readsEnumsAndWireTypesAsFieldsAre(String in, String out, String what) {
        assertEquals(out, hex(ORDER.encode(ORDER.with(ALL).decode(bytes(in)))), what);
        Extendable lazy = order(in);
        boolean known = !what.contains("not known") && !what.contains("does not know") && !what.contains("another");
        assertEquals(known || in.startsWith("6a"), lazy.has(x("color")) || lazy.has(x("colors")), what);
    }

    @ParameterizedTest
    @CsvSource({
        "72040a0261, TRUNCATED, Order.[more.part]",
        "72030a0261, TRUNCATED, Order.[more.part].name",
        "72021001, MISSING_REQUIRED, Order.[more.part].name",
        "7a030a01617a00, MISSING_REQUIRED, Order.[more.parts][1].name",
        "5affffffff07, SIZE, Order.[more.numbers][0]",
        "82010561, TRUNCATED, Order.[more.text]",
        "5880, TRUNCATED, Order.[more.numbers][0]",
        "7a030a01617a030a0561, TRUNCATED, Order.[more.parts][1].name"
    })
    void refusesBadBytes(String in, Kind kind, String path) {
        DecodeException e =
                assertThrows(DecodeException.class, () -> ORDER.with(ALL).decode(bytes(in)));
        assertEquals(kind + " " + path, e.kind() + " " + e.path());
    }

    @ParameterizedTest
    @CsvSource({
        "0a0a0b10e8071a030a05610c, TRUNCATED, Holder.set.[more.Part.item].name",
        "0a070b10e8071a030a, TRUNCATED, Holder.set.1"
    })
    void tellsTheItemOfAMessageSet(String in, Kind kind, String path) {
        Codec<Object> holder = COMPILED.bean("shop.Holder").codec("PROTO").with(ALL);
        DecodeException e = assertThrows(DecodeException.class, () -> holder.decode(bytes(in)));
        assertEquals(kind + " " + path, e.kind() + " " + e.path());
    }

    @Test
    void readingLateRefusesBadBytesAndKeepsThem() {
        for (String in : List.of("720412020161", "72021001", "72030a0261")) {
            Extendable order = order(in);
            DecodeException e = assertThrows(DecodeException.class, () -> order.get(x("part")), in);
            assertTrue(e.path().startsWith("Order.[more.part]"), e.path());
            assertEquals(in, hex(ORDER.encode(order)));
        }
        Extendable order = order("");
        order.mutable(x("part"));
        assertThrows(EncodeException.class, () -> ORDER.encode(order));
    }

    @ParameterizedTest
    @CsvSource({
        "0b10e8071a030a01610c, 0b10e8071a030a01610c, an item",
        "0b1a030a016110e8070c, 0b10e8071a030a01610c, the message first",
        "c23e030a0161, 0b10e8071a030a01610c, as a writer makes it that does not know the option",
        "c23e0210070b10e8071a030a01610c, 0b10e8071a050a016110070c, both merged",
        "0b1080071a0200630c, 0b1080071a0200630c, of an unknown type: not looked into",
        "0b10e8071a030a01611080070c, 0b10e8071a030a01610c, the first type counts",
        "0b10e8071a030a01611a030a01620c, 0b10e8071a030a01610c, the first message counts",
        "0b1a030a016110e8071a030a01620c, 0b10e8071a030a01610c, also when it is first",
        "0b10e80720011a030a01610c, 0b10e8071a030a01610c, another field in an item",
        "0b10e8070c, 0b10e8070c, an item without message",
        "0b1a030a01610c, 0b1a030a01610c, an item without type",
        "0801, 0801, no item at all"
    })
    void readsMessageSets(String in, String out, String what) {
        assertEquals(out, hex(SET.encode(SET.with(ALL).decode(bytes(in)))), what);
        Extendable lazy = (Extendable) SET.decode(bytes(in));
        assertEquals(in, hex(SET.encode(lazy)), what);
        assertEquals(out.contains("0a0161") && out.startsWith("0b10e8"), lazy.has(x("Part.item")), what);
        lazy.get(x("Part.item"));
        assertEquals(out, hex(SET.encode(lazy)), what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0b",
                "0b10e8071a030a0161",
                "0b10e8071a030a01610d",
                "0b10e8071a040a01610c",
                "0b10e8071a02100c0c",
                "0c"
            })
    void refusesBrokenMessageSets(String in) {
        assertThrows(DecodeException.class, () -> SET.with(ALL).decode(bytes(in)));
    }

    @Test
    void everyPrefixOfAMessageWithExtensionsIsRefusedOrRead() {
        byte[] all = bytes(
                "0801" + "5007" + "5a020102" + "6002" + "6a020102" + "72050a01611005" + "7a030a0161" + "82010162");
        Codec<Object> codec = ORDER.with(ALL);
        int refused = 0;
        for (int n = 0; n < all.length; n++) {
            try {
                codec.decode(all, 0, n);
            } catch (DecodeException e) {
                refused++;
            }
        }
        assertEquals(all.length - 8, refused, "all but those that end between fields");
        assertEquals(hex(all), hex(codec.encode(codec.decode(all))));
    }

    @Test
    void aRegistryRefusesTwoOfOneNumber() {
        Extension<?, ?> one = x("priority");
        Extension<?, ?> other = Extension.of(one.extendee().asSubclass(Extendable.class), "other", 10, one.type(), 0);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> TypeRegistry.of(List.of(one), List.of(other)));
        assertEquals("other and more.priority have the same number or name", e.getMessage());
        assertSame(one, TypeRegistry.of(List.of(one), List.of(one)).extension("more.priority"));
    }
}
