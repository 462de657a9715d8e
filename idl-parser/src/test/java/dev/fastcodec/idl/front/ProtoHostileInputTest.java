package dev.fastcodec.idl.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.source.Source;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Input that is meant to hang, to overflow the stack or to fill the memory ends in a result or a report, soon. */
final class ProtoHostileInputTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Diagnostics diagnostics = new Diagnostics();

    private IdlFile parse(String text) {
        return assertTimeoutPreemptively(
                SOON, () -> new ProtoFrontend().parse(new Source("hostile.proto", text), diagnostics));
    }

    private List<String> messages() {
        return diagnostics.inFileOrder().stream().map(Diagnostic::message).toList();
    }

    private static String around(String before, String open, String middle, String close, int times, String after) {
        return before + open.repeat(times) + middle + close.repeat(times) + after;
    }

    @Test
    void refusesTenThousandNestedMessages() {
        IdlFile file = parse(around("", "message M{", "", "}", 10_000, "message After {}"));
        assertEquals(List.of("messages are nested deeper than 31 levels"), messages());
        assertEquals(2, file.decls().size());
    }

    @Test
    void refusesTenThousandNestedMessagesThatNeverEnd() {
        parse("message M{".repeat(10_000));
        assertEquals("messages are nested deeper than 31 levels", messages().get(0));
    }

    @Test
    void readsMillionStringsWithoutEscapes() {
        IdlFile file = parse("message M { reserved \"a\"" + ",\"a\"".repeat(1_000_000) + "; }");
        assertEquals(List.of(), messages());
        assertEquals(1, file.decls().size());
    }

    @Test
    void refusesTenThousandNestedGroups() {
        parse(around("message M {", "repeated group G = 1 {", "", "}", 10_000, "}"));
        assertEquals(List.of("messages are nested deeper than 31 levels"), messages());
    }

    @Test
    void refusesHundredThousandNestedBraces() {
        IdlFile file = parse(around("option o = {", "a{", "", "}", 100_000, "}; message After {}"));
        assertEquals(List.of("the option's value is nested deeper than 250 levels"), messages());
        assertEquals(1, file.decls().size());
    }

    @Test
    void refusesHundredThousandNestedAngles() {
        IdlFile file = parse(around("option o = {", "a<", "", ">", 100_000, "}; message After {}"));
        assertEquals(List.of("the option's value is nested deeper than 250 levels"), messages());
        assertEquals(1, file.decls().size());
    }

    @Test
    void refusesHundredThousandNestedLists() {
        IdlFile file = parse(around("option o = { a: ", "[", "", "]", 100_000, "}; message After {}"));
        assertEquals(List.of("expected a value, found \"[\""), messages());
        assertEquals(1, file.decls().size());
    }

    @Test
    void refusesHundredThousandListsOfMessages() {
        parse(around("option o = {", "a[{", "", "}]", 100_000, "};"));
        assertEquals(List.of("the option's value is nested deeper than 250 levels"), messages());
    }

    @Test
    void refusesHundredThousandParentheses() {
        IdlFile file = parse(around("option ", "(", "a", ")", 100_000, " = 1; message After {}"));
        assertEquals(List.of("expected the name of an extension, found \"(\""), messages());
        assertEquals(1, file.decls().size());
    }

    @Test
    void refusesHundredThousandOpenBraces() {
        parse("{".repeat(100_000));
        assertEquals(List.of("expected a declaration, found \"{\""), messages());
    }

    @Test
    void refusesEachOfHundredThousandClosingBraces() {
        parse("}".repeat(100_000));
        assertEquals(100_000, messages().size());
    }

    @Test
    void refusesEachOfHundredThousandBadDeclarationsOnOneLine() {
        parse("message M {" + "x;".repeat(100_000) + "}");
        assertEquals(100_000, messages().size());
    }

    @Test
    void readsTenMegabytesOfFieldsInOneLine() {
        String field = "int32 a_field_with_a_name = 1; ";
        IdlFile file = parse(around("message M {", field, "}", "", 10_000_000 / field.length(), ""));
        assertEquals(List.of(), messages());
        assertEquals(
                10_000_000 / field.length(),
                ((Decl.Struct) file.decls().get(0)).body().size());
    }

    @Test
    void readsFiftyMegabytesOfComment() {
        IdlFile file = parse("/* " + "* / ".repeat(12_500_000) + "*/ message M {}");
        assertEquals(List.of(), messages());
        assertEquals(1, file.decls().size());
    }

    @Test
    void readsMillionsOfEmptyDeclarations() {
        assertEquals(List.of(), parse(";".repeat(5_000_000)).decls());
        assertEquals(List.of(), messages());
    }

    @Test
    void readsManyComments() {
        IdlFile file = parse("/* a */ ".repeat(1_000_000) + "// b\n".repeat(1_000_000) + "message M {}");
        assertEquals(List.of(), messages());
        assertEquals(1, file.decls().size());
    }

    @Test
    void readsNameOfOneMegabyte() {
        IdlFile file = parse("message " + "n".repeat(1_000_000) + " {}");
        assertEquals(
                1_000_000, ((Decl.Struct) file.decls().get(0)).name().text().length());
    }

    @Test
    void readsNameOfHundredThousandParts() {
        IdlFile file = parse("package a" + " . b".repeat(100_000) + ";");
        assertEquals(200_001, ((Decl.Package) file.decls().get(0)).name().text().length());
    }

    @Test
    void readsHundredThousandAdjacentStrings() {
        parse("option o = " + "\"\\n\" ".repeat(100_000) + ";");
        assertEquals(List.of(), messages());
    }

    @Test
    void refusesNumberOfOneMegabyte() {
        parse("option o = " + "9".repeat(1_000_000) + ";");
        assertEquals(List.of("malformed number \"" + "9".repeat(40) + "\""), messages());
    }

    @Test
    void shortensLongWordsInReports() {
        parse("n".repeat(1_000_000) + ";");
        assertEquals(List.of("expected a declaration, found a long word"), messages());
    }

    @Test
    void refusesUnterminatedCommentAfterManyComments() {
        parse("/* a */".repeat(100_000) + "/* b ".repeat(1_000));
        assertEquals(List.of("\"/*\" inside a comment: comments do not nest"), messages());
    }

    @Test
    void refusesUnterminatedStringInEveryLine() {
        parse("option o = \"a;\n".repeat(10_000));
        assertEquals(10_000, messages().size());
    }

    @Test
    void refusesNulCharacters() {
        parse("message \0\0 M { int32 a = 1; } message \0 N {}");
        assertEquals(List.of("unexpected control character U+0000", "unexpected control character U+0000"), messages());
    }

    @Test
    void toleratesByteOrderMark() {
        IdlFile file = parse("\uFEFF// leading\nsyntax = \"proto3\";");
        assertEquals(List.of(), messages());
        assertEquals(" leading\n", file.decls().get(0).comments().leading());
    }

    @Test
    void readsFileWithoutLineEnd() {
        assertEquals(1, parse("message M {}").decls().size());
    }

    @Test
    void readsLoneCarriageReturnsAsSpace() {
        assertEquals(
                2, parse("message M {\rint32 a = 1;\r}\rmessage N {}\r").decls().size());
        assertEquals(List.of(), messages());
    }

    @Test
    void keepsCarriageReturnsOfCommentsAsProtocDoes() {
        IdlFile file = parse("// a\r\n// b\r\nmessage M {} // c\r\n");
        assertEquals(" a\r\n b\r\n", file.decls().get(0).comments().leading());
    }

    @Test
    void readsCommentThatEndsWithTheFile() {
        IdlFile file = parse("message M { // trailing");
        assertEquals(List.of("expected \"}\", found end of file"), messages());
        assertEquals(" trailing", file.decls().get(0).comments().trailing());
    }
}
