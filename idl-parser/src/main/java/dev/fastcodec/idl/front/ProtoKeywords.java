package dev.fastcodec.idl.front;

import java.util.Set;

/** The words of .proto that are more than names, some of them only where they stand. */
final class ProtoKeywords {
    private record Keyword(String text, int type) {}

    /** By length, so that most names are told from keywords by it and their first letter. */
    private static final Keyword[][] BY_LENGTH = {
        {},
        {},
        {new Keyword("to", ProtoParser.TO)},
        {new Keyword("rpc", ProtoParser.RPC), new Keyword("max", ProtoParser.MAX)},
        {new Keyword("enum", ProtoParser.ENUM), new Keyword("weak", ProtoParser.WEAK)},
        {new Keyword("oneof", ProtoParser.ONEOF), new Keyword("group", ProtoParser.GROUP)},
        {
            new Keyword("option", ProtoParser.OPTION),
            new Keyword("import", ProtoParser.IMPORT),
            new Keyword("extend", ProtoParser.EXTEND),
            new Keyword("stream", ProtoParser.STREAM),
            new Keyword("public", ProtoParser.PUBLIC),
            new Keyword("syntax", ProtoParser.SYNTAX)
        },
        {
            new Keyword("message", ProtoParser.MESSAGE),
            new Keyword("returns", ProtoParser.RETURNS),
            new Keyword("package", ProtoParser.PACKAGE),
            new Keyword("service", ProtoParser.SERVICE),
            new Keyword("edition", ProtoParser.EDITION)
        },
        {
            new Keyword("optional", ProtoParser.OPTIONAL),
            new Keyword("repeated", ProtoParser.REPEATED),
            new Keyword("required", ProtoParser.REQUIRED),
            new Keyword("reserved", ProtoParser.RESERVED)
        },
        {},
        {new Keyword("extensions", ProtoParser.EXTENSIONS)}
    };

    private static final Set<String> SCALARS = Set.of(
            "double",
            "float",
            "int32",
            "int64",
            "uint32",
            "uint64",
            "sint32",
            "sint64",
            "fixed32",
            "fixed64",
            "sfixed32",
            "sfixed64",
            "bool",
            "string",
            "bytes");

    private ProtoKeywords() {}

    /** The kind of the word from {@code start} to before {@code end}. */
    static int type(String text, int start, int end) {
        int length = end - start;
        if (length < BY_LENGTH.length) {
            char first = text.charAt(start);
            for (Keyword keyword : BY_LENGTH[length]) {
                if (keyword.text.charAt(0) == first && text.startsWith(keyword.text, start)) {
                    return keyword.type;
                }
            }
        }
        return ProtoParser.IDENT;
    }

    /** Whether this is the kind of a name or of a keyword. */
    static boolean isWord(int type) {
        return type >= ProtoParser.IDENT && type <= ProtoParser.LOCAL;
    }

    /** Whether a token that should be a semicolon rather shows that the semicolon before it is missing. */
    static boolean followsDeclaration(ProtoToken token) {
        return token.getType() == ProtoParser.RBRACE
                || token.getType() == ProtoToken.EOF
                || token.isFirstOnLine()
                || beginsDeclaration(token);
    }

    /** Whether a token, first on its line, can hardly be anything but the beginning of a declaration. */
    static boolean beginsDeclaration(ProtoToken token) {
        return switch (token.getType()) {
            case ProtoParser.SYNTAX,
                    ProtoParser.EDITION,
                    ProtoParser.IMPORT,
                    ProtoParser.PACKAGE,
                    ProtoParser.OPTION,
                    ProtoParser.MESSAGE,
                    ProtoParser.ENUM,
                    ProtoParser.SERVICE,
                    ProtoParser.EXTEND,
                    ProtoParser.EXTENSIONS,
                    ProtoParser.RESERVED,
                    ProtoParser.ONEOF,
                    ProtoParser.RPC,
                    ProtoParser.OPTIONAL,
                    ProtoParser.REQUIRED,
                    ProtoParser.REPEATED,
                    ProtoParser.EXPORT,
                    ProtoParser.LOCAL,
                    ProtoParser.MAP -> true;
            case ProtoParser.IDENT -> SCALARS.contains(token.getText());
            default -> false;
        };
    }
}
