package dev.fastcodec.golden.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way from IDL to loaded classes. */
class CompiledTest {
    @Test
    void generatesCompilesAndLoads() {
        Compiled compiled = Compiled.of(Map.of(
                "a.proto", "syntax = \"proto3\"; package shop; message Order { int32 id = 1; string note = 2; }"));
        Bean order = compiled.bean("shop.Order");
        Object bean = order.make();
        order.set(bean, order.field(1), 5);
        order.set(bean, order.field(2), "x");
        byte[] bytes = order.codec("PROTO").encode(bean);
        assertArrayEquals(new byte[] {8, 5, 18, 1, 'x'}, bytes);
        assertEquals(bean, order.codec("PROTO").decode(bytes));
    }

    @Test
    void tellsWhatIsWrongWithIdl() {
        AssertionError e = assertThrows(AssertionError.class, () -> Compiled.of(Map.of("a.proto", "message {")));
        assertTrue(e.getMessage().contains("a.proto:1:9: error"), e::getMessage);
    }

    @Test
    void refusesWarnings() {
        String text = "class A { java.util.List raw; }";
        AssertionError e = assertThrows(AssertionError.class, () -> Compiled.compile(Map.of("A.java", text)));
        assertTrue(e.getMessage().contains("raw type") && e.getMessage().contains(text), e::getMessage);
    }
}
