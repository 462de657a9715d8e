package dev.fastcodec.idl.front;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.ast.TypeRef;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Comments;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Makes declarations of the ast from the parse tree; what a syntax error cut short is left out, with all that it could not name. */
final class ThriftDeclarations {
    private final ThriftTokens tokens;
    private final Diagnostics diagnostics;
    private final ThriftLiterals literals;
    private final ThriftTypeRefs types;
    private final ThriftMembers members;
    private final ThriftComments comments;
    private boolean definitions;

    ThriftDeclarations(ThriftTokens tokens, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.diagnostics = diagnostics;
        this.literals = new ThriftLiterals(tokens, diagnostics);
        this.types = new ThriftTypeRefs(tokens, diagnostics, literals);
        this.comments = new ThriftComments(tokens);
        this.members = new ThriftMembers(tokens, literals, types, comments);
    }

    /** The declaration, or null when a syntax error hid it. */
    @Nullable
    Decl declaration(ThriftParser.DeclarationContext declaration) {
        List<Decl.Option> before = new ArrayList<>();
        types.structured(declaration.structuredAnnotation(), before);
        warnOfSeparator(declaration);
        if (declaration.header() != null) {
            Decl header = header(declaration.header(), declaration);
            if (definitions && header != null) {
                diagnostics.report(Problem.THRIFT_HEADER_LATE, header.span());
            }
            return header;
        }
        ThriftParser.DefinitionContext definition = declaration.definition();
        if (definition == null) {
            return null;
        }
        definitions = true;
        if (definition.struct() != null) {
            return struct(definition.struct(), declaration, before);
        }
        if (definition.enumeration() != null) {
            return enumeration(definition.enumeration(), declaration, before);
        }
        if (definition.service() != null) {
            return service(definition.service(), declaration, before);
        }
        if (definition.typedef() != null) {
            return typedef(definition.typedef(), declaration, before);
        }
        return definition.constant() == null ? null : constant(definition.constant(), declaration, before);
    }

    private void warnOfSeparator(ThriftParser.DeclarationContext declaration) {
        ThriftParser.DefinitionContext definition = declaration.definition();
        boolean taken = definition != null && (definition.typedef() != null || definition.constant() != null);
        if (declaration.separator() != null && !taken) {
            Token separator = declaration.separator().start;
            diagnostics.report(Problem.THRIFT_SEPARATOR, tokens.span(separator), separator.getText());
        }
    }

    private @Nullable Decl header(ThriftParser.HeaderContext header, ParserRuleContext whole) {
        ParserRuleContext rule = header.getRuleContext(ParserRuleContext.class, 0);
        if (ThriftLiterals.isBroken(rule)) {
            return null;
        }
        Comments c = comments.of(whole.start, rule.stop);
        if (rule instanceof ThriftParser.IncludeContext include) {
            return new Decl.Import(
                    types.span(rule),
                    c,
                    Decl.Import.Kind.PLAIN,
                    literals.text(include.STRING().getSymbol()));
        }
        if (rule instanceof ThriftParser.CppIncludeContext include) {
            return new Decl.Import(
                    types.span(rule),
                    c,
                    Decl.Import.Kind.CPP,
                    literals.text(include.STRING().getSymbol()));
        }
        if (rule instanceof ThriftParser.NamespaceContext namespace) {
            Token scope = namespace.scope != null ? namespace.scope : namespace.star;
            return new Decl.Namespace(
                    types.span(rule),
                    c,
                    types.name(scope),
                    types.name(namespace.target),
                    types.annotations(namespace.annotations()));
        }
        ThriftParser.PackageNameContext packageName = (ThriftParser.PackageNameContext) rule;
        Literal.Text text = literals.text(packageName.STRING().getSymbol());
        diagnostics.report(Problem.THRIFT_FBTHRIFT_READ, types.span(rule), "package");
        return new Decl.Package(types.span(rule), c, new Name(text.span(), text.text()));
    }

    private Decl.@Nullable Struct struct(
            ThriftParser.StructContext struct, ParserRuleContext whole, List<Decl.Option> options) {
        if (struct.IDENTIFIER() == null) {
            return null;
        }
        Decl.Struct.Kind kind = struct.UNION() != null
                ? Decl.Struct.Kind.UNION
                : struct.EXCEPTION() != null ? Decl.Struct.Kind.EXCEPTION : Decl.Struct.Kind.STRUCT;
        types.addIgnored(struct.XSD_ALL(), options);
        options.addAll(types.annotations(struct.annotations()));
        return new Decl.Struct(
                types.span(whole).to(types.span(struct)),
                comments(whole, struct, struct.fields()),
                kind,
                null,
                types.name(struct.IDENTIFIER().getSymbol()),
                List.copyOf(
                        struct.fields() == null
                                ? List.of()
                                : members.fields(struct.fields().field())),
                options);
    }

    private Decl.@Nullable Enum enumeration(
            ThriftParser.EnumerationContext enumeration, ParserRuleContext whole, List<Decl.Option> options) {
        if (enumeration.IDENTIFIER() == null) {
            return null;
        }
        options.addAll(types.annotations(enumeration.annotations()));
        return new Decl.Enum(
                types.span(whole).to(types.span(enumeration)),
                comments(whole, enumeration, enumeration.enumValues()),
                null,
                types.name(enumeration.IDENTIFIER().getSymbol()),
                enumeration.enumValues() == null
                        ? List.of()
                        : members.enumValues(enumeration.enumValues().enumValue()),
                options);
    }

    private Decl.@Nullable Service service(
            ThriftParser.ServiceContext service, ParserRuleContext whole, List<Decl.Option> options) {
        if (service.serviceName == null) {
            return null;
        }
        options.addAll(types.annotations(service.annotations()));
        return new Decl.Service(
                types.span(whole).to(types.span(service)),
                comments(whole, service, service.functions()),
                types.name(service.serviceName),
                service.base == null ? null : types.name(service.base),
                service.functions() == null
                        ? List.of()
                        : members.functions(service.functions().function()),
                options);
    }

    private Decl.@Nullable Typedef typedef(
            ThriftParser.TypedefContext typedef, ParserRuleContext whole, List<Decl.Option> options) {
        TypeRef type = types.type(typedef.type());
        if (type == null || typedef.IDENTIFIER() == null) {
            return null;
        }
        options.addAll(types.annotations(typedef.annotations()));
        return new Decl.Typedef(
                types.span(whole).to(types.span(typedef)),
                comments.of(whole.start, typedef.stop),
                type,
                types.name(typedef.IDENTIFIER().getSymbol()),
                options);
    }

    private Decl.@Nullable Const constant(
            ThriftParser.ConstantContext constant, ParserRuleContext whole, List<Decl.Option> options) {
        TypeRef type = types.type(constant.type());
        Literal value = literals.value(constant.value());
        if (type == null || constant.IDENTIFIER() == null || value == null) {
            return null;
        }
        options.addAll(types.annotations(constant.annotations()));
        return new Decl.Const(
                types.span(whole).to(types.span(constant)),
                comments.of(whole.start, constant.stop),
                type,
                types.name(constant.IDENTIFIER().getSymbol()),
                value,
                options);
    }

    /** A comment behind the opening brace counts as one at the line end, like one behind a declaration of one line. */
    private Comments comments(ParserRuleContext whole, ParserRuleContext rule, @Nullable ParserRuleContext body) {
        Token last = rule.stop == null ? rule.start : rule.stop;
        if (body == null || body.start == null) {
            return comments.of(whole.start, last);
        }
        boolean oneLine = tokens.source().line(body.start.getStartIndex())
                == tokens.source().line(last.getStartIndex());
        return comments.of(whole.start, oneLine ? last : body.start);
    }
}
