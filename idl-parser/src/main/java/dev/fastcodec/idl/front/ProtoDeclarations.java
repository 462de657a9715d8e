package dev.fastcodec.idl.front;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.ast.TypeRef;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the parser found into declarations, in the order of the text because comments are given out in that order.
 * Declarations that failed are left out.
 */
final class ProtoDeclarations {
    private final ProtoValues values;
    private final ProtoComments comments;
    private final List<Decl> all = new ArrayList<>();

    ProtoDeclarations(Source source, TokenBuffer tokens, Diagnostics diagnostics) {
        this.values = new ProtoValues(source, tokens, diagnostics);
        this.comments = new ProtoComments(source, tokens);
    }

    /** All declarations so far. */
    List<Decl> all() {
        return all;
    }

    /** Something up to this token is no declaration. */
    void skipped(IdlToken last) {
        comments.close(last);
    }

    /** Adds a declaration of the file. */
    void add(ProtoParser.TopLevelContext c) {
        if (c.exception != null) {
            failed(c);
        } else if (c.empty != null) {
            comments.empty((IdlToken) c.empty);
        } else if (c.messageDecl != null) {
            all.add(message(c.messageDecl, c.visibility));
        } else if (c.enumDecl != null) {
            all.add(enumeration(c.enumDecl, c.visibility));
        } else if (c.syntaxDecl != null) {
            all.add(syntax(c.syntaxDecl));
        } else if (c.packageDecl != null) {
            all.add(packageStatement(c.packageDecl));
        } else if (c.importDecl != null) {
            all.add(importStatement(c.importDecl));
        } else if (c.optionDecl != null) {
            all.add(option(c.optionDecl));
        } else if (c.extendDecl != null) {
            all.add(extend(c.extendDecl));
        } else {
            all.add(service(c.serviceDecl));
        }
    }

    private void failed(ParserRuleContext c) {
        if (c.stop != null) {
            comments.close((IdlToken) c.stop);
        }
    }

    private Decl syntax(ProtoParser.SyntaxContext c) {
        boolean edition = c.keyword.getType() == ProtoParser.EDITION;
        return new Decl.Syntax(span(c), comments(c.semi), edition, values.text(c.value));
    }

    private Decl packageStatement(ProtoParser.PackageStatementContext c) {
        return new Decl.Package(span(c), comments(c.semi), values.name(c.name));
    }

    private Decl importStatement(ProtoParser.ImportStatementContext c) {
        Decl.Import.Kind kind = Decl.Import.Kind.PLAIN;
        if (c.kind != null) {
            kind = switch (c.kind.getType()) {
                case ProtoParser.PUBLIC -> Decl.Import.Kind.PUBLIC;
                case ProtoParser.WEAK -> Decl.Import.Kind.WEAK;
                default -> Decl.Import.Kind.OPTION;
            };
        }
        return new Decl.Import(span(c), comments(c.semi), kind, values.text(c.path));
    }

    private Decl.Option option(ProtoParser.OptionContext c) {
        return new Decl.Option(span(c), comments(c.semi), values.optionName(c.name), values.optionValue(c.val));
    }

    private Decl message(ProtoParser.MessageContext c, @Nullable Token visibility) {
        Comments own = comments(c.body.open);
        Name name = values.name(c.name);
        List<Decl> body = body(c.body);
        return new Decl.Struct(span(c), own, Decl.Struct.Kind.MESSAGE, exported(visibility), name, body, List.of());
    }

    private static @Nullable Boolean exported(@Nullable Token visibility) {
        return visibility == null ? null : visibility.getType() == ProtoParser.EXPORT;
    }

    private List<Decl> body(ProtoParser.MessageBodyContext c) {
        List<Decl> body = new ArrayList<>(c.elements.size());
        for (ProtoParser.MessageElementContext e : c.elements) {
            if (e.exception != null) {
                failed(e);
            } else if (e.fieldDecl != null) {
                body.add(field(e.fieldDecl));
            } else if (e.empty != null) {
                comments.empty((IdlToken) e.empty);
            } else if (e.messageDecl != null) {
                body.add(message(e.messageDecl, e.visibility));
            } else if (e.enumDecl != null) {
                body.add(enumeration(e.enumDecl, e.visibility));
            } else if (e.oneofDecl != null) {
                body.add(oneof(e.oneofDecl));
            } else if (e.optionDecl != null) {
                body.add(option(e.optionDecl));
            } else if (e.extendDecl != null) {
                body.add(extend(e.extendDecl));
            } else if (e.extensionsDecl != null) {
                body.add(extensions(e.extensionsDecl));
            } else {
                body.add(reserved(e.reservedDecl));
            }
        }
        comments.close((IdlToken) c.close);
        return body;
    }

    private Decl field(ProtoParser.FieldContext c) {
        Decl.Field.Label label = Decl.Field.Label.NONE;
        if (c.label != null) {
            label = switch (c.label.getType()) {
                case ProtoParser.OPTIONAL -> Decl.Field.Label.OPTIONAL;
                case ProtoParser.REQUIRED -> Decl.Field.Label.REQUIRED;
                default -> Decl.Field.Label.REPEATED;
            };
        }
        if (c.groupEnd != null) {
            return group(c, label, c.groupEnd);
        }
        TypeRef type;
        if (c.type != null) {
            type = type(c.type.map, c.type.name);
        } else {
            type = type(c.bareType.map, c.bareType);
        }
        return field(c, label, type, c.end);
    }

    private TypeRef type(ProtoParser.@Nullable MapTypeContext map, ParserRuleContext name) {
        if (map != null) {
            return new TypeRef.MapOf(span(map), named(map.key), named(map.value), List.of());
        }
        return named(name);
    }

    private TypeRef named(ParserRuleContext c) {
        Name name = values.name(c);
        return new TypeRef.Named(name.span(), name, List.of());
    }

    private Decl field(ParserRuleContext whole, Decl.Field.Label label, TypeRef type, ProtoParser.FieldTailContext c) {
        return new Decl.Field(
                span(whole),
                comments(c.semi),
                label,
                type,
                values.name(c.name),
                values.integer((IdlToken) c.number, null),
                null,
                values.options(c.options),
                null);
    }

    private Decl group(ProtoParser.FieldContext whole, Decl.Field.Label label, ProtoParser.GroupTailContext c) {
        Comments own = comments(c.body.open);
        Name name = values.name(c.name);
        Literal.Int number = values.integer((IdlToken) c.number, null);
        List<Decl.Option> options = values.options(c.options);
        List<Decl> body = body(c.body);
        TypeRef type = new TypeRef.Named(name.span(), name, List.of());
        return new Decl.Field(span(whole), own, label, type, name, number, null, options, body);
    }

    private Decl keywordField(ProtoParser.FieldOfKeywordTypeContext c) {
        return field(c, Decl.Field.Label.NONE, named(c.type), c.end);
    }

    private Decl oneof(ProtoParser.OneofContext c) {
        Comments own = comments(c.open);
        List<Decl> body = new ArrayList<>(c.elements.size());
        for (ProtoParser.OneofElementContext e : c.elements) {
            if (e.exception != null) {
                failed(e);
            } else if (e.fieldDecl != null) {
                body.add(field(e.fieldDecl));
            } else if (e.optionDecl != null) {
                body.add(option(e.optionDecl));
            } else {
                body.add(keywordField(e.keywordField));
            }
        }
        comments.close((IdlToken) c.close);
        return new Decl.Oneof(span(c), own, values.name(c.name), body);
    }

    private Decl extend(ProtoParser.ExtendContext c) {
        Comments own = comments(c.open);
        List<Decl> body = new ArrayList<>(c.elements.size());
        for (ProtoParser.ExtendElementContext e : c.elements) {
            if (e.exception != null) {
                failed(e);
            } else if (e.fieldDecl != null) {
                body.add(field(e.fieldDecl));
            } else {
                body.add(keywordField(e.keywordField));
            }
        }
        comments.close((IdlToken) c.close);
        return new Decl.Extend(span(c), own, values.name(c.extendee), body);
    }

    private Decl extensions(ProtoParser.ExtensionsContext c) {
        Comments own = comments(c.semi);
        List<Decl.Range> ranges = new ArrayList<>(c.ranges.size());
        for (ProtoParser.RangeContext range : c.ranges) {
            ranges.add(range(range));
        }
        return new Decl.Extensions(span(c), own, ranges, values.options(c.options));
    }

    private Decl.Range range(ProtoParser.RangeContext c) {
        Literal.Int first = values.integer((IdlToken) c.first, null);
        Literal.Int last = c.max != null ? null : c.last == null ? first : values.integer((IdlToken) c.last, null);
        return new Decl.Range(span(c), first, last);
    }

    private Decl reserved(ProtoParser.ReservedContext c) {
        Comments own = comments(c.semi);
        List<Decl.Range> ranges = new ArrayList<>(c.ranges.size());
        for (ProtoParser.RangeContext range : c.ranges) {
            ranges.add(range(range));
        }
        return new Decl.Reserved(span(c), own, ranges, names(c.names));
    }

    private List<Decl.ReservedName> names(ProtoParser.@Nullable ReservedNamesContext c) {
        List<Decl.ReservedName> names = new ArrayList<>();
        if (c != null) {
            for (ProtoParser.StringContext string : c.strings) {
                Literal.Text text = values.text(string);
                names.add(new Decl.ReservedName(new Name(text.span(), text.text()), true));
            }
            for (ProtoParser.IdentContext word : c.words) {
                names.add(new Decl.ReservedName(values.name(word), false));
            }
        }
        return names;
    }

    private Decl enumeration(ProtoParser.EnumerationContext c, @Nullable Token visibility) {
        Comments own = comments(c.open);
        List<Decl> body = new ArrayList<>(c.elements.size());
        for (ProtoParser.EnumElementContext e : c.elements) {
            if (e.exception != null) {
                failed(e);
            } else if (e.valueDecl != null) {
                body.add(enumValue(e.valueDecl));
            } else if (e.empty != null) {
                comments.empty((IdlToken) e.empty);
            } else if (e.optionDecl != null) {
                body.add(option(e.optionDecl));
            } else {
                body.add(reserved(e.reservedDecl));
            }
        }
        comments.close((IdlToken) c.close);
        return new Decl.Enum(span(c), own, exported(visibility), values.name(c.name), body, List.of());
    }

    private Decl enumValue(ProtoParser.EnumValueContext c) {
        return new Decl.EnumValue(
                span(c), comments(c.semi), values.name(c.name), signed(c.number), values.options(c.options));
    }

    private Literal.Int signed(ProtoParser.SignedIntContext c) {
        return values.integer((IdlToken) c.digits, c.minus);
    }

    private Decl reserved(ProtoParser.EnumReservedContext c) {
        Comments own = comments(c.semi);
        List<Decl.Range> ranges = new ArrayList<>(c.ranges.size());
        for (ProtoParser.EnumRangeContext range : c.ranges) {
            Literal.Int first = signed(range.first);
            Literal.Int last = range.max != null ? null : range.last == null ? first : signed(range.last);
            ranges.add(new Decl.Range(span(range), first, last));
        }
        return new Decl.Reserved(span(c), own, ranges, names(c.names));
    }

    private Decl service(ProtoParser.ServiceContext c) {
        Comments own = comments(c.open);
        List<Decl> body = new ArrayList<>(c.elements.size());
        for (ProtoParser.ServiceElementContext e : c.elements) {
            if (e.exception != null) {
                failed(e);
            } else if (e.rpcDecl != null) {
                body.add(rpc(e.rpcDecl));
            } else if (e.empty != null) {
                comments.empty((IdlToken) e.empty);
            } else {
                body.add(option(e.optionDecl));
            }
        }
        comments.close((IdlToken) c.close);
        return new Decl.Service(span(c), own, values.name(c.name), null, body, List.of());
    }

    private Decl rpc(ProtoParser.RpcContext c) {
        Comments own = comments(c.end.body == null ? c.end.semi : c.end.body.open);
        List<Decl.Option> options = c.end.body == null ? List.of() : options(c.end.body);
        return new Decl.Rpc(
                span(c),
                own,
                values.name(c.name),
                values.name(c.input),
                c.inputStream != null,
                values.name(c.output),
                c.outputStream != null,
                options);
    }

    private List<Decl.Option> options(ProtoParser.RpcBodyContext c) {
        List<Decl.Option> options = new ArrayList<>(c.elements.size());
        for (ProtoParser.RpcElementContext e : c.elements) {
            if (e.exception != null) {
                failed(e);
            } else if (e.empty != null) {
                comments.empty((IdlToken) e.empty);
            } else {
                options.add(option(e.optionDecl));
            }
        }
        comments.close((IdlToken) c.close);
        return options;
    }

    private Comments comments(Token end) {
        return comments.of((IdlToken) end);
    }

    private Span span(ParserRuleContext c) {
        return values.span(c);
    }
}
