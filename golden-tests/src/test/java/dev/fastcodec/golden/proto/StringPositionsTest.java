package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Invalid UTF-8 in every place that a string can have: refused in both directions where the string is to be UTF-8, kept byte for byte where nobody
 * checks. Later versions of the conformance suite than 33.2 have such tests.
 */
class StringPositionsTest {
    private static final String FIELDS = """
            message M {
              %sstring single = 1;
              repeated string list = 2;
              oneof one { string own = 3; }
              map<string, int32> keys = 4;
              map<int32, string> values = 5;
              extensions 100 to max;
            }
            extend M { %sstring x = 100; repeated string xs = 101; }
            """;

    private static final Compiled CHECKED = compiled("edition = \"2023\";", "");
    private static final Compiled UNCHECKED = compiled("syntax = \"proto2\";", "optional ");

    private static Compiled compiled(String header, String label) {
        String text = header + "\npackage p;\n" + String.format(FIELDS, label, label);
        return Compiled.of(Map.of("p.proto", text), Options.of(Map.of("formats", "proto,text")));
    }

    private static Codec<Object> codec(Compiled compiled) {
        return compiled.bean("p.M").codec("PROTO").with(compiled.extensions());
    }

    /** Not begun, cut off, overlong, a surrogate, above U+10FFFF, ended by another character. */
    private static final List<String> INVALID =
            List.of("80", "ff", "c3", "e282", "f09f98", "c080", "e08080", "eda080", "f4908080", "c361");

    @ParameterizedTest
    @CsvSource({
        "0a, '', M.single",
        "12, '', M.list[0]",
        "12016112, '', M.list[1]",
        "1a, '', M.own",
        "0a, 0a, M.keys[0].key",
        "12, 12, M.values[0].value",
        "a206, '', M.[p.x]",
        "aa06, '', M.[p.xs][0]"
    })
    void areChecked(String before, String inEntry, String path) {
        for (String invalid : INVALID) {
            byte[] bytes = HexFormat.of().parseHex(field(before, inEntry, path, invalid));
            DecodeException e =
                    assertThrows(DecodeException.class, () -> codec(CHECKED).decode(bytes), invalid);
            assertEquals(Kind.INVALID_UTF8 + " " + path, e.kind() + " " + e.path(), invalid);
            Object kept = codec(UNCHECKED).decode(bytes);
            assertArrayEquals(bytes, codec(UNCHECKED).encode(kept), invalid);
            assertArrayEquals(bytes, codec(UNCHECKED).encode(kept), invalid + " once more");
        }
    }

    private static String field(String before, String inEntry, String path, String invalid) {
        String text = size(invalid) + invalid;
        if (path.startsWith("M.keys")) {
            String entry = inEntry + text + "1001";
            return "22" + size(entry) + entry;
        } else if (path.startsWith("M.values")) {
            String entry = "0801" + inEntry + text;
            return "2a" + size(entry) + entry;
        }
        return before + text;
    }

    private static String size(String hex) {
        return String.format("%02x", hex.length() / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udc00", "a\udc80", "\udc00\ud800", "\udcff\ud800\udc00"})
    void unpairedSurrogatesAreWrittenNowhere(String text) {
        for (Compiled compiled : List.of(CHECKED, UNCHECKED)) {
            Bean type = compiled.bean("p.M");
            for (int number : new int[] {1, 2, 3, 4, 5}) {
                Object value =
                        switch (number) {
                            case 2 -> List.of(text);
                            case 4 -> Map.of(text, 1);
                            case 5 -> Map.of(1, text);
                            default -> text;
                        };
                Object bean = type.make();
                type.set(bean, type.field(number), value);
                // what stands for a byte that was read may be written again
                boolean isByte = compiled == UNCHECKED && text.matches("a\udc80|\udcff\ud800\udc00");
                if (isByte) {
                    assertEquals(bean, codec(compiled).decode(codec(compiled).encode(bean)));
                } else {
                    assertThrows(EncodeException.class, () -> codec(compiled).encode(bean), "field " + number);
                }
            }
        }
    }
}
