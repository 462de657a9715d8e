package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Thrift's exceptions as Java's: checked, with a message, and serializable. */
class ExceptionsTest {
    private static final String IDL = """
            namespace java e
            struct Item { 1: string sku }
            exception Failed { 1: string message, 2: i32 cause, 3: list<Item> items, 4: i32 most = 5 }
            exception Gone { 1: string what, 2: optional i32 left }
            exception Odd { 1: i32 message, 2: list<string> stackTrace, 3: string localizedMessage }
            exception Empty {}
            """;

    private static Compiled compiled() {
        return Compiled.of(Map.of("e.thrift", IDL));
    }

    private static Exception make(Compiled compiled, String type) {
        return assertInstanceOf(Exception.class, compiled.bean(type).make());
    }

    @Test
    void isChecked() {
        assertFalse(RuntimeException.class.isAssignableFrom(compiled().type("e.Failed")));
    }

    @Test
    void aMessageIsTheMessage() {
        Compiled compiled = compiled();
        Bean bean = compiled.bean("e.Failed");
        Exception failed = make(compiled, "e.Failed");
        assertNull(failed.getMessage());
        bean.set(failed, bean.field(1), "no such order");
        bean.set(failed, bean.field(2), 7);
        assertEquals("no such order", failed.getMessage());
        assertNull(failed.getCause());
    }

    @Test
    void withoutOneTheTextIsTheMessage() {
        Compiled compiled = compiled();
        Bean bean = compiled.bean("e.Gone");
        Exception gone = make(compiled, "e.Gone");
        bean.set(gone, bean.field(1), "lamp");
        bean.set(gone, bean.field(2), 3);
        assertEquals("Gone{what=\"lamp\", left=3}", gone.getMessage());
        assertEquals(gone.getMessage(), gone.toString());
        assertEquals("Empty{}", make(compiled, "e.Empty").getMessage());
        Exception odd = make(compiled, "e.Odd");
        Bean odds = compiled.bean("e.Odd");
        odds.set(odd, odds.field(1), 4);
        assertTrue(odd.getMessage().startsWith("Odd{message=4"), odd.getMessage());
    }

    @Test
    void survivesJavasSerialization() throws IOException, ClassNotFoundException {
        Compiled compiled = compiled();
        Bean failed = compiled.bean("e.Failed");
        Bean item = compiled.bean("e.Item");
        Exception before = make(compiled, "e.Failed");
        before.initCause(new IllegalStateException("why"));
        failed.set(before, failed.field(1), "no such order");
        Object lamp = item.make();
        item.set(lamp, item.field(1), "lamp");
        failed.set(before, failed.field(3), List.of(lamp));
        Exception after = again(compiled, before);
        assertEquals(before, after);
        assertEquals("no such order", after.getMessage());
        assertEquals("why", after.getCause().getMessage());
        assertEquals(before.getStackTrace().length, after.getStackTrace().length);
        assertEquals(5, failed.get(after, failed.field(4)));
    }

    @Test
    void oneWithoutACodecLosesItsFieldsOnly() throws IOException, ClassNotFoundException {
        Compiled compiled = Compiled.of(Map.of("e.thrift", IDL), Options.of(Map.of("formats", "proto")));
        Bean gone = compiled.bean("e.Gone");
        Exception before = make(compiled, "e.Gone");
        gone.set(before, gone.field(2), 3);
        assertEquals("Gone{}", again(compiled, before).getMessage());
    }

    private static Exception again(Compiled compiled, Exception e) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass type) throws IOException, ClassNotFoundException {
                return type.getName().startsWith("e.") ? compiled.type(type.getName()) : super.resolveClass(type);
            }
        }) {
            return (Exception) in.readObject();
        }
    }
}
