package dev.fastcodec.idl.front;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BufferedTokenStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a Thrift file, comments apart. Declarations nested deeper than {@link #MAX_NESTING} are reported and left
 * out, so that nothing behind this recurses deeper.
 *
 * @param visible what the parser reads
 * @param comments in file order
 */
record ThriftTokens(Source source, List<Token> visible, List<Token> comments) {
    /** How many brackets of any kind may be open at once. */
    static final int MAX_NESTING = 200;

    /** How many tokens a file may have; they take some 100 bytes each. */
    static final int MAX_TOKENS = 4_000_000;

    static ThriftTokens read(Source source, Diagnostics diagnostics) {
        String text = source.text();
        TextStream in = new TextStream(source.name(), text);
        if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
            in.seek(1);
        }
        ThriftLexer lexer = new ThriftLexer(in);
        lexer.removeErrorListeners();
        List<Token> visible = new ArrayList<>();
        List<Token> comments = new ArrayList<>();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                comments.add(token);
                continue;
            }
            if (visible.size() == MAX_TOKENS) {
                diagnostics.report(Problem.THRIFT_TOO_MANY_TOKENS, span(source, token), MAX_TOKENS);
                break;
            }
            visible.add(token);
            if (token.getType() == ThriftLexer.STRING && isRunaway(text, token)) {
                cut(text, (CommonToken) token);
                in.seek(token.getStopIndex() + 1);
            }
        }
        ThriftWords.settle(source, visible);
        return new ThriftTokens(source, withoutDeepDeclarations(source, visible, diagnostics), comments);
    }

    /**
     * Whether a string over several lines ends where, as it seems, another begins: thriftgo reads line ends in strings, but much more
     * often a quote was forgotten.
     */
    private static boolean isRunaway(String text, Token token) {
        int end = token.getStopIndex() + 1;
        char next = end < text.length() ? text.charAt(end) : ' ';
        boolean joined = next == '_' || next == '"' || next == '\'' || Character.isLetterOrDigit(next);
        return joined && isOverLines(text, token);
    }

    private static boolean isOverLines(String text, Token token) {
        return lineEnd(text, token) <= token.getStopIndex();
    }

    /** Where the first line of a token ends; behind the token if it has only one. */
    private static int lineEnd(String text, Token token) {
        int end = token.getStartIndex();
        while (end <= token.getStopIndex() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static void cut(String text, CommonToken token) {
        token.setType(ThriftLexer.UNTERMINATED_STRING);
        token.setStopIndex(lineEnd(text, token) - 1);
    }

    /** Whether it is a string with a line end in it. */
    boolean isStringOverLines(Token token) {
        return token.getType() == ThriftLexer.STRING && isOverLines(source.text(), token);
    }

    private static List<Token> withoutDeepDeclarations(Source source, List<Token> tokens, Diagnostics diagnostics) {
        List<Token> kept = null;
        int[] open = new int[MAX_NESTING];
        int depth = 0;
        int declaration = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int type = token.getType();
            if (depth == 0 && type == ThriftLexer.AT
                    || beginsDeclaration(type) && (depth == 0 || isFirstOnLine(source, token))) {
                declaration = i;
                depth = 0;
            }
            int closer = closer(type);
            if (closer != 0 && depth == MAX_NESTING) {
                diagnostics.report(Problem.THRIFT_TOO_DEEP, span(source, token), MAX_NESTING);
                kept = kept == null ? new ArrayList<>(tokens.subList(0, declaration)) : kept;
                while (kept.size() > 0
                        && kept.get(kept.size() - 1).getStartIndex()
                                >= tokens.get(declaration).getStartIndex()) {
                    kept.remove(kept.size() - 1);
                }
                while (i + 1 < tokens.size()
                        && !(beginsDeclaration(tokens.get(i + 1).getType())
                                && isFirstOnLine(source, tokens.get(i + 1)))) {
                    i++;
                }
                depth = 0;
                continue;
            }
            if (closer != 0) {
                open[depth++] = closer;
            } else if (isCloser(type)) {
                depth = close(open, depth, type);
            }
            if (kept != null) {
                kept.add(token);
            }
        }
        return kept == null ? tokens : kept;
    }

    /** The depth after a closing bracket: it closes what is still open inside; one that closes nothing is left alone. */
    private static int close(int[] open, int depth, int type) {
        for (int d = depth - 1; d >= 0; d--) {
            if (open[d] == type) {
                return d;
            }
        }
        return depth;
    }

    /** What closes this bracket, or 0 when it is none. */
    static int closer(int type) {
        return switch (type) {
            case ThriftLexer.LBRACE -> ThriftLexer.RBRACE;
            case ThriftLexer.LPAREN -> ThriftLexer.RPAREN;
            case ThriftLexer.LBRACKET -> ThriftLexer.RBRACKET;
            case ThriftLexer.LESS -> ThriftLexer.GREATER;
            default -> 0;
        };
    }

    static boolean isCloser(int type) {
        return switch (type) {
            case ThriftLexer.RBRACE, ThriftLexer.RPAREN, ThriftLexer.RBRACKET, ThriftLexer.GREATER -> true;
            default -> false;
        };
    }

    /** Whether a top-level declaration can begin with a token of this type. */
    static boolean beginsDeclaration(int type) {
        return switch (type) {
            case ThriftLexer.NAMESPACE,
                    ThriftLexer.INCLUDE,
                    ThriftLexer.CPP_INCLUDE,
                    ThriftLexer.PACKAGE,
                    ThriftLexer.TYPEDEF,
                    ThriftLexer.CONST,
                    ThriftLexer.ENUM,
                    ThriftLexer.STRUCT,
                    ThriftLexer.UNION,
                    ThriftLexer.EXCEPTION,
                    ThriftLexer.SERVICE -> true;
            default -> false;
        };
    }

    /** Whether nothing but white space stands before it on its line. */
    static boolean isFirstOnLine(Source source, Token token) {
        String text = source.text();
        for (int i = token.getStartIndex() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return true;
            }
            if (c != ' ' && c != '\t') {
                return false;
            }
        }
        return true;
    }

    static Span span(Source source, Token token) {
        if (token.getType() == Token.EOF) {
            return new Span(source, source.text().length(), source.text().length());
        }
        return new Span(source, token.getStartIndex(), token.getStopIndex() + 1);
    }

    /** The place of a token. */
    Span span(Token token) {
        return span(source, token);
    }

    /** Whether nothing but white space stands before it on its line. */
    boolean isFirstOnLine(Token token) {
        return isFirstOnLine(source, token);
    }

    /** A stream over the visible tokens, all of them in it; their index there is their index in {@link #visible}. */
    BufferedTokenStream stream() {
        BufferedTokenStream stream = new BufferedTokenStream(new ListTokenSource(visible, source.name()));
        stream.fill();
        return stream;
    }

    /** The visible token of this index, or null when there is none. */
    @Nullable
    Token at(int index) {
        return index >= 0 && index < visible.size() ? visible.get(index) : null;
    }

    /** The token before or after another, or null at the ends. */
    @Nullable
    Token neighbour(Token token, int distance) {
        return at(token.getTokenIndex() + distance);
    }
}
