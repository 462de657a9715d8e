package dev.fastcodec.golden.proto;

import static dev.fastcodec.golden.proto.ProtoJsonTypes.COMPILED;
import static dev.fastcodec.golden.proto.ProtoJsonTypes.IGNORING;
import static dev.fastcodec.golden.proto.ProtoJsonTypes.M;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.EncodeException;
import dev.fastcodec.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How Protobuf's JSON fares with text that is cut off, nested deeply, or not UTF-8. */
class ProtoJsonLimitsTest {
    @Test
    void everyPrefixIsRefused() {
        List<String> texts = List.of(
                "{\"i32\":12,\"i64\":\"-5\",\"realNumber\":1.5e3,\"flag\":true,\"text\":\"a\\u00e9\\n\",\"raw\":\"AQ==\",\"e\":\"ONE\"}",
                "{\"ints\":[1,2],\"es\":[\"ONE\",1],\"ms\":{\"k\":{\"m\":{}}},\"eMap\":{\"1\":0},\"n\":null,\"value\":{\"a\":[1,{}]}}",
                "{\"any\":{\"i32\":1,\"@type\":\"x/t.M\",\"any\":{\"@type\":\"y/google.protobuf.Duration\",\"value\":\"1s\"}}}");
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int n = 0; n < bytes.length; n++) {
                int size = n;
                DecodeException e =
                        assertThrows(DecodeException.class, () -> M.decode(bytes, 0, size), text.substring(0, n));
                assertTrue(e.offset() <= n, e.toString());
                byte[] cut = java.util.Arrays.copyOf(bytes, n);
                DecodeException same = assertThrows(DecodeException.class, () -> M.decode(cut));
                assertEquals(same.offset(), e.offset(), text.substring(0, n));
            }
        }
    }

    @Test
    void takesHundredLevelsOfMessagesBelowTheOutermost() {
        for (String[] way : List.of(
                new String[] {"{\"m\":", "}"},
                new String[] {"{\"list\":[", "]}"},
                new String[] {"{\"ms\":{\"a\":", "}}"},
                new String[] {"{\"any\":{\"@type\":\"x/t.M\",\"m\":", "}}"})) {
            boolean any = way[0].contains("any");
            int most = any ? 33 : 100;
            String deepest = way[0].repeat(most) + "{}" + way[1].repeat(most);
            M.decode(deepest);
            if (!any && !way[0].contains("ms")) {
                // an entry of a map is a message in the binary format
                Object message = M.decode(deepest);
                byte[] binary = COMPILED.bean("t.M").codec("PROTO").encode(message);
                assertEquals(
                        message, COMPILED.bean("t.M").codec("PROTO").decode(binary), "the binary format takes as many");
            }
            for (int levels : new int[] {most + 1, 100_000}) {
                String text = way[0].repeat(levels) + "{}" + way[1].repeat(levels);
                DecodeException e = assertThrows(DecodeException.class, () -> M.decode(text));
                assertEquals(Kind.DEPTH, e.kind(), e.toString());
            }
        }
        JsonCodec<Object> ignoring = M.with(IGNORING);
        for (String open : List.of("[", "{\"a\":")) {
            assertEquals(
                    Kind.DEPTH,
                    assertThrows(DecodeException.class, () -> ignoring.decode("{\"x\":" + open.repeat(100_000)))
                            .kind());
        }
        assertThrows(DecodeException.class, () -> M.withMaxDepth(1).decode("{\"m\":{\"m\":{}}}"));
        M.withMaxDepth(1).decode("{\"m\":{}}");
    }

    @Test
    void writesDeepMessagesOrSaysThatTheyAreTooDeep() {
        Object message = COMPILED.bean("t.M").make();
        List<Object> chain = new ArrayList<>(List.of(message));
        for (int i = 0; i < 200_000; i++) {
            message = COMPILED.bean("t.M").mutable(message, COMPILED.bean("t.M").field(15));
            chain.add(message);
        }
        assertThrows(EncodeException.class, () -> M.encode(chain.get(0)));
    }

    @Test
    void refusesWhatIsNotUtf8InEveryPlace() {
        for (String text : List.of(
                "{\"text\":\"%\"}",
                "{\"%\":1}",
                "{\"b\":\"%\"}",
                "{\"e\":\"%\"}",
                "{\"raw\":\"%\"}",
                "{\"i32\":\"%\"}",
                "{\"ms\":{\"%\":{}}}",
                "{\"es\":[\"%\"]}",
                "{\"byU64\":{\"1\":\"%\"}}",
                "{\"value\":\"%\"}",
                "{\"value\":{\"%\":1}}",
                "{\"any\":{\"@type\":\"%/t.M\"}}",
                "{\"x\":\"%\"}",
                "{\"x\":{\"%\":[]}}",
                "{\"[%]\":1}")) {
            for (String bad : List.of("\u00c3(", "\u00ed\u00a0\u0080", "\u00ff", "a\\n\u00c0\u0080")) {
                byte[] bytes = text.replace("%", bad).getBytes(StandardCharsets.ISO_8859_1);
                assertThrows(DecodeException.class, () -> M.decode(bytes), text);
                assertThrows(DecodeException.class, () -> M.with(IGNORING).decode(bytes), text);
            }
        }
    }
}
