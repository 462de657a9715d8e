package dev.fastcodec.idl.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fastcodec.idl.Golden;
import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.source.Source;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is meant to hang, to overflow the stack or to fill the memory ends in a result or a report, soon. */
final class ThriftHostileInputTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOO_DEEP = "brackets are nested deeper than 200 levels";

    private final Diagnostics diagnostics = new Diagnostics();

    private IdlFile parse(String text) {
        return assertTimeoutPreemptively(
                SOON, () -> new ThriftFrontend().parse(new Source("hostile.thrift", text), diagnostics));
    }

    private List<String> messages() {
        return diagnostics.inFileOrder().stream().map(Diagnostic::message).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'struct A { 1: ', 'list<', 'i32', '>', ' a }'",
        "'struct A { 1: ', 'map<i32,', 'i32', '>', ' a }'",
        "'struct A { 1: i32 a = ', '[', '', ']', ' }'",
        "'const i32 A = ', '{1:', '1', '}', ''",
        "'@A', '{a = ', '1', '}', ' struct A {}'",
        "'typedef i32 ', '(', '', ')', ' A'"
    })
    void refusesHundredThousandNestedBrackets(String before, String open, String middle, String close, String after) {
        IdlFile file = parse("struct B {}\n" + before + open.repeat(100_000) + middle + close.repeat(100_000) + after
                + "\nstruct C {}");
        assertEquals(List.of(TOO_DEEP), messages());
        assertEquals(2, file.decls().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list<", "map<", "{", "[", "(", "struct A { 1: list<", "@A{"})
    void refusesHundredThousandOpenBrackets(String open) {
        parse("struct B {}\n" + open.repeat(100_000));
        assertEquals(TOO_DEEP, messages().get(0));
    }

    @Test
    void readsTwoHundredNestedLists() {
        IdlFile file = parse("typedef " + "list<".repeat(200) + "i32" + ">".repeat(200) + " A");
        assertEquals(List.of(), messages());
        assertEquals(1, file.decls().size());
    }

    @Test
    void showsWhereNestingGoesTooDeep() {
        parse("struct B {}\nstruct A {\n  1: " + "list<\n".repeat(300) + "}\n\nstruct C {}");
        Golden.check(
                Golden.RESOURCES.resolve("front/thrift_hostile/deep.errors.txt"),
                new Renderer(Renderer.Format.TEXT).render(diagnostics));
    }

    @Test
    void refusesMillionsOfTokens() {
        parse("\n".repeat(10) + ";\n".repeat(4_000_001));
        Golden.check(
                Golden.RESOURCES.resolve("front/thrift_hostile/tokens.errors.txt"),
                new Renderer(Renderer.Format.TEXT).render(diagnostics));
    }

    @Test
    void refusesLargeOpenComment() {
        parse("struct A {}\n/*" + "x*".repeat(2_000_000));
        assertEquals(List.of("unterminated comment"), messages());
    }

    @Test
    void refusesLargeOpenString() {
        parse("const string A = \"" + "x".repeat(10_000_000));
        assertEquals(List.of("unterminated string"), messages());
    }

    @Test
    void readsLineOfFiftyMillionCharacters() {
        IdlFile file = parse("const string A = \"" + "x".repeat(50_000_000) + "\"");
        Decl.Const constant = (Decl.Const) file.decls().get(0);
        assertEquals(50_000_000, ((Literal.Text) constant.value()).bytes().length);
    }

    @Test
    void readsLargeCommentAboveAscii() {
        IdlFile file = parse("// " + "中".repeat(5_000_000) + "\nstruct A {}");
        assertEquals(5_000_000, file.decls().get(0).comments().text().length());
    }

    @Test
    void readsMillionStringsWithoutEscapes() {
        parse("const list<string> L = [" + "\"a\",".repeat(1_000_000) + "]");
        assertEquals(List.of(), messages());
    }

    @Test
    void readsNameOfMillionCharacters() {
        Decl.Struct struct = (Decl.Struct)
                parse("struct " + "n".repeat(1_000_000) + " {}").decls().get(0);
        assertEquals(1_000_000, struct.name().text().length());
    }

    @Test
    void refusesNumbersOfMillionDigits() {
        parse("struct A { " + "1".repeat(1_000_000) + ": i32 a = " + "9".repeat(1_000_000) + " }");
        assertEquals(
                List.of("malformed number \"" + "1".repeat(40) + "…\"", "malformed number \"" + "9".repeat(40) + "…\""),
                messages());
    }

    @Test
    void readsDoubleOfMillionDigits() {
        IdlFile file = parse("const double A = " + "9".repeat(1_000_000) + ".5");
        assertEquals(1, file.decls().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "}", "$ ", "struct ", "'", "\\", "1 ", "@", "a.b "})
    void reportsMillionCharactersOfGarbageSoon(String garbage) {
        parse(garbage.repeat(1_000_000 / garbage.length()));
        assertEquals(1, messages().size());
    }

    @Test
    void reportsEachOfManyBrokenStructs() {
        parse("struct A {\n1: list<i32 a\n".repeat(5_000));
        assertEquals(5_000, messages().size());
    }
}
