package dev.fastcodec.idl.front;

import org.antlr.v4.runtime.Token;

/** Finds where a bad member of a body ends, by brackets, separators and line starts. */
final class ThriftSkip {
    private final ThriftTokens tokens;
    private final int body;
    private final int closer;
    private final int[] open = new int[ThriftTokens.MAX_NESTING + 1];
    private int depth;

    /**
     * @param body the rule of the body
     * @param closer the type of the token that ends the body
     */
    ThriftSkip(ThriftTokens tokens, int body, int closer) {
        this.tokens = tokens;
        this.body = body;
        this.closer = closer;
    }

    /**
     * The index of the token to go on with: behind the member's separator, at the closer of its body, or at the first token of
     * a line, whichever comes first from {@code error} on; a line that the error is on may be one that begins a new member.
     */
    int memberEnd(int start, int error) {
        int lineOfError = -1;
        for (int i = start; i < error; i++) {
            track(i);
            if (beginsLine(i + 1)) {
                lineOfError = isBetweenMembers(i + 1) ? i + 1 : -1;
            }
        }
        if (lineOfError > start) {
            return lineOfError;
        }
        for (int i = error; i < tokens.visible().size(); i++) {
            int type = tokens.visible().get(i).getType();
            if (depth == 0 && (type == closer || type == ThriftLexer.RBRACE) || i > start && endsBody(i)) {
                return i;
            }
            if (depth == 0 && (type == ThriftLexer.COMMA || type == ThriftLexer.SEMICOLON)) {
                return i + 1;
            }
            if (i > start && beginsLine(i) && isBetweenMembers(i)) {
                return i;
            }
            track(i);
        }
        return tokens.visible().size();
    }

    private boolean endsBody(int i) {
        Token token = tokens.visible().get(i);
        return ThriftTokens.beginsDeclaration(token.getType()) && tokens.isFirstOnLine(token);
    }

    private boolean beginsLine(int i) {
        return i < tokens.visible().size()
                && tokens.isFirstOnLine(tokens.visible().get(i));
    }

    /** Whether the token, first on its line, may begin a member although brackets before it may not be closed. */
    private boolean isBetweenMembers(int i) {
        int kinds = 0;
        for (int d = 0; d < depth; d++) {
            kinds |= open[d] == ThriftLexer.GREATER ? 1 : open[d] == ThriftLexer.RPAREN ? 2 : 4;
        }
        if (kinds < 2) {
            return true;
        }
        int type = tokens.visible().get(i).getType();
        return switch (body) {
            case ThriftParser.RULE_fields -> kinds < 4 && isNumber(type) && typeAt(i + 1) == ThriftLexer.COLON;
            case ThriftParser.RULE_functions -> ThriftErrors.beginsFunction(type);
            default -> false;
        };
    }

    private static boolean isNumber(int type) {
        return type == ThriftLexer.DECIMAL || type == ThriftLexer.HEX || type == ThriftLexer.OCTAL;
    }

    private int typeAt(int i) {
        return i < tokens.visible().size() ? tokens.visible().get(i).getType() : Token.EOF;
    }

    private void track(int i) {
        int type = typeAt(i);
        int close = ThriftTokens.closer(type);
        if (close != 0 && depth < open.length) {
            open[depth++] = close;
        } else if (ThriftTokens.isCloser(type)) {
            for (int d = depth - 1; d >= 0; d--) {
                if (open[d] == type) {
                    depth = d;
                    return;
                }
            }
        }
    }
}
