package dev.fastcodec.idl.diag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.idl.diag.Renderer.Format;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RendererTest {
    private static final Source ORDER =
            new Source("order.proto", "\n".repeat(8) + "  string id = 3;\n\n\n  string note = 3;\n");

    private final Diagnostics diagnostics = new Diagnostics();

    private static Span at(Source source, String part, int after) {
        int start = source.text().indexOf(part, after);
        return new Span(source, start, start + part.length());
    }

    private void reportNumber() {
        diagnostics
                .report(Problem.FIELD_NUMBER_TWICE, at(ORDER, "3", 30), 3, "Order")
                .note(Problem.FIRST_USED_HERE, at(ORDER, "3", 0))
                .help(Problem.NEXT_FREE_NUMBER, 7);
    }

    private String excerptOf(String text, String part) {
        Source source = new Source("a.proto", text);
        diagnostics.report(Problem.NAME_UNDEFINED, at(source, part, 0), "x");
        String all = new Renderer(Format.TEXT).render(diagnostics);
        return all.substring(all.indexOf('\n') + 1);
    }

    @Test
    void showsPlaceLineCaretNoteAndHelp() {
        reportNumber();
        assertEquals("""
                order.proto:12:17: error: field number 3 is used twice in Order
                   12 |   string note = 3;
                      |                 ^
                order.proto:9:15: note: first used here
                help: the next free number is 7
                """, new Renderer(Format.TEXT).render(diagnostics));
    }

    @Test
    void showsNothingForNothing() {
        assertEquals("", new Renderer(Format.TEXT).render(diagnostics));
    }

    @Test
    void showsReportWithoutPlace() {
        diagnostics.report(Problem.FILE_NOT_FOUND, null, "a.proto").help(Problem.PLACES_TRIED, "., b");
        assertEquals(
                "error: file not found: a.proto\nhelp: looked in ., b\n",
                new Renderer(Format.TEXT).render(diagnostics));
    }

    @Test
    void alignsCaretsAfterTabs() {
        assertEquals("    1 |     foo x;\n      |         ^\n", excerptOf("\tfoo\tx;", "x"));
    }

    @Test
    void alignsCaretsAfterWideAndCombiningCharacters() {
        assertEquals(
                "    1 | /* \u4e2d\u6587 e\u0301 \ud83d\ude00 */ x;\n      | " + " ".repeat(16) + "^\n",
                excerptOf("/* \u4e2d\u6587 e\u0301 \ud83d\ude00 */ x;", "x"));
    }

    @Test
    void underlinesWholeSpanOnItsFirstLine() {
        assertEquals("    1 | a foo\n      |   ^^^\n", excerptOf("a foo\nbar b", "foo\nbar"));
    }

    @Test
    void putsCaretBehindTheLastLine() {
        Source source = new Source("a.proto", "message A {\n");
        diagnostics.report(Problem.NAME_UNDEFINED, new Span(source, 12, 12), "x");
        assertEquals(
                "a.proto:2:1: error: x is not defined\n    2 | \n      | ^\n",
                new Renderer(Format.TEXT).render(diagnostics));
    }

    @Test
    void replacesControlCharacters() {
        assertEquals("    1 | \ufffd[2Jx\n      |     ^\n", excerptOf("\u001b[2Jx", "x"));
    }

    @Test
    void replacesMarksThatTurnTheDirection() {
        assertEquals("    1 | \ufffd x\n      |   ^\n", excerptOf("\u202e x", "x"));
    }

    @Test
    void clipsLongLinesAroundTheCaret() {
        String shown = excerptOf("a".repeat(500) + "x" + "b".repeat(500), "x");
        assertEquals(
                "    1 | \u2026" + "a".repeat(60) + "x" + "b".repeat(59) + "\u2026\n      | " + " ".repeat(61) + "^\n",
                shown);
    }

    @Test
    void clipsHugeLinesQuickly() {
        Source source = new Source("a.proto", "a".repeat(50_000_000));
        for (int i = 0; i < 1000; i++) {
            diagnostics.report(Problem.NAME_UNDEFINED, new Span(source, i * 40_000, i * 40_000 + 1), "x");
        }
        String text = assertTimeout(Duration.ofSeconds(10), () -> new Renderer(Format.TEXT).render(diagnostics));
        assertTrue(text.length() < 1_000_000);
    }

    @Test
    void coloursOnlyWhenAsked() {
        reportNumber();
        assertFalse(new Renderer(Format.TEXT).render(diagnostics).contains("\u001b"));
        Renderer coloured = new Renderer(Format.TEXT, true, name -> name);
        assertTrue(coloured.render(diagnostics).contains("\u001b[1;31merror:\u001b[0m"));
    }

    @Test
    void writesOneJsonObjectPerReport() {
        reportNumber();
        assertEquals("""
                {"severity":"error","problem":"FIELD_NUMBER_TWICE","message":"field number 3 is used twice in Order",\
                "file":"order.proto","line":12,"column":17,"endLine":12,"endColumn":18,\
                "notes":[{"severity":"note","problem":"FIRST_USED_HERE","message":"first used here",\
                "file":"order.proto","line":9,"column":15,"endLine":9,"endColumn":16}],\
                "help":["the next free number is 7"]}
                """, new Renderer(Format.JSON).render(diagnostics));
    }

    @Test
    void escapesJson() {
        diagnostics.report(Problem.FILE_NOT_FOUND, null, "a\"\\\n\u4e2d");
        assertEquals(
                "{\"severity\":\"error\",\"problem\":\"FILE_NOT_FOUND\","
                        + "\"message\":\"file not found: a\\\"\\\\\\u000a\\u4e2d\",\"notes\":[],\"help\":[]}\n",
                new Renderer(Format.JSON).render(diagnostics));
    }

    @Test
    void writesGithubCommands() {
        reportNumber();
        assertEquals(
                "::error file=order.proto,line=12,col=17::field number 3 is used twice in Order"
                        + "%0Aorder.proto:9:15: note: first used here%0Ahelp: the next free number is 7\n",
                new Renderer(Format.GITHUB).render(diagnostics));
    }

    @Test
    void escapesGithubCommands() {
        Source source = new Source("a,b:c%.proto", "x");
        diagnostics.report(Problem.IMPORT_UNUSED, new Span(source, 0, 1), "100%\n");
        assertEquals(
                "::warning file=a%2Cb%3Ac%25.proto,line=1,col=1::import \"100%25%0A\" is not used [import-unused]\n",
                new Renderer(Format.GITHUB).render(diagnostics));
    }

    @Test
    void showsTheLabelOfAWarning() {
        diagnostics.report(Problem.IMPORT_UNUSED, null, "a.proto");
        assertEquals(
                "warning: import \"a.proto\" is not used [import-unused]\n",
                new Renderer(Format.TEXT).render(diagnostics));
    }

    @Test
    void showsFileNamesAsMapped() {
        reportNumber();
        Renderer mapped = new Renderer(Format.TEXT, false, name -> "src/" + name);
        assertTrue(mapped.render(diagnostics).startsWith("src/order.proto:12:17: error:"));
    }
}
