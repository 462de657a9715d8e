package dev.fastcodec.idl.front;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Sends a syntax error up to the field, enum value, function or declaration that it is in, has it reported there once, and
 * goes on where the next one is likely to begin: after a separator, or on the next line.
 */
final class ThriftErrors extends DefaultErrorStrategy {
    private final ThriftTokens tokens;
    private final ThriftSyntaxReports reports;

    ThriftErrors(ThriftTokens tokens, ThriftSyntaxReports reports) {
        this.tokens = tokens;
        this.reports = reports;
    }

    @Override
    public void reportError(Parser parser, RecognitionException e) {
        // The member or declaration reports it.
    }

    @Override
    public void reportMatch(Parser parser) {
        // There is no state to leave.
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    /** In a body, skips what can begin no member. */
    @Override
    public void sync(Parser parser) {
        int rule = parser.getContext().getRuleIndex();
        if (!isBody(rule)) {
            return;
        }
        ATN atn = parser.getATN();
        ATNState state = atn.states.get(parser.getState());
        IntervalSet allowed = atn.nextTokens(state);
        TokenStream input = parser.getInputStream();
        int type = input.LA(1);
        while (!allowed.contains(type)
                && type != Token.EOF
                && type != ThriftLexer.RBRACE
                && !(rule == ThriftParser.RULE_parameters && beginsFunction(type))
                && !beginsDeclaration(input.LT(1))) {
            reports.unexpected(parser, parser.getContext(), parser.getState(), input.index());
            skipMember(parser, parser.getContext(), input.index());
            type = input.LA(1);
        }
    }

    /** Whether only a function can begin so: then the parenthesis before it was not closed. */
    static boolean beginsFunction(int type) {
        return type == ThriftLexer.VOID || type == ThriftLexer.ONEWAY || type == ThriftLexer.ASYNC;
    }

    private static boolean isBody(int rule) {
        return switch (rule) {
            case ThriftParser.RULE_fields,
                    ThriftParser.RULE_enumValues,
                    ThriftParser.RULE_functions,
                    ThriftParser.RULE_parameters -> true;
            default -> false;
        };
    }

    @Override
    public void recover(Parser parser, RecognitionException e) {
        ParserRuleContext context = parser.getContext();
        int start = context.start.getTokenIndex();
        switch (context.getRuleIndex()) {
            case ThriftParser.RULE_field, ThriftParser.RULE_enumValue, ThriftParser.RULE_function -> {
                reports.unexpected(parser, (ParserRuleContext) e.getCtx(), e.getOffendingState(), start);
                skipMember(parser, (ParserRuleContext) context.parent, start);
            }
            case ThriftParser.RULE_declaration -> {
                reports.unexpected(parser, (ParserRuleContext) e.getCtx(), e.getOffendingState(), start);
                skipDeclaration(parser.getInputStream(), start);
                reports.resumeAt(parser.getInputStream().index());
            }
            default -> throw e;
        }
    }

    /** Goes on behind the bad member of a body that began at token {@code start}; at least one token on, or at the closer. */
    private void skipMember(Parser parser, ParserRuleContext body, int start) {
        TokenStream input = parser.getInputStream();
        int closer = body.getRuleIndex() == ThriftParser.RULE_parameters ? ThriftLexer.RPAREN : ThriftLexer.RBRACE;
        ThriftSkip skip = new ThriftSkip(tokens, body.getRuleIndex(), closer);
        input.seek(skip.memberEnd(start, input.index()));
        reports.resumeAt(input.index());
    }

    /** Goes on at the next line that begins with the keyword of a declaration, be it one that is refused. */
    private void skipDeclaration(TokenStream input, int start) {
        while (input.LA(1) != Token.EOF && (input.index() == start || !beginsAnyDeclaration(input.LT(1)))) {
            input.consume();
        }
    }

    private boolean beginsDeclaration(Token token) {
        return ThriftTokens.beginsDeclaration(token.getType()) && tokens.isFirstOnLine(token);
    }

    private boolean beginsAnyDeclaration(Token token) {
        return beginsDeclaration(token) || ThriftForeignSyntax.beginsDeclaration(token) && tokens.isFirstOnLine(token);
    }
}
