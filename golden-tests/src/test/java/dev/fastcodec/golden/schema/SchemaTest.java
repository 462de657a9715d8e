package dev.fastcodec.golden.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.Message;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.SameSchema;
import dev.fastcodec.schema.EnumSchema;
import dev.fastcodec.schema.FieldSchema.Presence;
import dev.fastcodec.schema.FieldType;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.schema.MessageSchema.Kind;
import dev.fastcodec.schema.Options;
import dev.fastcodec.schema.Scalar;
import dev.fastcodec.schema.SchemaTable;
import dev.fastcodec.schema.ServiceSchema;
import dev.fastcodec.wkt.Value;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@code SCHEMA} says, and when it is made. */
class SchemaTest {
    private static final String SHARED = """
            namespace java shop.shared
            namespace go goshop
            enum Unit { GRAM = 1 (symbol = "g"), LITRE = 2 }
            struct Price { 1: i64 cents }
            service Base { void ping() }
            """;

    private static final String STOCK = """
            namespace java shop
            include "shared.thrift"
            typedef string Name
            typedef binary Blob
            typedef list<shared.Price> Prices
            struct Item {
              1: required Name sku (vt.min_size = "1", go.tag = 'json:"sku"', go.tag = "it's 100%\\n")
              2: Blob picture (hidden)
              3: optional Prices prices
              4: map<shared.Unit, set<i16>> stock = {shared.Unit.GRAM: [3, 4]}
              5: optional Item parent
              6: uuid id = "00000000-0000-0001-0000-000000000002"
              7: double weight = 1
              8: shared.Price price = {"cents": 7}
              9: binary raw = "a\\u00ff'"
              10: bool sold = 1
              11: list<Colour> colours = [Colour.RED, 2]
              12: i8 small = -5
            } (owner = "team a", owner = "team \u00fc")
            enum Colour { RED = 1, GREEN = 2 (dark) } (open)
            union Either { 1: string name, 2: Item item }
            exception OutOfStock { 1: string message }
            service Shop extends shared.Base {
              Item find(1: Name sku (path)) throws (1: OutOfStock out) (http = "GET")
              oneway void forget(1: i32 a, 2: list<string> b)
            } (version = "2")
            """;

    private static Compiled thrift() {
        return Compiled.of(Map.of("shared.thrift", SHARED, "stock.thrift", STOCK));
    }

    private static MessageSchema schema(Compiled compiled, String type) {
        return ((Message<?>) compiled.bean(type).make()).schema();
    }

    @Test
    void saysWhatThriftSays() {
        Compiled compiled = thrift();
        assertTrue(SameSchema.check(compiled) > 15);
        MessageSchema item = schema(compiled, "shop.Item");
        assertEquals(Kind.STRUCT, item.kind());
        assertEquals("Item", item.fullName());
        assertEquals(Map.of("java", "shop"), item.file().namespaces());
        assertEquals(List.of("team a", "team \u00fc"), item.options().texts("owner"));
        assertEquals("team \u00fc", item.options().text("owner"));
        assertEquals(Presence.REQUIRED, item.field("sku").presence());
        assertEquals(Presence.ALWAYS, item.field("picture").presence());
        assertEquals(Presence.EXPLICIT, item.field("prices").presence());
        assertNull(item.field("nothing"));
        assertNull(item.field(99));
        assertEquals(Kind.UNION, schema(compiled, "shop.Either").kind());
        assertEquals(Kind.EXCEPTION, schema(compiled, "shop.OutOfStock").kind());
    }

    @Test
    void keepsEveryValueOfAnAnnotation() {
        MessageSchema item = schema(thrift(), "shop.Item");
        assertEquals(
                List.of("json:\"sku\"", "it's 100%\n"),
                item.field("sku").options().texts("go.tag"));
        assertEquals(
                Set.of("vt.min_size", "go.tag"), item.field("sku").options().names());
        assertEquals("1", item.field("picture").options().text("hidden"));
        assertTrue(item.field("picture").options().has("hidden"));
        assertTrue(item.field("prices").options().isEmpty());
        assertNull(item.field("prices").options().text("go.tag"));
    }

    @Test
    void tellsStringsFromBinariesThroughTypedefs() {
        MessageSchema item = schema(thrift(), "shop.Item");
        assertEquals(Scalar.STRING, item.field(1).type());
        assertEquals(Scalar.BYTES, item.field(2).type());
    }

    @Test
    void refersToTheTypesOfOtherFiles() throws ReflectiveOperationException {
        Compiled compiled = thrift();
        MessageSchema item = schema(compiled, "shop.Item");
        assertEquals(
                new FieldType.ListOf(schema(compiled, "shop.shared.Price")),
                item.field("prices").type());
        assertSame(item, item.field("parent").type());
        Object unit = compiled.type("shop.shared.Unit").getField("SCHEMA").get(null);
        assertEquals(
                new FieldType.MapOf((EnumSchema) unit, new FieldType.SetOf(Scalar.INT16)),
                item.field("stock").type());
        assertEquals("g", ((EnumSchema) unit).value("GRAM").options().text("symbol"));
        assertEquals(2, ((EnumSchema) unit).value("LITRE").number());
        assertEquals("LITRE", ((EnumSchema) unit).value(2).name());
        assertNull(((EnumSchema) unit).value(3));
        assertEquals("goshop", ((EnumSchema) unit).file().namespaces().get("go"));
    }

    @Test
    void typesDefaults() {
        MessageSchema item = schema(thrift(), "shop.Item");
        assertEquals(new UUID(1, 2), item.field("id").defaultValue());
        assertEquals(1.0, item.field("weight").defaultValue());
        assertEquals(Map.of("cents", 7L), item.field("price").defaultValue());
        assertEquals(
                ByteBuffer.wrap(new byte[] {'a', (byte) 0xc3, (byte) 0xbf, '\''}),
                item.field("raw").defaultValue());
        assertEquals(true, item.field("sold").defaultValue());
        assertEquals((byte) -5, item.field("small").defaultValue());
        EnumSchema colour =
                (EnumSchema) ((FieldType.ListOf) item.field("colours").type()).element();
        assertEquals(colour.values(), item.field("colours").defaultValue());
        Map<?, ?> stock = (Map<?, ?>) item.field("stock").defaultValue();
        assertEquals(Set.of(Set.of((short) 3, (short) 4)), Set.copyOf(stock.values()));
        assertThrows(UnsupportedOperationException.class, stock::clear);
    }

    @Test
    void describesServices() {
        ServiceSchema shop = schema(thrift(), "shop.Item").file().services().get(0);
        assertEquals("shared.Base", shop.baseName());
        assertEquals("2", shop.options().text("version"));
        ServiceSchema.Method find = shop.methods().get(0);
        assertEquals("GET", find.options().text("http"));
        assertEquals("Item", ((MessageSchema) find.result()).name());
        assertTrue(find.parameters().get(0).options().has("path"));
        assertEquals("out", find.exceptions().get(0).name());
        assertEquals(ServiceSchema.Mode.ONEWAY, shop.method("forget").mode());
        assertNull(shop.method("forget").result());
        assertEquals("ping", shop.method("ping").name());
        assertEquals(shop.base().method("ping"), shop.method("ping"));
        assertNull(shop.method("pong"));
    }

    @Test
    void saysWhatProtobufSays() {
        Compiled compiled = Compiled.of(Map.of("shop/order.proto", """
                syntax = "proto2";
                package shop;
                option java_package = "com.shop";
                option optimize_for = SPEED;
                message Order {
                  option deprecated = false;
                  optional int32 id = 1 [default = -3, json_name = "the id"];
                  repeated Line lines = 2;
                  oneof pay { string card = 3; uint64 cash = 4 [default = 18446744073709551615]; }
                  map<string, Line> by_name = 5;
                  optional float f = 6 [default = inf];
                  optional Kind kind = 7 [default = B];
                  message Line { required string sku = 1; enum Size { S = 0; } optional Size size = 2 [deprecated = true]; }
                  enum Kind { A = 1; B = 2; }
                }
                service Shop { rpc Watch(stream Order) returns (stream Order.Line); }
                """));
        assertEquals(9, SameSchema.check(compiled));
        MessageSchema order = schema(compiled, "com.shop.Order");
        assertEquals("shop.Order", order.fullName());
        assertEquals("com.shop", order.file().options().text("java_package"));
        assertEquals("the id", order.field("id").jsonName());
        assertEquals("byName", order.field("by_name").jsonName());
        assertEquals("pay", order.field("cash").oneof());
        assertEquals(-1L, order.field("cash").defaultValue());
        assertEquals(Float.POSITIVE_INFINITY, order.field("f").defaultValue());
        MessageSchema line = schema(compiled, "com.shop.Order.Line");
        assertEquals(
                new FieldType.MapOf(Scalar.STRING, line), order.field("by_name").type());
        assertEquals("shop.Order.Line.Size", ((EnumSchema) line.field("size").type()).fullName());
        assertEquals(true, line.field("size").options().get("deprecated"));
        assertEquals(
                ServiceSchema.Mode.BOTH_STREAM,
                order.file().services().get(0).methods().get(0).mode());
    }

    @Test
    void knowsCustomOptionsByFullNameAndText() {
        Compiled compiled = Compiled.of(Map.of("rules.proto", """
                syntax = "proto3";
                package rules;
                import "google/protobuf/descriptor.proto";
                enum Kind { NONE = 0; SOME = 1; }
                message Rule { int32 min = 1; repeated string names = 2; Kind kind = 3; bytes raw = 4; double most = 5; }
                extend google.protobuf.FieldOptions { optional Rule rule = 50001; repeated string tags = 50002; }
                message Checked {
                  string a = 1 [(rule) = {min: 3, names: ["x", "y"], kind: SOME, raw: "\\001z", most: 0.5}];
                  string b = 2 [(tags) = "one", (tags) = "it's 100%"];
                  string c = 3 [(rule).min = -7];
                }
                """));
        assertTrue(SameSchema.check(compiled) > 5);
        MessageSchema checked = schema(compiled, "rules.Checked");
        Options.Option rule = checked.field("a").options().all().get(0);
        assertEquals("(rules.rule)", rule.name());
        for (String part : List.of("min: 3", "names: \"x\"", "kind: SOME", "most: 0.5")) {
            assertTrue(rule.value().toString().contains(part), rule::toString);
        }
        assertEquals(
                List.of("\"one\"", "\"it's 100%\""),
                checked.field("b").options().texts("(rules.tags)").stream()
                        .map(t -> t.replace("\\'", "'"))
                        .toList());
        assertTrue(checked.field("c").options().text("(rules.rule)").contains("min: -7"));
    }

    @Test
    void wellKnownTypesHaveOne() {
        assertEquals("google.protobuf.Value", Value.SCHEMA.fullName());
        assertEquals("struct_value", Value.SCHEMA.field(5).name());
        assertSame(dev.fastcodec.wkt.Struct.SCHEMA, Value.SCHEMA.field(5).type());
    }

    @Test
    void isMadeWhenFirstAskedFor() throws ReflectiveOperationException {
        Compiled compiled =
                Compiled.of(Map.of("a.thrift", "namespace java a\nstruct A { 1: i32 n, 2: E e }\nenum E { X }\n"));
        Object bean = compiled.bean("a.A").make();
        Codec<Object> codec = compiled.bean("a.A").codec("BINARY");
        codec.decode(codec.encode(bean));
        MessageSchema schema = ((Message<?>) bean).schema();
        assertEquals("A", schema.name());
        Field table = compiled.type("a.ASchema").getDeclaredField("TABLE");
        table.setAccessible(true);
        Field read = SchemaTable.class.getDeclaredField("read");
        read.setAccessible(true);
        assertNull(read.get(table.get(null)));
        assertEquals(2, schema.fields().size());
        assertNotNull(read.get(table.get(null)));
    }

    @Test
    void threadsSeeOneSchema() throws InterruptedException {
        Compiled compiled = thrift();
        MessageSchema item = schema(compiled, "shop.Item");
        Object[] seen = new Object[4];
        Thread[] threads = new Thread[seen.length];
        for (int i = 0; i < seen.length; i++) {
            int n = i;
            threads[i] = new Thread(() -> seen[n] = item.fields());
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, Arrays.stream(seen).distinct().count());
    }

    @Test
    void tablesOfFilesOfOneNameStandSideBySide() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String folder : List.of("a", "b")) {
            files.put(
                    folder + "/x-1.thrift",
                    "namespace java same\nstruct In_" + folder + " { 1: i32 " + folder + " }\nstruct X1Schema" + folder
                            + " {}\n");
        }
        Compiled compiled = Compiled.of(files);
        assertEquals(2, SameSchema.check(compiled));
    }

    @Test
    void enumsThatHaveAConstantOfThatNameHaveAnother() throws ReflectiveOperationException {
        Compiled compiled = Compiled.of(Map.of(
                "a.thrift", "namespace java a\nstruct A { 1: E e }\nenum E { SCHEMA, TABLE }\n", "b.thrift", """
                        namespace java b
                        include "a.thrift"
                        struct B { 1: a.E e }
                        """));
        assertEquals(2, SameSchema.check(compiled));
        assertEquals("E", ((EnumSchema) compiled.type("a.E").getField("SCHEMA_").get(null)).name());
    }
}
