package dev.fastcodec.wkt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masks as sets of paths, and what they do to messages. */
class FieldMasksTest {
    private static FieldMask mask(String paths) {
        return FieldMasks.fromString(paths == null ? "" : paths.replace(' ', ','));
    }

    private static String text(FieldMask mask) {
        return FieldMasks.toString(mask).replace(',', ' ');
    }

    @ParameterizedTest
    @CsvSource({
        "b a, a b",
        "a.b a, a",
        "a a.b a.b.c, a",
        "a.c a.b a.b, a.b a.c",
        "ab a.b, a.b ab",
        "a.b.c a.b a.d, a.b a.d",
        ","
    })
    void normalizes(String paths, String expected) {
        assertEquals(expected == null ? "" : expected, text(FieldMasks.normalize(mask(paths))));
    }

    @ParameterizedTest
    @CsvSource({
        "a, b, a b, ''",
        "a, a.b, a, a.b",
        "a.b a.c, a.c a.d, a.b a.c a.d, a.c",
        "a.b, a.c, a.b a.c, ''",
        "a b.c, b, a b, b.c",
        "a.b.c, a.b.d, a.b.c a.b.d, ''",
        "a, '', a, ''"
    })
    void unitesAndIntersects(String a, String b, String union, String both) {
        assertEquals(union, text(FieldMasks.union(mask(a), mask(b))));
        assertEquals(both, text(FieldMasks.intersect(mask(a), mask(b))));
        assertEquals(both, text(FieldMasks.intersect(mask(b), mask(a))));
    }

    @ParameterizedTest
    @CsvSource({
        "a b, a, b",
        "a.b a.c, a, ''",
        "a.b a.c, a.b, a.c",
        "a.b, a.b, ''",
        "a, a.b, a",
        "a, c.d, a",
        "a.b.c a.b.d b, a.b.c, a.b.d b"
    })
    void subtracts(String a, String b, String left) {
        assertEquals(left, text(FieldMasks.subtract(mask(a), mask(b))));
    }

    @ParameterizedTest
    @CsvSource({
        "name, true",
        "source_context.file_name, true",
        "source_context, true",
        "methods, true",
        "methods.name, false",
        "sourceContext, false",
        "source_context.x, false",
        "name.x, false",
        "'', false",
        "source_context., false",
        ".name, false"
    })
    void knowsItsType(String path, boolean valid) {
        assertEquals(valid, FieldMasks.isValid(path, Api.SCHEMA));
        FieldMask mask = FieldMasks.of("name", path);
        assertEquals(valid, FieldMasks.isValid(mask, Api.SCHEMA));
        if (!valid) {
            assertThrows(IllegalArgumentException.class, () -> FieldMasks.trim(mask, new Api()));
            assertThrows(IllegalArgumentException.class, () -> FieldMasks.merge(mask, new Api(), new Api()));
        }
    }

    @Test
    void namesAllFields() {
        assertEquals("number_value", FieldMasks.allOf(Value.SCHEMA).getPaths().get(1));
        assertTrue(FieldMasks.isValid(FieldMasks.allOf(Api.SCHEMA), Api.SCHEMA));
    }

    private static Api full() {
        Api api = new Api().setName("api").setVersion("1");
        api.addMethods().setName("m1");
        api.addMethods().setName("m2");
        api.mutableSourceContext().setFileName("f.proto");
        api.addMixins().setName("mixin");
        return api;
    }

    @Test
    void trims() {
        Api api = full();
        assertTrue(FieldMasks.trim(mask("name source_context.file_name methods"), api));
        Api expected = full().setVersion("");
        expected.getMixins().clear();
        assertEquals(expected, api);
        assertFalse(FieldMasks.trim(mask("name source_context methods"), api), "nothing more to do");
        assertTrue(FieldMasks.trim(mask("name"), api));
        assertEquals(new Api().setName("api"), api);
        assertTrue(FieldMasks.trim(mask(""), api));
        assertEquals(new Api(), api);
    }

    @Test
    void trimsUnknownFields() {
        Duration duration = Duration.PROTO.decode(new byte[] {8, 1, 80, 5});
        assertTrue(FieldMasks.trim(mask("seconds nanos"), duration));
        assertEquals(new Duration().setSeconds(1), duration);
    }

    @Test
    void merges() {
        Api target = new Api().setName("old").setVersion("0");
        target.addMethods().setName("m0");
        FieldMasks.merge(mask("name methods source_context"), full(), target);
        Api expected = new Api().setName("api").setVersion("0");
        expected.addMethods().setName("m0");
        expected.addMethods().setName("m1");
        expected.addMethods().setName("m2");
        expected.mutableSourceContext().setFileName("f.proto");
        assertEquals(expected, target);
        FieldMasks.merge(mask("name source_context.file_name"), new Api(), target);
        expected.setName("");
        expected.mutableSourceContext().clear();
        assertEquals(expected, target, "what the source has not is cleared, but messages and lists");
    }

    @Test
    void replaces() {
        Api target = full();
        Api source = new Api();
        source.addMethods().setName("m3");
        FieldMasks.replace(mask("methods source_context version"), source, target);
        Api expected = new Api().setName("api");
        expected.addMethods().setName("m3");
        expected.addMixins().setName("mixin");
        assertEquals(expected, target);
    }

    @Test
    void replacesMembersOfOneofs() {
        Value target = new Value().setStringValue("a");
        FieldMasks.merge(mask("number_value"), new Value().setBoolValue(true), target);
        assertEquals(new Value().setStringValue("a"), target, "neither has the member");
        FieldMasks.merge(mask("bool_value"), new Value().setBoolValue(true), target);
        assertEquals(new Value().setBoolValue(true), target);
        FieldMasks.replace(mask("bool_value"), new Value(), target);
        assertEquals(new Value(), target);
    }
}
