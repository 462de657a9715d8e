package dev.fastcodec.idl.front;

import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Span;
import java.util.Locale;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Words the syntax errors of a Thrift file and drops those that only follow from another. */
final class ThriftSyntaxReports {
    private static final int LONGEST_SHOWN = 40;
    private final ThriftTokens tokens;
    private final Diagnostics diagnostics;
    private int resumed = -1;
    private int lastReported = -1;
    private int lastForeign = -1;

    ThriftSyntaxReports(ThriftTokens tokens, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.diagnostics = diagnostics;
    }

    /** Parsing goes on at this token after a report: what is wrong with it is no news. */
    void resumeAt(int index) {
        resumed = index;
    }

    /**
     * Reports that the current token is not what the grammar wants.
     *
     * @param state where in {@code rule} the parser is
     * @param start first token of the member or declaration that cannot be read
     */
    void unexpected(Parser parser, ParserRuleContext rule, int state, int start) {
        Token token = parser.getCurrentToken();
        int index = parser.getInputStream().index();
        if (index == resumed && (token.getType() == Token.EOF || index != start) || index == lastReported) {
            return;
        }
        lastReported = index;
        Token before = tokens.at(index - 1);
        if (before != null && tokens.isStringOverLines(before)) {
            // Most likely its end is the start of another string.
            diagnostics.report(Problem.UNTERMINATED_STRING, start(before), shown(before));
            return;
        }
        Problem damage = damage(token);
        ThriftForeignSyntax.Found foreign = ThriftForeignSyntax.find(tokens, start, index);
        if (damage == Problem.UNEXPECTED_CHARACTER) {
            reportCharacter(token);
        } else if (damage != null) {
            diagnostics.report(damage, start(token), shown(token));
        } else if (foreign != null) {
            reportForeign(foreign);
        } else if (rule.getRuleIndex() != ThriftParser.RULE_declaration || !reportOldWord(token)) {
            reportExpected(token, ThriftExpectation.of(rule, expected(parser, state)), expected(parser, state), start);
        }
    }

    private void reportForeign(ThriftForeignSyntax.Found foreign) {
        if (foreign.token().getTokenIndex() != lastForeign) {
            lastForeign = foreign.token().getTokenIndex();
            diagnostics.report(Problem.THRIFT_FBTHRIFT_ONLY, tokens.span(foreign.token()), foreign.name());
        }
    }

    /** What is missing at the end of a line is reported there, not where the next line begins. */
    private void reportExpected(Token token, String what, IntervalSet expected, int start) {
        Token before = tokens.at(token.getTokenIndex() - 1);
        boolean lineEnd = token.getTokenIndex() > start && token.getType() != Token.EOF && tokens.isFirstOnLine(token);
        Span place = tokens.span(token);
        if (lineEnd && before != null) {
            int end = tokens.span(before).end();
            place = new Span(tokens.source(), end, end);
        }
        Diagnostic report = diagnostics.report(Problem.EXPECTED, place, what, found(token));
        boolean name = expected.contains(ThriftLexer.IDENTIFIER) && !expected.contains(ThriftLexer.BASE_TYPE);
        if (name && isKeyword(token) && !lineEnd && !what.startsWith("a value")) {
            report.help(Problem.THRIFT_KEYWORD, token.getText());
        }
    }

    private static IntervalSet expected(Parser parser, int state) {
        ATN atn = parser.getATN();
        return atn.nextTokens(atn.states.get(state));
    }

    private static @Nullable Problem damage(Token token) {
        return switch (token.getType()) {
            case ThriftLexer.UNTERMINATED_COMMENT -> Problem.UNTERMINATED_COMMENT;
            case ThriftLexer.UNTERMINATED_STRING -> Problem.UNTERMINATED_STRING;
            case ThriftLexer.BAD_NUMBER -> Problem.MALFORMED_NUMBER;
            case ThriftLexer.INVALID -> Problem.UNEXPECTED_CHARACTER;
            default -> null;
        };
    }

    /** An unterminated token reaches far; its start is what matters. */
    private Span start(Token token) {
        Span all = tokens.span(token);
        return token.getType() == ThriftLexer.BAD_NUMBER ? all : new Span(all.source(), all.start(), all.start() + 1);
    }

    private void reportCharacter(Token token) {
        int c = tokens.source().text().codePointAt(token.getStartIndex());
        Span span = new Span(tokens.source(), token.getStartIndex(), token.getStartIndex() + Character.charCount(c));
        if (Character.isISOControl(c)) {
            diagnostics.report(Problem.CONTROL_CHARACTER, span, c);
        } else if (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT) {
            diagnostics.report(Problem.UNEXPECTED_CHARACTER, span, String.format(Locale.ROOT, "U+%04X", c));
        } else {
            diagnostics.report(Problem.UNEXPECTED_CHARACTER, span, Character.toString(c));
        }
    }

    /** Reports words that earlier Thrift had where a declaration begins. */
    private boolean reportOldWord(Token token) {
        String word = token.getType() == ThriftLexer.IDENTIFIER ? token.getText() : "";
        if (word.equals("senum")) {
            diagnostics.report(Problem.THRIFT_REMOVED, tokens.span(token), word).help(Problem.THRIFT_USE, "string");
            return true;
        }
        String scope = ThriftForeignSyntax.scopeInstead(word);
        if (scope == null) {
            return false;
        }
        Token name = tokens.neighbour(token, 1);
        String target = name != null && name.getType() == ThriftLexer.IDENTIFIER ? name.getText() : "NAME";
        diagnostics
                .report(Problem.THRIFT_REMOVED, tokens.span(token), word)
                .help(Problem.THRIFT_USE, "namespace " + scope + " " + target);
        return true;
    }

    private static boolean isKeyword(Token token) {
        return token.getType() <= ThriftLexer.XSD_ATTRS && token.getType() > 0;
    }

    private static String found(Token token) {
        if (token.getType() == Token.EOF) {
            return "end of file";
        }
        if (token.getType() == ThriftLexer.STRING) {
            return token.getStopIndex() - token.getStartIndex() < LONGEST_SHOWN ? token.getText() : "a string";
        }
        return '"' + shown(token) + '"';
    }

    private static String shown(Token token) {
        if (token.getStopIndex() - token.getStartIndex() < LONGEST_SHOWN) {
            return token.getText();
        }
        return token.getInputStream()
                        .getText(Interval.of(token.getStartIndex(), token.getStartIndex() + LONGEST_SHOWN - 1))
                + "…";
    }
}
