package dev.fastcodec.idl.front;

import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Knows what only fbthrift or an old Thrift reads, by the words that give it away, so that a syntax error can name it. */
final class ThriftForeignSyntax {
    private static final Set<String> BEFORE_FUNCTION = Set.of("idempotent", "performs", "readonly");
    private static final Set<String> BEFORE_DECLARATION =
            Set.of("client", "interaction", "permanent", "safe", "server", "stateful", "transient");

    /** Headers of old, and the scope of the namespace that stands for each. */
    private static final Map<String, String> OLD_HEADERS = Map.ofEntries(
            Map.entry("cocoa_prefix", "cocoa"),
            Map.entry("cpp_namespace", "cpp"),
            Map.entry("csharp_namespace", "csharp"),
            Map.entry("delphi_namespace", "delphi"),
            Map.entry("java_package", "java"),
            Map.entry("perl_package", "perl"),
            Map.entry("php_namespace", "php"),
            Map.entry("py_module", "py"),
            Map.entry("ruby_namespace", "rb"),
            Map.entry("smalltalk_category", "smalltalk.category"),
            Map.entry("smalltalk_prefix", "smalltalk.prefix"),
            Map.entry("xsd_namespace", "xsd"));

    private ThriftForeignSyntax() {}

    /** A token that gives fbthrift away, and what to call it. */
    record Found(Token token, String name) {}

    /** Whether this word begins a declaration of fbthrift or of old. */
    static boolean beginsDeclaration(Token token) {
        if (!isName(token)) {
            return false;
        }
        String word = token.getText();
        return word.equals("senum") || BEFORE_DECLARATION.contains(word) || OLD_HEADERS.containsKey(word);
    }

    /** The scope of the namespace that replaces a header of old; null for any other word. */
    static @Nullable String scopeInstead(String word) {
        return OLD_HEADERS.get(word);
    }

    /** What is fbthrift's in what begins at {@code start} and cannot be read at {@code error}, or null. */
    static @Nullable Found find(ThriftTokens tokens, int start, int error) {
        Token at = tokens.at(error);
        Token before = tokens.at(error - 1);
        if (at == null) {
            return null;
        }
        if (at.getText().equals("as") && before != null && before.getType() == ThriftLexer.STRING) {
            return new Found(at, "include … as");
        }
        Token first = tokens.at(start);
        if (first != null && isName(first)) {
            boolean word = error == start
                    ? BEFORE_DECLARATION.contains(first.getText())
                    : BEFORE_FUNCTION.contains(first.getText());
            if (word) {
                return new Found(first, first.getText());
            }
        }
        Token third = tokens.at(error - 2);
        boolean value = third != null && third.getType() == ThriftLexer.EQUALS;
        if (at.getType() == ThriftLexer.LBRACE && before != null && isName(before) && value) {
            return new Found(before, before.getText() + "{…}");
        }
        for (int i = start; i <= error + 1; i++) {
            Token token = tokens.at(i);
            Token next = tokens.at(i + 1);
            if (token != null && next != null && next.getType() == ThriftLexer.LESS && isStream(token)) {
                return new Found(token, token.getText() + "<…>");
            }
        }
        return null;
    }

    private static boolean isStream(Token token) {
        return isName(token)
                && (token.getText().equals("stream") || token.getText().equals("sink"));
    }

    private static boolean isName(Token token) {
        return token.getType() == ThriftLexer.IDENTIFIER;
    }
}
