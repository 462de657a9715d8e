package dev.fastcodec.idl.front;

/**
 * Finds where parsing goes on after a declaration that cannot be read: behind its semicolon or block, before what closes the
 * block around it, or before a line that begins like another declaration and is not indented more.
 */
final class ProtoSkip {
    private final ProtoTokens tokens;
    private final int start;
    private final int failedAt;
    private final int indent;
    private int depth;
    private boolean inBlock;

    private ProtoSkip(ProtoTokens tokens, int start) {
        this.tokens = tokens;
        this.start = start;
        this.failedAt = tokens.index();
        this.indent = tokens.get(start).indent();
    }

    /** Moves from the current token, where the declaration that began at {@code start} failed, to where the next begins. */
    static void skip(ProtoTokens tokens, int start) {
        ProtoSkip skip = new ProtoSkip(tokens, start);
        tokens.seek(start);
        while (!skip.isAtNext()) {
            if (skip.passEnd()) {
                return;
            }
        }
    }

    private boolean isAtNext() {
        ProtoToken token = tokens.LT(1);
        return token.getType() == ProtoToken.EOF
                || token.getType() == ProtoParser.RBRACE && depth == 0
                || tokens.index() > start && !inBlock && beginsAnother(token);
    }

    private boolean beginsAnother(ProtoToken token) {
        return ProtoKeywords.beginsDeclaration(token)
                && token.isFirstOnLine()
                && (indent < 0 || token.indent() <= indent);
    }

    /** Passes a token and says whether the declaration ended with it. */
    private boolean passEnd() {
        int type = tokens.LA(1);
        tokens.consume();
        boolean behind = tokens.index() > failedAt;
        switch (type) {
            case ProtoParser.LBRACE -> {
                // The braces of a value may lack their end, so a line in them may begin the next declaration.
                inBlock |= depth == 0 && tokens.LT(-2).getType() != ProtoParser.EQ;
                depth++;
                return false;
            }
            case ProtoParser.RBRACE -> {
                depth--;
                inBlock &= depth > 0;
                return depth == 0 && behind && !goesOn();
            }
            default -> {
                return type == ProtoParser.SEMI && depth == 0 && behind;
            }
        }
    }

    /** Whether only a value in braces has ended. */
    private boolean goesOn() {
        int next = tokens.LA(1);
        return next == ProtoParser.SEMI || next == ProtoParser.COMMA || next == ProtoParser.RBRACK;
    }
}
