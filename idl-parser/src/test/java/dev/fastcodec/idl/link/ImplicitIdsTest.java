package dev.fastcodec.idl.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.idl.ImplicitIds;
import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.front.ThriftFrontend;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ImplicitIdsTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private List<Integer> ids(ImplicitIds implicit, String fields) {
        Source source = new Source("a.thrift", "namespace java a struct A { " + fields + " }");
        IdlFile ast = new ThriftFrontend().parse(source, diagnostics);
        ParsedFile file = new ParsedFile(ast, List.<ParsedFile.Imported>of(), true, true);
        List<Field> linked = new ThriftLinker(implicit)
                .link(List.of(file), diagnostics)
                .get(0)
                .structs()
                .get(0)
                .fields();
        assertEquals(
                1, ast.decls().stream().filter(d -> d instanceof Decl.Struct).count());
        return linked.stream().map(Field::number).toList();
    }

    private String reports() {
        return new Renderer(Renderer.Format.TEXT).render(diagnostics);
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
        assertEquals(
                "field id 6 is used twice in A",
                diagnostics.inFileOrder().get(0).message());
    }
}
