package dev.fastcodec.idl.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fastcodec.idl.Golden;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Definitions that lead into each other without end, or almost, end in a schema or a report, soon. */
final class ThriftHostileLinkTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Diagnostics diagnostics = new Diagnostics();

    private Schema link(String text) {
        return assertTimeoutPreemptively(SOON, () -> {
            Map<String, String> files = Map.of("hostile.thrift", "namespace java hostile\n" + text);
            try (SourcePath path = SourcePath.of(List.of(Roots.memory(files)))) {
                return Idl.load(List.of("hostile.thrift"), path, diagnostics);
            }
        });
    }

    private void check(String name) {
        Golden.check(
                Golden.RESOURCES.resolve("link/thrift_hostile/" + name + ".errors.txt"),
                new Renderer(Renderer.Format.TEXT).render(diagnostics));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void followsLongChainOfTypedefs() {
        link("typedef i32 T0\n" + lines(50_000, i -> "typedef T" + i + " T" + (i + 1)));
        assertFalse(diagnostics.hasErrors());
    }

    @Test
    void refusesLongForwardChainOfTypedefs() {
        link(lines(700, i -> "typedef T" + (i + 1) + " T" + i) + "typedef i32 T700");
        check("typedef_chain");
    }

    @Test
    void refusesTypesThatDouble() {
        link("typedef i32 T0\n" + lines(40, i -> "typedef map<T" + i + ", T" + i + "> T" + (i + 1)));
        check("typedef_doubles");
    }

    @Test
    void followsLongChainOfConstants() {
        link("const i32 C0 = 1\n" + lines(50_000, i -> "const i32 C" + (i + 1) + " = C" + i));
        assertFalse(diagnostics.hasErrors());
    }

    @Test
    void refusesLongForwardChainOfConstants() {
        link(lines(700, i -> "const i32 C" + i + " = C" + (i + 1)) + "const i32 C700 = 1");
        check("constant_chain");
    }

    @Test
    void refusesValuesThatDouble() {
        link("struct S { 1: list<S> s }\nconst S C0 = {}\n"
                + lines(40, i -> "const S C" + (i + 1) + " = {\"s\": [C" + i + ", C" + i + "]}"));
        check("constant_doubles");
    }

    @Test
    void refusesDeepValues() {
        link("struct S { 1: S s }\nconst S C0 = {}\n"
                + lines(300, i -> "const S C" + (i + 1) + " = {\"s\": C" + i + "}"));
        check("constant_deep");
    }

    @Test
    void refusesDefaultsThatLeadFar() {
        link(lines(700, i -> "struct S" + i + " { 1: S" + (i + 1) + " s = {\"s\": {}} }")
                + "struct S700 { 1: S701 s } struct S701 {}");
        check("default_chain");
    }

    @Test
    void refusesRingOfRequiredStructs() {
        link(lines(20_000, i -> "struct S" + i + " { 1: required S" + (i + 1) % 20_000 + " s }"));
        check("required_ring");
    }

    @Test
    void refusesRingOfServices() {
        link(lines(20_000, i -> "service S" + i + " extends S" + (i + 1) % 20_000 + " {}"));
        check("service_ring");
    }

    @Test
    void readsStructWithAllIds() {
        Schema schema = link("struct S {" + lines(32_767, i -> (i + 1) + ": i32 f" + i) + "}");
        assertEquals(32_767, schema.files().get(0).structs().get(0).fields().size());
    }

    @Test
    void findsValuesOfLargeEnumSoon() {
        link("enum E {" + lines(30_000, i -> "V" + i) + "}\n" + lines(30_000, i -> "const E C" + i + " = E.V" + i));
        assertFalse(diagnostics.hasErrors());
    }

    @Test
    void reportsManyUndefinedNamesSoon() {
        link(lines(20_000, i -> "struct S" + i + " { 1: Undefined" + i + " a }"));
        assertEquals(20_000, diagnostics.inFileOrder().size());
    }
}
