package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.Message;
import dev.fastcodec.MessageType;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.wkt.Timestamp;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages by their names at run time. */
class TypeRegistryTest {
    private static final Map<String, String> IDL =
            Map.of("shop/order.proto", """
            syntax = "proto3";
            package shop;
            import "shop/item.proto";
            message Order {
              repeated Item items = 1;
              message Line { int32 n = 1; }
              message Old { option deprecated = true; message Inner {} }
            }
            message Other {}
            """, "shop/item.proto", """
            syntax = "proto3";
            package shop;
            message Item { map<string, Part> parts = 1; }
            message Part { string name = 1; }
            """, "plain.proto", """
            syntax = "proto3";
            message Alone {}
            """);

    private static final Compiled COMPILED = Compiled.of(IDL);
    private static final TypeRegistry TYPES = TypeRegistry.of().with(schema("shop.Order"));

    private static MessageSchema schema(String bean) {
        return ((Message<?>) COMPILED.bean(bean).make()).schema();
    }

    @ParameterizedTest
    @CsvSource({
        "shop.Order,                      shop.Order",
        "shop.Order.Line,                 shop.Order$Line",
        "shop.Order.Old.Inner,            shop.Order$Old$Inner",
        "shop.Other,                      shop.Other",
        "shop.Item,                       shop.Item",
        "shop.Part,                       shop.Part",
        "type.googleapis.com/shop.Part,   shop.Part",
        "https://host/path/shop.Part,     shop.Part",
        "/shop.Part,                      shop.Part",
        "google.protobuf.Timestamp,       dev.fastcodec.wkt.Timestamp",
        "a/google.protobuf.UInt64Value,   dev.fastcodec.wkt.UInt64Value"
    })
    void findsMessages(String name, String bean) {
        MessageType<?> type = Objects.requireNonNull(TYPES.message(name), name);
        assertEquals(bean, type.newMessage().getClass().getName());
        assertEquals(name.substring(name.lastIndexOf('/') + 1), type.toString());
        assertSame(type.newMessage().schema(), type.schema());
        assertNotNull(type.proto());
    }

    @ParameterizedTest
    @CsvSource({"shop.None", "Alone", "shop.Order/", "shop.Order.items", "''"})
    void knowsNoOthers(String name) {
        assertNull(TYPES.message(name));
    }

    @Test
    void findsMessagesOfNoPackage() {
        TypeRegistry types = TYPES.with(schema("Alone"));
        assertEquals("Alone", Objects.requireNonNull(types.message("x/Alone")).toString());
        assertNotNull(types.message("shop.Part"), "what the other one knew");
        assertNull(TYPES.message("Alone"), "the other one is as it was");
    }

    @Test
    void readsWithTheCodecs() {
        MessageType<?> type = Objects.requireNonNull(TYPES.message("shop.Part"));
        Object part = type.proto().decode(new byte[] {10, 1, 'x'});
        assertEquals(COMPILED.bean("shop.Part").make().getClass(), part.getClass());
    }

    @Test
    void knowsWellKnownTypesWithoutARegistry() {
        assertSame(
                Timestamp.SCHEMA,
                Objects.requireNonNull(TypeRegistry.message(null, "google.protobuf.Timestamp"))
                        .schema());
    }

    @Test
    void refusesTwoMessagesOfOneName() {
        MessageSchema twin = ((Message<?>) Compiled.of(IDL).bean("shop.Part").make()).schema();
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> TYPES.with(twin));
        assertEquals("two messages are called shop.Item", e.getMessage());
    }
}
