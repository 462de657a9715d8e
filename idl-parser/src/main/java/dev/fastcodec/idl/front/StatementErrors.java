package dev.fastcodec.idl.front;

import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Problem;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/**
 * Sends syntax errors up to the declaration that holds them. On the spot it only makes up a semicolon or an opening brace at
 * the end of a line, makes up closing braces at the end of the file, and drops a single word that is too much.
 */
final class StatementErrors extends DefaultErrorStrategy {
    @Override
    public void reportError(Parser recognizer, RecognitionException e) {
        // The declaration reports it.
    }

    @Override
    public void reportMatch(Parser recognizer) {
        // No state to leave.
    }

    @Override
    public void recover(Parser recognizer, RecognitionException e) {
        throw e;
    }

    /** In a body, skips what begins no declaration there; elsewhere the next match finds out by itself. */
    @Override
    public void sync(Parser recognizer) {
        ATN atn = recognizer.getATN();
        ATNState state = atn.states.get(recognizer.getState());
        if (!isBody(state.ruleIndex)) {
            return;
        }
        StatementParser parser = (StatementParser) recognizer;
        IntervalSet allowed = atn.nextTokens(state);
        int next = parser.current().getType();
        while (!allowed.contains(next) && next != ProtoParser.RBRACE && next != Token.EOF) {
            parser.reportUnexpected(null);
            parser.skip(parser.current().getTokenIndex());
            next = parser.current().getType();
        }
    }

    private static boolean isBody(int rule) {
        return switch (rule) {
            case ProtoParser.RULE_messageBody,
                    ProtoParser.RULE_oneof,
                    ProtoParser.RULE_extend,
                    ProtoParser.RULE_enumeration,
                    ProtoParser.RULE_service,
                    ProtoParser.RULE_rpcBody -> true;
            default -> false;
        };
    }

    @Override
    public Token recoverInline(Parser recognizer) {
        StatementParser parser = (StatementParser) recognizer;
        ATN atn = recognizer.getATN();
        IntervalSet expected = atn.nextTokens(atn.states.get(recognizer.getState()));
        if (expected.size() == 1) {
            int type = expected.getMinElement();
            IdlToken token = parser.current();
            if (type == ProtoParser.RBRACE && token.getType() == Token.EOF) {
                IdlToken open = openBrace(recognizer.getContext());
                if (open != null) {
                    Diagnostic report = parser.report(token, Problem.BLOCK_NOT_CLOSED);
                    if (report != null) {
                        report.note(Problem.OPENED_HERE, open.span());
                    }
                    return parser.makeUp(type);
                }
            } else if (type == ProtoParser.SEMI && ProtoKeywords.followsDeclaration(token)
                    || type == ProtoParser.LBRACE && token.isFirstOnLine() && ProtoKeywords.beginsDeclaration(token)) {
                parser.reportUnexpected(null);
                return parser.makeUp(type);
            } else if (parser.buffer().LA(2) == type && !StatementParser.isBoundary(token.getType())) {
                parser.reportUnexpected(null);
                recognizer.consume();
                return recognizer.match(type);
            } else if (type == ProtoParser.LBRACE
                    && !StatementParser.isBoundary(token.getType())
                    && parser.buffer().LT(2).isFirstOnLine()) {
                parser.reportUnexpected(null);
                recognizer.consume();
                return parser.makeUp(type);
            }
        }
        throw new InputMismatchException(recognizer);
    }

    private static @Nullable IdlToken openBrace(ParserRuleContext block) {
        Token open = null;
        if (block instanceof ProtoParser.MessageBodyContext body) {
            open = body.open;
        } else if (block instanceof ProtoParser.EnumerationContext body) {
            open = body.open;
        } else if (block instanceof ProtoParser.OneofContext body) {
            open = body.open;
        } else if (block instanceof ProtoParser.ExtendContext body) {
            open = body.open;
        } else if (block instanceof ProtoParser.ServiceContext body) {
            open = body.open;
        } else if (block instanceof ProtoParser.RpcBodyContext body) {
            open = body.open;
        }
        return (IdlToken) open;
    }
}
