package dev.fastcodec.idl.front;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.ast.TypeRef;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Makes types and annotations of the ast from the parse tree. */
final class ThriftTypeRefs {
    private static final byte[] NO_VALUE = "1".getBytes(StandardCharsets.US_ASCII);

    private final ThriftTokens tokens;
    private final Diagnostics diagnostics;
    private final ThriftLiterals literals;
    private boolean structuredSeen;

    ThriftTypeRefs(ThriftTokens tokens, Diagnostics diagnostics, ThriftLiterals literals) {
        this.tokens = tokens;
        this.diagnostics = diagnostics;
        this.literals = literals;
    }

    /** A type; null when a syntax error hid it. */
    @Nullable
    TypeRef type(ThriftParser.@Nullable TypeContext type) {
        if (type == null || ThriftLiterals.isBroken(type)) {
            return null;
        }
        List<Decl.Option> annotations = annotations(type.annotations());
        Span span = span(type);
        if (type.mapType() != null) {
            ThriftParser.MapTypeContext map = type.mapType();
            TypeRef key = type(map.type(0));
            TypeRef value = type(map.type(1));
            cppType(map.cppType(), annotations);
            return key == null || value == null ? null : new TypeRef.MapOf(span, key, value, annotations);
        }
        if (type.setType() != null) {
            TypeRef element = type(type.setType().type());
            cppType(type.setType().cppType(), annotations);
            return element == null ? null : new TypeRef.SetOf(span, element, annotations);
        }
        if (type.listType() != null) {
            TypeRef element = type(type.listType().type());
            type.listType().cppType().forEach(cpp -> cppType(cpp, annotations));
            return element == null ? null : new TypeRef.ListOf(span, element, annotations);
        }
        Name name = name(type.start);
        if (name.text().equals("slist")) {
            diagnostics.report(Problem.THRIFT_REMOVED, name.span(), "slist").help(Problem.THRIFT_USE, "string");
            return new TypeRef.Named(span, new Name(name.span(), "string"), annotations);
        }
        return new TypeRef.Named(span, name, annotations);
    }

    private void cppType(ThriftParser.@Nullable CppTypeContext cpp, List<Decl.Option> annotations) {
        if (cpp != null && cpp.STRING() != null) {
            ignore(cpp.start);
            annotations.add(option(
                    span(cpp),
                    cpp.start.getText(),
                    tokens.span(cpp.start),
                    literals.text(cpp.STRING().getSymbol())));
        }
    }

    /** Warns that a keyword is kept and nothing more. */
    private void ignore(Token keyword) {
        diagnostics.report(Problem.THRIFT_WORD_IGNORED, tokens.span(keyword), keyword.getText());
    }

    /** Adds an annotation named for a keyword of XML Schema, if that is there, and warns of it. */
    void addIgnored(@Nullable TerminalNode keyword, List<Decl.Option> annotations) {
        if (keyword != null) {
            ignore(keyword.getSymbol());
            annotations.add(flag(keyword.getSymbol()));
        }
    }

    /** Annotations in parentheses, in order; none when there are no parentheses. The list can be added to. */
    List<Decl.Option> annotations(ThriftParser.@Nullable AnnotationsContext annotations) {
        List<Decl.Option> options = new ArrayList<>();
        if (annotations == null) {
            return options;
        }
        for (ThriftParser.AnnotationContext annotation : annotations.annotation()) {
            if (ThriftLiterals.isBroken(annotation) || annotation.name() == null) {
                continue;
            }
            Literal.Text value = literals.text(annotation.STRING());
            Name name = name(annotation.name().start);
            options.add(
                    value == null ? flag(annotation.start) : option(span(annotation), name.text(), name.span(), value));
        }
        return options;
    }

    /** Annotations {@code @Name} before a declaration, named with the {@code @}; the first of a file is warned of. */
    void structured(List<ThriftParser.StructuredAnnotationContext> annotations, List<Decl.Option> target) {
        for (ThriftParser.StructuredAnnotationContext annotation : annotations) {
            if (ThriftLiterals.isBroken(annotation) || annotation.IDENTIFIER() == null) {
                continue;
            }
            Token name = annotation.IDENTIFIER().getSymbol();
            if (!structuredSeen) {
                structuredSeen = true;
                diagnostics.report(Problem.THRIFT_FBTHRIFT_READ, span(annotation), "@" + name.getText());
            }
            ThriftParser.StructuredBodyContext body = annotation.structuredBody();
            Span place = body == null ? tokens.span(name) : span(body);
            byte[] value = body == null ? NO_VALUE : place.text().getBytes(StandardCharsets.UTF_8);
            target.add(
                    option(span(annotation), "@" + name.getText(), tokens.span(name), new Literal.Text(place, value)));
        }
    }

    /** An annotation of the token's text without value. */
    Decl.Option flag(Token token) {
        Span span = tokens.span(token);
        return option(span, token.getText(), span, new Literal.Text(span, NO_VALUE));
    }

    private static Decl.Option option(Span span, String name, Span nameSpan, Literal.Text value) {
        return new Decl.Option(
                span, Comments.NONE, List.of(new Decl.Option.Part(new Name(nameSpan, name), false)), value);
    }

    /** The name that a token is. */
    Name name(Token token) {
        return new Name(tokens.span(token), token.getText());
    }

    /** The place of a rule. */
    Span span(ParserRuleContext rule) {
        Span first = tokens.span(rule.start);
        return rule.stop == null || rule.stop.getStopIndex() < rule.start.getStartIndex()
                ? first
                : first.to(tokens.span(rule.stop));
    }
}
