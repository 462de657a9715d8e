package dev.fastcodec.idl.front;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns what the parser found into names, options and values. */
final class ProtoLiterals {
    private final Source source;
    private final String text;
    private final ProtoTokens tokens;
    private final Diagnostics diagnostics;

    ProtoLiterals(Source source, ProtoTokens tokens, Diagnostics diagnostics) {
        this.source = source;
        this.text = source.text();
        this.tokens = tokens;
        this.diagnostics = diagnostics;
    }

    /** From the first to the last token. */
    Span span(ParserRuleContext c) {
        return new Span(source, first(c), end(c));
    }

    private static int first(ParserRuleContext c) {
        return ((ProtoToken) c.start).start();
    }

    private static int end(ParserRuleContext c) {
        return ((ProtoToken) c.stop).end();
    }

    /** The tokens of this, without what stands between them, as a name. */
    Name name(ParserRuleContext c) {
        return name((ProtoToken) c.start, (ProtoToken) c.stop);
    }

    private Name name(ProtoToken first, ProtoToken last) {
        Span span = new Span(source, first.start(), last.end());
        if (first == last) {
            return new Name(span, text.substring(first.start(), last.end()));
        }
        int length = 0;
        for (int i = first.getTokenIndex(); i <= last.getTokenIndex(); i++) {
            ProtoToken token = tokens.get(i);
            length += token.end() - token.start();
        }
        if (length == span.end() - span.start()) {
            return new Name(span, text.substring(span.start(), span.end()));
        }
        StringBuilder parts = new StringBuilder(length);
        for (int i = first.getTokenIndex(); i <= last.getTokenIndex(); i++) {
            parts.append(text, tokens.get(i).start(), tokens.get(i).end());
        }
        return new Name(span, parts.toString());
    }

    /** One string or several in a row. */
    Literal.Text text(ProtoParser.StringContext c) {
        ProtoToken first = (ProtoToken) c.start;
        byte[] bytes = ProtoStrings.decode(source, first.start(), first.end(), diagnostics);
        if (c.start != c.stop) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(bytes);
            for (int i = first.getTokenIndex() + 1; i <= c.stop.getTokenIndex(); i++) {
                ProtoToken piece = tokens.get(i);
                all.writeBytes(ProtoStrings.decode(source, piece.start(), piece.end(), diagnostics));
            }
            bytes = all.toByteArray();
        }
        return new Literal.Text(span(c), bytes);
    }

    /** The number of a declaration, or null when its digits were reported. */
    Literal.@Nullable Int number(ProtoToken digits, @Nullable Token minus) {
        boolean bad =
                digits.isDamaged() && ProtoNumbers.kind(text, digits.start(), digits.end()) != ProtoNumbers.Kind.INT;
        return bad ? null : integer(digits, minus);
    }

    /** An integer with the sign before it, if there is one; zero when its digits were reported. */
    Literal.Int integer(ProtoToken digits, @Nullable Token minus) {
        BigInteger value = ProtoNumbers.integer(text, digits.start(), digits.end());
        int start = minus == null ? digits.start() : ((ProtoToken) minus).start();
        return new Literal.Int(new Span(source, start, digits.end()), minus == null ? value : value.negate());
    }

    /** Options in brackets. */
    List<Decl.Option> options(ProtoParser.@Nullable BracketOptionsContext c) {
        if (c == null) {
            return List.of();
        }
        List<Decl.Option> options = new ArrayList<>(c.options.size());
        for (ProtoParser.BracketOptionContext option : c.options) {
            options.add(new Decl.Option(span(option), Comments.NONE, optionName(option.name), optionValue(option.val)));
        }
        return options;
    }

    /** The parts of an option's name. */
    List<Decl.Option.Part> optionName(ProtoParser.OptionNameContext c) {
        List<Decl.Option.Part> parts = new ArrayList<>(c.parts.size());
        for (ProtoParser.OptionNamePartContext part : c.parts) {
            boolean extension = part.extension != null;
            parts.add(new Decl.Option.Part(name(extension ? part.extension : part.simple), extension));
        }
        return parts;
    }

    /** The value of an option. */
    Literal optionValue(ProtoParser.OptionValueContext c) {
        if (c.text != null) {
            return text(c.text);
        }
        return c.simple != null ? signed(span(c), c.minus, c.simple, false) : aggregate(c.braces, c.braces.fields);
    }

    private Literal scalar(ProtoParser.ScalarContext c) {
        return c.text != null ? text(c.text) : signed(span(c), c.minus, c.simple, true);
    }

    private Literal signed(Span span, @Nullable Token minus, ProtoParser.UnsignedContext c, boolean textFormat) {
        if (c.word != null) {
            Name word = name(c.word);
            return minus == null ? new Literal.Ident(span, word) : negative(span, word.text(), textFormat);
        }
        ProtoToken number = (ProtoToken) c.number;
        if (number.getType() == ProtoParser.INT) {
            return integer(number, minus);
        }
        double value = ProtoNumbers.decimal(text, number.start(), number.end());
        return new Literal.Float(span, minus == null ? value : -value);
    }

    /** A sign may stand before infinity and not-a-number; text format takes more spellings of them. */
    private Literal negative(Span span, String name, boolean textFormat) {
        String word = textFormat ? name.toLowerCase(Locale.ROOT) : name;
        boolean infinity = word.equals("inf") || textFormat && word.equals("infinity");
        if (!infinity && !word.equals("nan")) {
            diagnostics.report(Problem.SIGN_BEFORE_NAME, span);
        }
        return new Literal.Float(span, infinity ? Double.NEGATIVE_INFINITY : Double.NaN);
    }

    private Literal aggregate(ParserRuleContext c, List<ProtoParser.AggregateFieldContext> all) {
        List<Literal.AggregateField> fields = new ArrayList<>(all.size());
        for (ProtoParser.AggregateFieldContext field : all) {
            fields.add(aggregateField(field));
        }
        return new Literal.Aggregate(span(c), fields);
    }

    private Literal.AggregateField aggregateField(ProtoParser.AggregateFieldContext c) {
        Literal value = c.list != null ? list(c.list) : value(c.simple, c.braces, c.angles);
        Span span = new Span(source, first(c), value.span().end());
        if (c.name.simple != null) {
            return new Literal.AggregateField(span, name(c.name.simple), null, false, value);
        }
        return bracketed(span, c.name.url, value);
    }

    private Literal value(
            ProtoParser.@Nullable ScalarContext simple,
            ProtoParser.@Nullable AggregateContext braces,
            ProtoParser.AngledAggregateContext angles) {
        if (simple != null) {
            return scalar(simple);
        }
        return braces != null ? aggregate(braces, braces.fields) : aggregate(angles, angles.fields);
    }

    private Literal list(ProtoParser.AggregateListContext c) {
        List<Literal> elements = new ArrayList<>(c.elements.size());
        for (ProtoParser.AggregateListElementContext element : c.elements) {
            elements.add(value(element.simple, element.braces, element.angles));
        }
        return new Literal.ListOf(span(c), elements);
    }

    /** The name of an extension, or a domain, a slash and the name of a message. */
    private Literal.AggregateField bracketed(Span span, ProtoParser.TypeUrlContext c, Literal value) {
        int first = c.start.getTokenIndex();
        int last = c.stop.getTokenIndex();
        int slash = last;
        while (slash >= first && tokens.get(slash).getType() != ProtoParser.SLASH) {
            slash--;
        }
        boolean wellFormed = slash != first && slash != last && isName(slash + 1, last);
        if (!wellFormed) {
            diagnostics.report(Problem.MALFORMED_TYPE_URL, span(c));
            return new Literal.AggregateField(span, name(c), null, true, value);
        }
        Name domain = slash < first ? null : name(tokens.get(first), tokens.get(slash - 1));
        return new Literal.AggregateField(
                span, name(tokens.get(Math.max(first, slash + 1)), tokens.get(last)), domain, true, value);
    }

    /** Whether these tokens are words with dots between. */
    private boolean isName(int from, int to) {
        boolean word = false;
        for (int i = from; i <= to; i++) {
            int type = tokens.get(i).getType();
            boolean wanted = word ? type == ProtoParser.DOT : ProtoKeywords.isWord(type);
            if (!wanted) {
                return false;
            }
            word = !word;
        }
        return word;
    }
}
