package dev.fastcodec.idl.front;

import dev.fastcodec.idl.source.Source;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Tells names from keywords. For thriftgo a keyword is one only where the grammar wants it; for Apache it always is, but for
 * names of fields. So a keyword becomes a name where nothing but a name can stand: functions, enum values, constants, namespaces.
 * What begins a declaration on a line of its own stays a keyword, in case a brace before it is missing. The other way round,
 * fbthrift's {@code package} is a keyword only before a string.
 */
final class ThriftWords {
    private final Source source;
    private final List<Token> tokens;
    private int declaration;
    private int braces;
    private int parentheses;
    private int brackets;

    private ThriftWords(Source source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    /** Gives the tokens of a file the types that they have in their places. */
    static void settle(Source source, List<Token> tokens) {
        ThriftWords words = new ThriftWords(source, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            words.settle(i);
        }
    }

    private void settle(int i) {
        CommonToken token = (CommonToken) tokens.get(i);
        int type = token.getType();
        if (type == ThriftLexer.IDENTIFIER) {
            if (token.getText().equals("package") && type(i + 1) == ThriftLexer.STRING) {
                token.setType(ThriftLexer.PACKAGE);
            }
        } else if (type > 0 && type <= ThriftLexer.XSD_ATTRS) {
            if (isName(i)) {
                token.setType(ThriftLexer.IDENTIFIER);
            } else if (ThriftTokens.beginsDeclaration(type)
                    && (braces == 0 || ThriftTokens.isFirstOnLine(source, token))) {
                declaration = type;
                braces = 0;
                parentheses = 0;
                brackets = 0;
            }
        } else {
            braces = count(braces, type, ThriftLexer.LBRACE, ThriftLexer.RBRACE);
            parentheses = count(parentheses, type, ThriftLexer.LPAREN, ThriftLexer.RPAREN);
            brackets = count(brackets, type, ThriftLexer.LBRACKET, ThriftLexer.RBRACKET);
        }
    }

    private static int count(int depth, int type, int opener, int closer) {
        return type == opener ? depth + 1 : type == closer && depth > 0 ? depth - 1 : depth;
    }

    private boolean isName(int i) {
        int before = type(i - 1);
        int after = type(i + 1);
        Token token = tokens.get(i);
        boolean begins = ThriftTokens.beginsDeclaration(token.getType())
                && ThriftTokens.isFirstOnLine(source, token)
                && after != ThriftLexer.EQUALS;
        if (token.getType() == ThriftLexer.CPP_TYPE && after != ThriftLexer.STRING || after == ThriftLexer.EQUALS) {
            return true;
        } else if (before == ThriftLexer.EQUALS || brackets > 0) {
            return !begins;
        } else if (before == ThriftLexer.NAMESPACE || type(i - 2) == ThriftLexer.NAMESPACE) {
            return !ThriftTokens.isFirstOnLine(source, token);
        }
        boolean inBody = braces == 1 && parentheses == 0;
        return switch (declaration) {
            case ThriftLexer.ENUM -> inBody && !(begins && after == ThriftLexer.IDENTIFIER);
            case ThriftLexer.SERVICE -> inBody && after == ThriftLexer.LPAREN && endsType(before);
            default -> false;
        };
    }

    private static boolean endsType(int type) {
        return type == ThriftLexer.VOID
                || type == ThriftLexer.BASE_TYPE
                || type == ThriftLexer.IDENTIFIER
                || type == ThriftLexer.GREATER;
    }

    private int type(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).getType() : Token.EOF;
    }
}
