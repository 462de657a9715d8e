package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What proto2 has on the wire and proto3 has not: closed enums, required fields, groups. */
class Proto2WireTest {
    private static final Map<String, String> IDL = Map.of("old.proto", """
            syntax = "proto2";
            package old;
            enum Color { NONE = 0; RED = 3; }
            message Thing {
              optional Color one = 1;
              repeated Color many = 2;
              repeated Color packed = 3 [packed = true];
              map<int32, Color> by_id = 4;
              oneof either { Color own = 5; int32 other = 6; }
              optional group Part = 7 { optional int32 n = 1; optional Thing deeper = 2; }
              repeated Strict strict = 8;
              map<string, Strict> by_name = 9;
              optional Strict single = 10;
            }
            message Strict { required int32 id = 1; required string name = 2; optional Strict next = 3; }
            """);

    private static final Compiled COMPILED = Compiled.of(IDL);
    private static final Bean THING = COMPILED.bean("old.Thing");
    private static final Codec<Object> CODEC = THING.codec("PROTO");
    private static final Codec<Object> STRICT = COMPILED.bean("old.Strict").codec("PROTO");

    private static final Bean NESTED = Compiled.of(Map.of("nested.proto", """
                    edition = "2023";
                    package nested;
                    option features.message_encoding = DELIMITED;
                    message Outer { Inner inner = 7; }
                    message Inner { int32 n = 1; Outer outer = 2; }
                    """)).bean("nested.Outer");

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "0807, 0807, singular",
        "08ffffffffffffffffff01, 08ffffffffffffffffff01, negative",
        "0887808080808080808001, 0807, cut to 32 bits and written as short as may be",
        "1007, 1007, not packed",
        "1a03070307, 1a010318071807, 'packed: those known stay, the others follow as fields of their own'",
        "12020703, 10031007, packed where the field is not",
        "1807, 1807, not packed where the field is",
        "220408011007, 220408011007, value of a map: the whole entry",
        "220410070801, 220410070801, the entry as it came",
        "2206080110071003, 220408011003, the last of two values of an entry counts",
        "2807, 2807, member of a oneof",
        "30052807, 30052807, the oneof keeps what it holds"
    })
    void keepsNumbersThatAClosedEnumDoesNotKnow(String in, String out, String what) {
        assertEquals(out, hex(CODEC.encode(CODEC.decode(bytes(in)))), what);
    }

    @Test
    void aNumberNotKnownIsNoValueOfTheField() {
        Object thing = CODEC.decode(bytes("0803" + "0807" + "2803" + "2807"));
        assertEquals(3, THING.number(thing, THING.field(1)));
        assertEquals(5, THING.oneofCase(thing, THING.plan().oneofs().get(0)));
        UnknownFields unknown = ((Message<?>) thing).unknownFields();
        assertEquals("08072807", hex(unknown.toByteArray()));
        Object other = CODEC.decode(bytes("0807"));
        assertFalse(THING.has(other, THING.field(1)));
        assertNull(THING.get(other, THING.field(1)));
    }

    @Test
    void dropsNumbersNotKnownWhenUnknownFieldsAreDropped() {
        Bean thing =
                Compiled.of(IDL, Options.of(Map.of("unknownFields", "drop"))).bean("old.Thing");
        Codec<Object> codec = thing.codec("PROTO");
        byte[] all = bytes("0807" + "1007" + "1003" + "1a03070307" + "220408011007" + "2807");
        assertEquals("1003" + "1a0103", hex(codec.encode(codec.decode(all))));
    }

    @ParameterizedTest
    @CsvSource({
        "'', Strict.id",
        "0801, Strict.name",
        "08011201611a020802, Strict.next.name",
    })
    void tellsWhatIsMissing(String in, String path) {
        DecodeException e = assertThrows(DecodeException.class, () -> STRICT.decode(bytes(in)));
        assertEquals(Kind.MISSING_REQUIRED, e.kind());
        assertEquals(path, e.path());
        assertEquals(in.length() / 2, e.offset());
    }

    @ParameterizedTest
    @CsvSource({
        "4205080112016142020802, Thing.strict[1].name",
        "4a050a01611200, Thing.by_name[0].value.id",
        "5200, Thing.single.id"
    })
    void tellsWhatIsMissingBelow(String in, String path) {
        DecodeException e = assertThrows(DecodeException.class, () -> CODEC.decode(bytes(in)));
        assertEquals(Kind.MISSING_REQUIRED, e.kind());
        assertEquals(path, e.path());
    }

    @Test
    void aSubMessageInPiecesNeedsWhatIsRequiredOnlyOnce() {
        Object thing = CODEC.decode(bytes("52020801" + "5203120161"));
        assertEquals("52050801120161", hex(CODEC.encode(thing)));
        Object strict = CODEC.decode(bytes("52050801120161"));
        assertEquals("52050805120161", hex(CODEC.encode(CODEC.decodeInto(strict, bytes("52020805")))));
    }

    @Test
    void writingRefusesWhatIsMissing() {
        Object strict = COMPILED.bean("old.Strict").make();
        EncodeException e = assertThrows(EncodeException.class, () -> STRICT.encode(strict));
        assertEquals("required field Strict.id is not set", e.getMessage());
    }

    /** Groups that do not fit, in the message, in known and unknown groups and messages, in entries of maps. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3c", // end of a known group that was not begun
                "a406", // of an unknown one
                "0c", // of a field that is no group
                "3b0801", // begun and not ended
                "3ba406", // ended with another number
                "3b3b3c", // the inner one ended, the outer not
                "3b0c3c", // an end in a group
                "3b12033b08013c3c", // the end in the message within
                "3b12023b3c", // the inner end outside of its message
                "9b069c06a406", // an end behind an unknown group
                "9b06a4069c06", // an end in an unknown group
                "9b06120160", // unknown, not ended
                "52010c", // an end in a message
                "220208010c", // an end behind an entry
                "220308010c", // an end in an entry
                "1a0180" // packed: no group at all, and no number either
            })
    void refusesGroupsThatDoNotFit(String in) {
        DecodeException e = assertThrows(DecodeException.class, () -> CODEC.decode(bytes(in)), in);
        assertFalse(e.kind() == Kind.MISSING_REQUIRED, in);
    }

    /** Tags that later versions of the conformance suite than 33.2 refuse too. */
    @ParameterizedTest
    @CsvSource({
        "88808080808000d209, more than 5 bytes",
        "888080808080808000d209, much more",
        "888080808080808080808000d209, more than 10 bytes",
        "8880808080800fd209, field number above 2^29-1 in 7 bytes",
        "00, field number 0",
        "0e00, wire type 6",
        "0f00, wire type 7"
    })
    void refusesTags(String in, String what) {
        assertThrows(DecodeException.class, () -> CODEC.decode(bytes(in)), what);
    }

    /** Groups in groups cost as much as they have bytes, whether they end or not, and the failure's path is found in one pass too. */
    @Test
    void deepGroupsAreReadInOnePass() {
        int levels = 49;
        byte[] part = bytes("0801".repeat(20_000));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < levels; i++) {
            all.writeBytes(bytes("3b"));
            all.writeBytes(part);
            all.writeBytes(bytes("13"));
        }
        byte[] open = all.toByteArray();
        for (int i = 0; i < levels; i++) {
            all.writeBytes(bytes("143c"));
        }
        byte[] whole = all.toByteArray();
        Codec<Object> codec = NESTED.codec("PROTO");
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> codec.decode(whole));
        DecodeException e = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThrows(DecodeException.class, () -> codec.decode(open)));
        assertEquals("Outer" + ".inner.outer".repeat(levels), e.path());
        assertEquals(open.length, e.offset());
    }
}
