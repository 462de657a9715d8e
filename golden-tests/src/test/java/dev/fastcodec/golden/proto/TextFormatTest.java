package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.text.TextCodec;
import dev.fastcodec.text.TextOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text format by its specification, and what comes of texts that are wrong or mean harm. */
class TextFormatTest {
    private static final Map<String, String> IDL = Map.of("shop/note.proto", """
            syntax = "proto2";
            package shop;
            import "google/protobuf/any.proto";
            enum Colour { RED = 1; BLUE = 2; CRIMSON = 1; option allow_alias = true; }
            message Note {
              reserved "gone", "lost";
              extensions 100 to max;
              optional int32 i = 1;
              optional uint64 u = 2;
              optional double d = 3;
              optional float f = 4;
              optional bool b = 5;
              optional string s = 6;
              optional bytes raw = 7;
              optional Colour colour = 8;
              repeated int32 list = 9;
              optional Note note = 10;
              repeated Note notes = 11;
              repeated group Line = 12 { optional string text = 1; }
              map<string, int32> sizes = 13;
              map<int32, Note> replies = 14;
              oneof one { string left = 15; Note right = 16; }
              optional google.protobuf.Any any = 17;
              optional Set set = 18;
              repeated google.protobuf.Any anys = 19;
              optional Need need = 20;
            }
            message Need { required int32 x = 1; required int32 y = 2; }
            message Set { option message_set_wire_format = true; extensions 4 to max; }
            message Item { extend Set { optional Item item = 1000; } optional int32 n = 1; }
            extend Set { optional Item other = 1001; }
            extend Note {
              optional int32 priority = 100;
              repeated Colour colours = 101;
              optional Note inner = 102;
              repeated string words = 103;
            }
            """);

    private static final Compiled COMPILED = Compiled.of(IDL, Options.of(Map.of("formats", "proto,text")));
    private static final Bean NOTE = COMPILED.bean("shop.Note");
    private static final TypeRegistry REGISTRY =
            COMPILED.extensions().with(NOTE.codec("PROTO").schema());
    private static final TextCodec<Object> TEXT = ((TextCodec<Object>) NOTE.codec("TEXT")).with(REGISTRY);
    private static final TextCodec<Object> LINE = TEXT.with(TextOptions.DEFAULT.singleLine(true));

    private static String line(String text) {
        return LINE.encodeToString(TEXT.decode(text));
    }

    /** What a text is when it is written on one line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | ``",
                "i: 1 | i: 1",
                "i:1,u:2;d:3 | i: 1 u: 2 d: 3",
                "# a comment | ``",
                "i # between\t: 1 | !",
                "i: -1 | i: -1",
                "i: - 1 | i: -1",
                "i: 0x1F u: 017 | i: 31 u: 15",
                "i: 2147483647 | i: 2147483647",
                "i: -2147483648 u: 18446744073709551615 | i: -2147483648 u: 18446744073709551615",
                "d: 1 f: 2 | d: 1 f: 2",
                "d: 1.5e3 f: .5F | d: 1500 f: 0.5",
                "d: 10f | d: 10",
                "d: inf f: -INFINITY | d: inf f: -inf",
                "d: NaN f: -nan | d: nan f: nan",
                "d: -0 f: -0.0 | d: -0 f: -0",
                "d: 1e400 f: -1e39 | d: inf f: -inf",
                "f: 0.1 d: 0.1 | d: 0.1 f: 0.1",
                "b: t | b: true",
                "b: True | b: true",
                "b: 1 | b: true",
                "b: 0x0 | b: false",
                "s: 'a' \"b\" 'c' | s: \"abc\"",
                "s: '\\a\\b\\f\\n\\r\\t\\v\\?\\\\\\'\\\"' | s: \"\\007\\010\\014\\n\\r\\t\\013?\\\\\\'\\\"\"",
                "s: '\\x41\\101\\u0041\\U00000041' | s: \"AAAA\"",
                "s: 'é' | s: \"\\303\\251\"",
                "raw: '\\xff\\377\\0' | raw: \"\\377\\377\\000\"",
                "colour: BLUE | colour: BLUE",
                "colour: 2 | colour: BLUE",
                "colour: CRIMSON | colour: RED",
                "list: 1 list: 2 list: [3, 4] list: [] | list: 1 list: 2 list: 3 list: 4",
                "note { i: 1 } | note { i: 1 }",
                "note: { i: 1 } | note { i: 1 }",
                "note < i: 1 > | note { i: 1 }",
                "note {} | note { }",
                "notes: [{ i: 1 }, < i: 2 >] notes {} | notes { i: 1 } notes { i: 2 } notes { }",
                "notes [] | ``",
                "Line { text: 'a' } line { text: 'b' } | Line { text: \"a\" } Line { text: \"b\" }",
                "sizes { key: 'b' value: 2 } sizes: [{ value: 1 key: 'a' }, {}] | "
                        + "sizes { key: \"\" value: 0 } sizes { key: \"a\" value: 1 } sizes { key: \"b\" value: 2 }",
                "sizes { key: 'b' value: 2 } sizes { key: 'b' } | sizes { key: \"b\" value: 0 }",
                "replies { key: -3 value { i: 1 } } replies {} | "
                        + "replies { key: -3 value { i: 1 } } replies { key: 0 value { } }",
                "left: 'a' | left: \"a\"",
                "gone: 1 lost { x: [1, { y: 'a' }] [z.z]: -inf } gone: 'a' 'b' i: 1 | i: 1",
                "[shop.priority]: 3 | [shop.priority]: 3",
                "[ shop . priority ]: 3 | [shop.priority]: 3",
                "[shop.colours]: [RED, 2] [shop.colours]: BLUE | "
                        + "[shop.colours]: RED [shop.colours]: BLUE [shop.colours]: BLUE",
                "[shop.inner] { [shop.priority]: 1 } | [shop.inner] { [shop.priority]: 1 }",
                "[shop.words]: [] | ``",
                "set { [shop.Item] { n: 1 } } | set { [shop.Item] { n: 1 } }",
                "set { [shop.Item.item] { n: 1 } } | set { [shop.Item] { n: 1 } }",
                "set { [shop.other] { n: 1 } } | set { [shop.other] { n: 1 } }",
                "any { [type.googleapis.com/shop.Note] { i: 1 } } | any { [type.googleapis.com/shop.Note] { i: 1 } }",
                "any { [a.b/c%20d/shop.Note]: < i: 1 > } | any { [a.b/c%20d/shop.Note] { i: 1 } }",
                "any { [x/google.protobuf.Any] { [y/shop.Note] { i: 1 } } } | "
                        + "any { [x/google.protobuf.Any] { [y/shop.Note] { i: 1 } } }",
                "any { [x/google.protobuf.Duration] { seconds: 1 } } | any { [x/google.protobuf.Duration] { seconds: 1 } }",
                "any { type_url: 'x/shop.Note' value: '\\x08\\x01' } | any { [x/shop.Note] { i: 1 } }",
                "any { type_url: 'x/shop.Note' value: '\\x08' } | any { type_url: \"x/shop.Note\" value: \"\\010\" }",
                "any { type_url: 'x/no.Type' value: 'a' } | any { type_url: \"x/no.Type\" value: \"a\" }",
                "any { type_url: 'shop.Note' } | any { type_url: \"shop.Note\" }",
                "anys: [{ [x/shop.Note] {} }, {}] | anys { [x/shop.Note] { } } anys { }"
            })
    void readsAndWrites(String text, String line) {
        if (line.equals("!")) {
            assertThrows(DecodeException.class, () -> TEXT.decode(text));
        } else {
            assertEquals(line, line(text));
            assertEquals(line, line(line), "read again");
            assertEquals(line, line(TEXT.encodeToString(TEXT.decode(text))), "over many lines");
        }
    }

    /** Kind, what, line:column, path. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x: 1 | INVALID_DATA | Message type \"shop.Note\" has no field named \"x\" | 1:1 | Note.x",
                "i: 1 i: 2 | INVALID_DATA | Non-repeated field \"i\" is specified multiple times | 1:6 | Note.i",
                "note {} note {} | INVALID_DATA | Non-repeated field \"note\" is specified multiple times | 1:9 | Note.note",
                "left: '' right {} | INVALID_DATA | Field \"right\" is specified along with field \"left\", another member of"
                        + " oneof \"one\" | 1:10 | Note.right",
                "left: '' left: '' | INVALID_DATA | Non-repeated field \"left\" is specified multiple times | 1:10 | Note.left",
                "i 1 | INVALID_DATA | Expected \":\", found \"1\" | 1:3 | Note.i",
                "i: 2147483648 | INVALID_DATA | Integer out of range (2147483648) | 1:4 | Note.i",
                "i: -2147483649 | INVALID_DATA | Integer out of range (2147483649) | 1:5 | Note.i",
                "u: -1 | INVALID_DATA | Expected integer, got: - | 1:4 | Note.u",
                "i: 1.0 | INVALID_DATA | Expected integer, got: 1.0 | 1:4 | Note.i",
                "i: '1' | INVALID_DATA | Expected integer, got: '1' | 1:4 | Note.i",
                "d: 0x1 | INVALID_DATA | Expect a decimal number, got: 0x1 | 1:4 | Note.d",
                "d: 01 | INVALID_DATA | Expect a decimal number, got: 01 | 1:4 | Note.d",
                "i: 08 | INVALID_DATA | Numbers starting with leading zero must be in octal | 1:5 | Note.i",
                "b: yes | INVALID_DATA | Invalid value for boolean field \"b\". Value: \"yes\" | 1:4 | Note.b",
                "b: 2 | INVALID_DATA | Integer out of range (2) | 1:4 | Note.b",
                "s: a | INVALID_DATA | Expected string, got: a | 1:4 | Note.s",
                "s: 'a | TRUNCATED | Unexpected end of string | 1:6 | Note.s",
                "s: '\\q' | INVALID_DATA | Invalid escape sequence in string literal | 1:6 | Note.s",
                "s: '\\ud83d\\ude00' | INVALID_DATA | Escape sequence of no Unicode character: \\ud83d | 1:4 | Note.s",
                "raw: '\\U00110000' | INVALID_DATA | Escape sequence of no Unicode character: \\U00110000 | 1:6 | Note.raw",
                "colour: GREEN | INVALID_DATA | Unknown enumeration value of \"GREEN\" for field \"colour\" | 1:9 | Note.colour",
                "colour: 3 | INVALID_DATA | Unknown enumeration value of \"3\" for field \"colour\" | 1:9 | Note.colour",
                "list: [1 2] | INVALID_DATA | Expected \",\", found \"2\" | 1:10 | Note.list[0]",
                "list: [1, ] | INVALID_DATA | Expected integer, got: ] | 1:11 | Note.list[1]",
                "list [1] | INVALID_DATA | Expected \":\", found \"[\" | 1:6 | Note.list[0]",
                "i: [1] | INVALID_DATA | Expected integer, got: [ | 1:4 | Note.i",
                "note [{}] | INVALID_DATA | Expected \"{\", found \"[\" | 1:6 | Note.note",
                "note { i: 1 > | INVALID_DATA | Expected \"}\", found \">\" | 1:13 | Note.note",
                "note { | TRUNCATED | Expected identifier, got: | 1:7 | Note.note",
                "i: 1 } | INVALID_DATA | Expected identifier, got: } | 1:6 | Note",
                "i: 1,, u: 1 | INVALID_DATA | Expected identifier, got: , | 1:6 | Note",
                "notes {} notes { notes {} notes { i: 'a' } } | INVALID_DATA | Expected integer, got: 'a' | 1:38 |"
                        + " Note.notes[1].notes[1].i",
                "sizes { key: 'a' } sizes { value: 'a' } | INVALID_DATA | Expected integer, got: 'a' | 1:35 |"
                        + " Note.sizes[1].value",
                "sizes { other: 1 } | INVALID_DATA | Message type \"map entry\" has no field named \"other\" | 1:9 |"
                        + " Note.sizes[0].other",
                "[shop.nothing]: 1 | INVALID_DATA | Extension \"shop.nothing\" is not defined or is not an extension of"
                        + " \"shop.Note\" | 1:15 | Note.[shop.nothing]",
                "[shop.Item.item] {} | INVALID_DATA | Extension \"shop.Item.item\" is not defined or is not an extension of"
                        + " \"shop.Note\" | 1:17 | Note.[shop.Item.item]",
                "[shop.priority]: 1 [shop.priority]: 1 | INVALID_DATA | Non-repeated field \"shop.priority\" is specified"
                        + " multiple times | 1:35 | Note.[shop.priority]",
                "[shop.words]: ['a', 1] | INVALID_DATA | Expected string, got: 1 | 1:21 | Note.[shop.words][1]",
                "need { [shop.x]: 1 } | INVALID_DATA | Extension \"shop.x\" is not defined or is not an extension of"
                        + " \"shop.Need\" | 1:8 | Note.need.[shop.x]",
                "any { [x/no.Type] {} } | INVALID_DATA | Could not find type \"x/no.Type\" stored in google.protobuf.Any | 1:7 |"
                        + " Note.any.[x/no.Type]",
                "any { [shop.Note] {} } | INVALID_DATA | Type URL prefix is missing | 1:18 | Note.any",
                "any { [/shop.Note] {} } | INVALID_DATA | Type URL prefix is empty | 1:19 | Note.any",
                "any { [x%2/shop.Note] {} } | INVALID_DATA | Invalid percent encode, got: \"%2/\" | 1:22 | Note.any",
                "any { [x/shop.Note] {} [x/shop.Note] {} } | INVALID_DATA | Non-repeated Any specified multiple times | 1:24 |"
                        + " Note.any.[x/shop.Note]",
                "any { [x/shop.Note] { i: 'a' } } | INVALID_DATA | Expected integer, got: 'a' | 1:26 |"
                        + " Note.any.[x/shop.Note].i",
                "any { [x/shop.Need] { x: 1 } } | INVALID_DATA | required field Need.y is not set | 1:29 |"
                        + " Note.any.[x/shop.Need]",
                "need { x: 1 } | MISSING_REQUIRED | missing y | 1:14 | Note.need.y",
                "i: 1 é: 1 | INVALID_DATA | Interpreting non ascii codepoint 195 | 1:6 | Note.i"
            })
    void refuses(String text, Kind kind, String what, String place, String path) {
        DecodeException e = assertThrows(DecodeException.class, () -> TEXT.decode(text));
        assertEquals(path, e.path());
        assertEquals(place, e.line() + ":" + e.column());
        assertEquals(kind, e.kind());
        assertTrue(e.getMessage().replace("  ", " ").startsWith(what + " at line "), e.getMessage());
    }

    @Test
    void countsLinesAndCharacters() {
        DecodeException e =
                assertThrows(DecodeException.class, () -> TEXT.decode("note {\r\n\tlist: 1 # é\n\ts: 'é' i: x\n}"));
        assertEquals(3, e.line());
        assertEquals(12, e.column());
        assertEquals(34, e.offset());
        assertEquals("Note.note.i", e.path());
    }

    @Test
    void readsSlicesAndBuffers() {
        byte[] bytes = "i: 7i: 8".getBytes(StandardCharsets.UTF_8);
        assertEquals("i: 7", LINE.encodeToString(TEXT.decode(bytes, 0, 4)));
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 4, 4);
        assertEquals("i: 8", LINE.encodeToString(TEXT.decode(buffer)));
        assertEquals(0, buffer.remaining());
        assertThrows(DecodeException.class, () -> TEXT.decode(bytes, 0, 3));
    }

    @Test
    void mergesIntoWhatIsThere() {
        Object note = TEXT.decode("i: 1 list: 1 note { i: 1 } left: 'a' [shop.priority]: 1");
        byte[] more = "i: 2 list: 2 note { u: 2 } right {} [shop.priority]: 2".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "i: 2 list: 1 list: 2 note { i: 1 u: 2 } right { } [shop.priority]: 2",
                LINE.encodeToString(TEXT.decodeInto(note, more)));
    }

    @Test
    void writesUnknownFieldsByNumber() {
        Object note = NOTE.codec("PROTO")
                .decode(HexFormat.of()
                        .parseHex("9803ffffffffffffffffff01a1030100000000000000" + "ad0301000000" + "aa0302080a"
                                + "aa03024142" + "aa0300" + "ab030805ac03"));
        assertEquals(
                "51: 18446744073709551615 52: 0x0000000000000001 53: 0x00000001 53 { 1: 10 } 53: \"AB\" 53: \"\" 53 { 1: 5 }",
                LINE.encodeToString(note));
        assertEquals("", TEXT.with(TextOptions.DEFAULT.unknownFields(false)).encodeToString(note));
    }

    @Test
    void keepsBytesOfUncheckedStrings() {
        Object note = TEXT.decode("s: '\\xff\\xc3\\xa9\\xc3'");
        assertEquals("s: \"\\377\\303\\251\\303\"", LINE.encodeToString(note));
        byte[] bytes = NOTE.codec("PROTO").encode(note);
        assertArrayEquals(HexFormat.of().parseHex("3204ffc3a9c3"), bytes);
        assertEquals(note, NOTE.codec("PROTO").decode(bytes));
        TextCodec<Object> plain =
                LINE.with(TextOptions.DEFAULT.escapeNonAscii(false).singleLine(true));
        assertEquals("s: \"\\377\\303\\251\\303\"", plain.encodeToString(note));
        assertEquals("s: \"é\\n\" raw: \"\\303\"", plain.encodeToString(TEXT.decode("s: 'é\\n' raw: '\\xc3'")));
    }

    /** Registered nowhere, what is in brackets is not known, but well-known types are. */
    @Test
    void knowsOnlyWhatIsRegistered() {
        TextCodec<Object> bare = TEXT.with((TypeRegistry) null);
        assertThrows(DecodeException.class, () -> bare.decode("[shop.priority]: 1"));
        assertThrows(DecodeException.class, () -> bare.decode("any { [x/shop.Note] {} }"));
        Object note = bare.decode("any { [x/google.protobuf.Empty] {} }");
        assertEquals(
                "any { [x/google.protobuf.Empty] { } }",
                LINE.with((TypeRegistry) null).encodeToString(note));
        Object other = TEXT.decode("any { [x/shop.Note] { i: 1 } }");
        assertEquals(
                "any { type_url: \"x/shop.Note\" value: \"\\010\\001\" }",
                LINE.with((TypeRegistry) null).encodeToString(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"note {", "notes: [{", "[shop.inner] <", "replies { value {", "any { [x/shop.Note] {", "gone {"})
    void limitsDepth(String opening) {
        for (int n : new int[] {101, 1000, 100_000}) {
            String text = opening.repeat(n);
            DecodeException e = assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> assertThrows(DecodeException.class, () -> TEXT.decode(text)));
            assertTrue(e.getMessage().contains("deep"), text.substring(0, 20));
        }
        Object deep = TEXT.decode("note {".repeat(100) + "}".repeat(100));
        assertThrows(DecodeException.class, () -> TEXT.withMaxDepth(99).decode(TEXT.encode(deep)));
    }

    @Test
    void hugeTokensCostNoTime() {
        for (String text : new String[] {
            "i: " + "9".repeat(1_000_000),
            "u: 0x" + "f".repeat(1_000_000),
            "x".repeat(1_000_000),
            "[" + "a.".repeat(500_000) + "]: 1",
            "# ".repeat(1_000_000) + "\n?",
            "s: '" + "\\".repeat(1_000_001),
            "list: [" + "1,".repeat(500_000),
            "any { [" + "%".repeat(1_000_000) + "/x] {} }"
        }) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> assertThrows(DecodeException.class, () -> TEXT.decode(text)));
        }
        assertEquals("d: inf", line("d: " + "9".repeat(100_000)));
    }

    /** Whatever the text, the one exception or a message. */
    @Test
    void damagedTextsAreRefusedOrRead() {
        String whole =
                "i: -1 u: 0x2 d: 1.5e3 f: -inf b: true s: 'a\\n\\u00e9' \"b\" colour: BLUE list: [1, 2] note { i: 1 };"
                        + " notes: [<>, {}] Line { text: 'x' } sizes { key: 'k' value: 1 } right { left: '' },"
                        + " [shop.inner] { [shop.colours]: [RED] } any { [x/shop.Note] { i: 1 } } gone: { a: [1] } # end\n";
        TEXT.decode(whole);
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int n = 0; n < bytes.length; n++) {
            tryDecode(bytes, n);
        }
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = bytes.clone();
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                damaged[random.nextInt(damaged.length)] =
                        random.nextBoolean() ? (byte) random.nextInt() : bytes[random.nextInt(bytes.length)];
            }
            tryDecode(damaged, damaged.length);
        }
    }

    private static void tryDecode(byte[] bytes, int n) {
        try {
            TEXT.decode(bytes, 0, n);
        } catch (DecodeException e) {
            assertTrue(
                    e.offset() <= n
                            && e.line() > 0
                            && e.column() > 0
                            && e.path().startsWith("Note"),
                    e.getMessage());
        }
    }

    @Test
    void refusesUnpairedSurrogates() {
        assertThrows(DecodeException.class, () -> TEXT.decode("left: '\ud800'"));
        Object note = NOTE.make();
        NOTE.set(note, NOTE.field(15), "\ud800");
        assertThrows(EncodeException.class, () -> TEXT.encode(note));
    }
}
