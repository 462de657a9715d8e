package dev.fastcodec.idl.front;

import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Knows what only fbthrift reads, by the words that give it away, so that a syntax error can name it. */
final class ThriftForeignSyntax {
    private static final Set<String> BEFORE_FUNCTION = Set.of("idempotent", "performs", "readonly");
    private static final Set<String> BEFORE_EXCEPTION =
            Set.of("client", "permanent", "safe", "server", "stateful", "transient");

    private ThriftForeignSyntax() {}

    /** The word of fbthrift in what begins at {@code start} and cannot be read at {@code error}, or null. */
    static @Nullable Token find(ThriftTokens tokens, int start, int error) {
        Token at = tokenAt(tokens, error);
        Token before = tokenAt(tokens, error - 1);
        if (is(at, "as") && before != null && before.getType() == ThriftLexer.STRING) {
            return at;
        }
        if (is(at, "interaction") && error == start) {
            return at;
        }
        if (at != null && error == start && isName(at) && BEFORE_EXCEPTION.contains(at.getText())) {
            return at;
        }
        Token first = tokenAt(tokens, start);
        if (first != null && isName(first) && BEFORE_FUNCTION.contains(first.getText()) && error > start) {
            return first;
        }
        if (isStructLiteral(at, before, tokenAt(tokens, error - 2))) {
            return before;
        }
        for (int i = start; i <= error; i++) {
            Token token = tokenAt(tokens, i);
            Token next = tokenAt(tokens, i + 1);
            if ((is(token, "stream") || is(token, "sink")) && next != null && next.getType() == ThriftLexer.LESS) {
                return token;
            }
        }
        return null;
    }

    private static boolean isStructLiteral(@Nullable Token at, @Nullable Token before, @Nullable Token third) {
        return at != null
                && before != null
                && third != null
                && at.getType() == ThriftLexer.LBRACE
                && isName(before)
                && third.getType() == ThriftLexer.EQUALS;
    }

    private static @Nullable Token tokenAt(ThriftTokens tokens, int i) {
        return i >= 0 && i < tokens.visible().size() ? tokens.visible().get(i) : null;
    }

    private static boolean isName(Token token) {
        return token.getType() == ThriftLexer.IDENTIFIER;
    }

    private static boolean is(@Nullable Token token, String word) {
        return token != null && isName(token) && token.getText().equals(word);
    }
}
