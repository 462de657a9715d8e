package dev.fastcodec.idl.front;

import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Makes literals of the ast from values of the parse tree. */
final class ThriftLiterals {
    /** Longer numbers fit no type, and reading them takes time that grows with the square. */
    private static final int LONGEST_NUMBER = 1000;

    private final ThriftTokens tokens;
    private final Diagnostics diagnostics;
    private final ThriftStrings strings;

    ThriftLiterals(ThriftTokens tokens, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.diagnostics = diagnostics;
        this.strings = new ThriftStrings(tokens.source(), diagnostics);
    }

    /** A value; null when a syntax error hid it. */
    @Nullable
    Literal value(ThriftParser.@Nullable ValueContext value) {
        if (value == null || value.exception != null) {
            return null;
        }
        if (value.integer() != null) {
            return integer(value.integer());
        }
        if (value.FLOAT() != null) {
            return decimal(value.FLOAT().getSymbol());
        }
        if (value.STRING() != null) {
            return text(value.STRING().getSymbol());
        }
        if (value.IDENTIFIER() != null) {
            Token token = value.IDENTIFIER().getSymbol();
            return new Literal.Ident(tokens.span(token), new Name(tokens.span(token), token.getText()));
        }
        if (value.listValue() != null) {
            List<Literal> elements = new ArrayList<>();
            for (ThriftParser.ValueContext element : value.listValue().value()) {
                Literal literal = value(element);
                if (literal != null) {
                    elements.add(literal);
                }
            }
            return new Literal.ListOf(tokens.span(value.start).to(tokens.span(value.stop)), elements);
        }
        List<Literal.Entry> entries = new ArrayList<>();
        for (ThriftParser.MapEntryContext entry : value.mapValue().mapEntry()) {
            Literal key = value(entry.value(0));
            Literal content = value(entry.value(1));
            if (key != null && content != null) {
                entries.add(new Literal.Entry(key, content));
            }
        }
        return new Literal.MapOf(tokens.span(value.start).to(tokens.span(value.stop)), entries);
    }

    /** An integer in any form; null when a syntax error hid it. */
    Literal.@Nullable Int integer(ThriftParser.@Nullable IntegerContext integer) {
        if (integer == null || integer.exception != null) {
            return null;
        }
        Token token = integer.start;
        String text = token.getText();
        if (text.length() > LONGEST_NUMBER) {
            diagnostics.report(Problem.MALFORMED_NUMBER, tokens.span(token), text.substring(0, 40) + "…");
            return new Literal.Int(tokens.span(token), BigInteger.ONE);
        }
        boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
        String digits = signed ? text.substring(1) : text;
        BigInteger value =
                switch (token.getType()) {
                    case ThriftLexer.HEX -> new BigInteger(digits.substring(2), 16);
                    case ThriftLexer.OCTAL -> new BigInteger(digits.substring(2), 8);
                    default -> decimal(token, digits);
                };
        return new Literal.Int(tokens.span(token), text.charAt(0) == '-' ? value.negate() : value);
    }

    private BigInteger decimal(Token token, String digits) {
        BigInteger value = new BigInteger(digits);
        if (digits.length() > 1 && digits.charAt(0) == '0' && value.compareTo(BigInteger.valueOf(7)) > 0) {
            boolean octal = digits.chars().allMatch(c -> c < '8');
            diagnostics.report(
                    Problem.THRIFT_LEADING_ZERO,
                    tokens.span(token),
                    digits,
                    value,
                    octal ? new BigInteger(digits, 8) : "an error");
        }
        return value;
    }

    private Literal decimal(Token token) {
        return new Literal.Float(tokens.span(token), Double.parseDouble(token.getText()));
    }

    /** A string without its quotes, escapes resolved. */
    Literal.Text text(Token token) {
        return strings.read(token);
    }

    /** A string; null when a syntax error hid it. */
    Literal.@Nullable Text text(@Nullable TerminalNode node) {
        return node == null ? null : text(node.getSymbol());
    }

    /** What a rule covers, or null when it is absent or could not be read. */
    static boolean isBroken(@Nullable ParserRuleContext rule) {
        return rule == null || rule.exception != null;
    }
}
