package dev.fastcodec.idl.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.fastcodec.idl.diag.Suggestion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "foo,foo",
        "foo_bar,fooBar",
        "_foo,Foo",
        "foo__bar,fooBar",
        "foo_1a,foo1a",
        "FOO_bar,FOOBar",
        "foo_,foo",
        "fooBar,fooBar"
    })
    void derivesJsonName(String name, String json) {
        assertEquals(json, Names.json(name));
    }

    @ParameterizedTest
    @CsvSource({"foo,FooEntry", "foo_bar,FooBarEntry", "_x,XEntry", "fooBar,FooBarEntry"})
    void derivesMapEntryName(String name, String entry) {
        assertEquals(entry, Names.mapEntry(name));
    }

    @ParameterizedTest
    @CsvSource({
        "Foo,FOO_BAR,Bar",
        "Foo,BAR,Bar",
        "FooBar,FOO_BAR_BAZ,Baz",
        "Foo,FOO_BARBAZ,Barbaz",
        "Foo,FOO,Foo",
        "Foo,FOOD,D",
        "Foo_Bar,FOOBAR_A,A",
        "LongName,LONG,Long"
    })
    void derivesEnumValueName(String anEnum, String value, String generated) {
        assertEquals(generated, Names.enumValue(anEnum, value));
    }

    @Test
    void suggestsTheNearestName() {
        assertEquals("int32", Suggestion.nearest("int", List.of("uint32", "int64", "int32")));
        assertEquals("string", Suggestion.nearest("String", List.of("bytes", "string")));
        assertEquals("Customer", Suggestion.nearest("Cutsomer", List.of("Card", "Customer")));
        assertNull(Suggestion.nearest("Foo", List.of("Barber", "Q")));
    }
}
