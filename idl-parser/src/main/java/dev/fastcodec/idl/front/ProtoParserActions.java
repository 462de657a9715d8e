package dev.fastcodec.idl.front;

import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Span;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/**
 * What the generated Protobuf parser calls: reports, recovery at the next declaration, and limits of nesting. A declaration
 * that fails is reported once, marked by {@link ParserRuleContext#exception} and skipped.
 */
abstract class ProtoParserActions extends Parser {
    /** Nested messages and groups, as many as protoc takes. */
    static final int MAX_MESSAGES = 31;
    /** Nested braces in an option value: more than any value needs, and no danger to the stack. protoc has no such limit. */
    static final int MAX_AGGREGATES = 250;

    private @Nullable Diagnostics diagnostics;
    private int messages;
    private boolean seenMessage;
    private int aggregates;
    private int lastReported = -1;
    /** Index of the token with which a declaration begins after the last recovery. */
    private int freshFrom;

    ProtoParserActions(TokenStream input) {
        super(input);
        setErrorHandler(new ProtoErrors());
        removeErrorListeners();
        setBuildParseTree(false);
    }

    /** Where syntax errors go; set before parsing. */
    void reportTo(Diagnostics target) {
        diagnostics = target;
    }

    /** The keyword of a message comes: protoc lets none nest, which in groups of extensions they can, before it has seen one that does not. */
    final void beginMessage() {
        if (messages == 0) {
            seenMessage = true;
        } else if (!seenMessage) {
            Diagnostic early = report(current(), Problem.MESSAGE_IN_EARLY_GROUP);
            if (early != null) {
                early.help(Problem.MESSAGE_FIRST);
            }
        }
    }

    /** A message or group begins at the current brace. */
    final void enterMessage() {
        if (++messages > MAX_MESSAGES) {
            throw new TooDeep(this, Problem.MESSAGES_TOO_DEEP, MAX_MESSAGES);
        }
    }

    /** A message or group has ended, well or not. */
    final void leaveMessage() {
        messages--;
    }

    /** A message in an option value begins at the current brace. */
    final void enterAggregate() {
        if (++aggregates > MAX_AGGREGATES) {
            throw new TooDeep(this, Problem.OPTION_TOO_DEEP, MAX_AGGREGATES);
        }
    }

    /** A message in an option value has ended, well or not. */
    final void leaveAggregate() {
        aggregates--;
    }

    /** A declaration cannot be read: reports why, if that has not been done, and skips the rest of it. */
    final void failed(ParserRuleContext declaration, RecognitionException e) {
        declaration.exception = e;
        if (e instanceof TooDeep deep) {
            report(current(), deep.problem, deep.limit);
        } else {
            reportUnexpected(e);
        }
        skip(declaration.start.getTokenIndex());
    }

    /** Reports a closing brace outside any block and goes on behind it. */
    final void skipUnmatchedBrace() {
        report(current(), Problem.UNMATCHED_BRACE);
        consume();
        freshFrom = buffer().index();
    }

    /** Makes up the semicolon that a declaration with an optional body lacks, or fails. */
    final Token missingSemicolon(RecognitionException e) {
        if (!ProtoKeywords.followsDeclaration(current())) {
            throw e;
        }
        reportUnexpected(e);
        return makeUp(ProtoParser.SEMI);
    }

    /** Reports that the current token is not what the grammar wants here. */
    final void reportUnexpected(@Nullable RecognitionException e) {
        ProtoToken token = current();
        ProtoExpectation expectation = ProtoExpectation.of(this, e);
        String after = expectation.after();
        if (after == null) {
            report(token, Problem.EXPECTED, expectation.what(), ProtoExpectation.found(token));
        } else {
            report(token, Problem.EXPECTED_AFTER, expectation.what(), after, ProtoExpectation.found(token));
        }
    }

    /** Reports a problem of the current token, unless this declaration has been reported already. */
    final @Nullable Diagnostic report(ProtoToken token, Problem problem, Object... arguments) {
        if (token.getTokenIndex() <= lastReported || isReported()) {
            return null;
        }
        lastReported = token.getTokenIndex();
        ProtoToken before = lastReported == 0 ? token : buffer().LT(-1);
        boolean atEnd = problem == Problem.EXPECTED_AFTER || token.getType() == ProtoToken.EOF;
        boolean elsewhere = atEnd && token.isFirstOnLine();
        Span place = elsewhere ? new Span(token.span().source(), before.end(), before.end()) : token.span();
        return target().report(problem, place, arguments);
    }

    /** Whether the scanner or the parser has reported something since the declaration began. */
    private boolean isReported() {
        ProtoTokens tokens = buffer();
        for (int i = tokens.index(); i >= Math.max(freshFrom, tokens.firstIndex()); i--) {
            ProtoToken token = tokens.get(i);
            if (token.isDamaged() || i == lastReported && i > freshFrom) {
                return true;
            }
            if (i < tokens.index() && token.isBoundary()) {
                return false;
            }
        }
        return false;
    }

    /** A token that is missing before the current one; it has no length. */
    final ProtoToken makeUp(int type) {
        freshFrom = buffer().index();
        ProtoToken before = buffer().LT(-1);
        return new ProtoToken(before.span().source(), type, before.end(), before.end(), before.getTokenIndex());
    }

    /** Goes on behind the declaration that began at this index and failed at the current token. */
    final void skip(int start) {
        ProtoSkip.skip(buffer(), start);
        freshFrom = buffer().index();
    }

    /** The current token. */
    final ProtoToken current() {
        return buffer().LT(1);
    }

    final ProtoTokens buffer() {
        return (ProtoTokens) getInputStream();
    }

    private Diagnostics target() {
        if (diagnostics == null) {
            throw new IllegalStateException("reportTo was not called");
        }
        return diagnostics;
    }

    /** Something is nested deeper than the limit. */
    private static final class TooDeep extends RecognitionException {
        private static final long serialVersionUID = 1;

        private final transient Problem problem;
        private final int limit;

        TooDeep(Parser parser, Problem problem, int limit) {
            super(parser, parser.getInputStream(), parser.getContext());
            this.problem = problem;
            this.limit = limit;
        }
    }
}
