package dev.fastcodec.idl.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.idl.ImplicitIds;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.front.ThriftFrontend;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ImplicitIdsTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private SchemaFile link(ImplicitIds implicit, String text) {
        Source source = new Source("a.thrift", "namespace java a " + text);
        IdlFile ast = new ThriftFrontend().parse(source, diagnostics);
        ParsedFile file = new ParsedFile(ast, List.<ParsedFile.Imported>of(), true, true);
        return new ThriftLinker(implicit).link(List.of(file), diagnostics).get(0);
    }

    private List<Integer> ids(ImplicitIds implicit, String fields) {
        return numbers(
                link(implicit, "struct A { " + fields + " }").structs().get(0).fields());
    }

    private static List<Integer> numbers(List<Field> fields) {
        return fields.stream().map(Field::number).toList();
    }

    private String reports() {
        return new Renderer(Renderer.Format.TEXT).render(diagnostics);
    }

    private String firstMessage() {
        return diagnostics.inFileOrder().get(0).message();
    }

    @Test
    void apacheCountsDownFromMinusOne() {
        assertEquals(List.of(-1, 5, -2, -3), ids(ImplicitIds.APACHE, "i32 a 5: i32 b i32 c -1: i32 d"));
        assertEquals("", reports());
    }

    @Test
    void thriftgoContinuesFromTheFieldBefore() {
        assertEquals(List.of(1, 5, 6, -1), ids(ImplicitIds.THRIFTGO, "i32 a 5: i32 b i32 c -1: i32 d"));
        assertEquals("", reports());
    }

    @Test
    void implicitIdCanClashWithWrittenOne() {
        ids(ImplicitIds.THRIFTGO, "5: i32 a i32 b 6: i32 c");
        assertEquals("field id 6 is used twice in A", firstMessage());
    }

    @Test
    void argumentsAndExceptionsAreCountedLikeFields() {
        String text = "exception X {} service S { void f(i32 a, i32 b) throws (X x, X y) }";
        Service.Method apache =
                link(ImplicitIds.APACHE, text).services().get(0).methods().get(0);
        assertEquals(List.of(-1, -2), numbers(apache.parameters()));
        assertEquals(List.of(-1, -2), numbers(apache.exceptions()));
        Service.Method thriftgo =
                link(ImplicitIds.THRIFTGO, text).services().get(0).methods().get(0);
        assertEquals(List.of(1, 2), numbers(thriftgo.parameters()));
        assertEquals(List.of(1, 2), numbers(thriftgo.exceptions()));
        assertEquals("", reports());
    }

    @Test
    void implicitIdCanBeTooLarge() {
        ids(ImplicitIds.THRIFTGO, "32767: i32 a i32 b");
        assertEquals("field id 32768 is above 32767", firstMessage());
    }

    @Test
    void exceptionCannotHaveTheIdOfTheResult() {
        link(ImplicitIds.THRIFTGO, "exception X {} service S { i32 f() throws (0: X x) void g() throws (0: X x) }");
        assertEquals("field id 0 is used twice in f", firstMessage());
        assertEquals(1, diagnostics.inFileOrder().size());
    }
}
