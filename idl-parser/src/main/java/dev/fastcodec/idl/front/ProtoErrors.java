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
 * the end of a line and closing braces at the end of the file, and drops a single token that is too much.
 */
final class ProtoErrors extends DefaultErrorStrategy {
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
        ProtoParserActions parser = (ProtoParserActions) recognizer;
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
        ProtoParserActions parser = (ProtoParserActions) recognizer;
        ATN atn = recognizer.getATN();
        IntervalSet expected = atn.nextTokens(atn.states.get(recognizer.getState()));
        Token repaired = expected.size() == 1 ? repair(parser, expected.getMinElement()) : null;
        if (repaired == null) {
            throw new InputMismatchException(recognizer);
        }
        return repaired;
    }

    /** The wanted token, made up or found behind the current one, after a report; null where that would be a guess. */
    private static @Nullable Token repair(ProtoParserActions parser, int wanted) {
        ProtoToken token = parser.current();
        if (token.getType() == Token.EOF && wanted == ProtoParser.RBRACE) {
            return close(parser);
        } else if (wanted == ProtoParser.SEMI && ProtoKeywords.followsDeclaration(token)
                || wanted == ProtoParser.LBRACE && token.isFirstOnLine() && ProtoKeywords.beginsDeclaration(token)) {
            parser.reportUnexpected(null);
            return parser.makeUp(wanted);
        } else if (token.isBoundary() || wanted == ProtoParser.INT) {
            return null;
        } else if (parser.buffer().LA(2) == wanted) {
            parser.reportUnexpected(null);
            parser.consume();
            return parser.match(wanted);
        } else if (wanted == ProtoParser.LBRACE && parser.buffer().LT(2).isFirstOnLine()) {
            parser.reportUnexpected(null);
            parser.consume();
            return parser.makeUp(wanted);
        }
        return null;
    }

    private static @Nullable Token close(ProtoParserActions parser) {
        ProtoToken open = openBrace(parser.getContext());
        if (open == null) {
            return null;
        }
        Diagnostic report = parser.report(parser.current(), Problem.BLOCK_NOT_CLOSED);
        if (report != null) {
            report.note(Problem.OPENED_HERE, open.span());
        }
        return parser.makeUp(ProtoParser.RBRACE);
    }

    private static @Nullable ProtoToken openBrace(ParserRuleContext block) {
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
        return (ProtoToken) open;
    }
}
