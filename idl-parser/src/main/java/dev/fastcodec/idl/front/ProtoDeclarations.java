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
    private final ProtoLiterals values;
    private final ProtoComments comments;
    private final ProtoMembers members;
    private final List<Decl> all = new ArrayList<>();

    /** Whether a semicolon stands for itself somewhere above. */
    private boolean begun;

    ProtoDeclarations(Source source, ProtoTokens tokens, Diagnostics diagnostics) {
        this.values = new ProtoLiterals(source, tokens, diagnostics);
        this.comments = new ProtoComments(source, tokens);
        this.members = new ProtoMembers(values, comments);
    }

    /** All declarations so far. */
    List<Decl> all() {
        return all;
    }

    /** Something up to this token is no declaration. */
    void skipped(ProtoToken last) {
        comments.close(last);
    }

    /** Adds a declaration of the file. */
    void add(ProtoParser.TopLevelContext c) {
        if (c.exception != null) {
            failed(c);
        } else if (c.empty != null) {
            comments.empty((ProtoToken) c.empty);
            begun = true;
        } else if (c.messageDecl != null) {
            all.add(message(c.messageDecl, c.visibility));
        } else if (c.enumDecl != null) {
            all.add(enumeration(c.enumDecl, c.visibility));
        } else if (c.syntaxDecl != null) {
            all.add(members.syntax(c.syntaxDecl, !begun && all.isEmpty()));
        } else if (c.packageDecl != null) {
            all.add(members.packageStatement(c.packageDecl));
        } else if (c.importDecl != null) {
            all.add(members.importStatement(c.importDecl));
        } else if (c.optionDecl != null) {
            all.add(members.option(c.optionDecl));
        } else if (c.extendDecl != null) {
            all.add(extend(c.extendDecl));
        } else {
            all.add(service(c.serviceDecl));
        }
    }

    private void failed(ParserRuleContext c) {
        if (c.stop != null) {
            comments.close((ProtoToken) c.stop);
        }
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
                comments.empty((ProtoToken) e.empty);
            } else if (e.messageDecl != null) {
                body.add(message(e.messageDecl, e.visibility));
            } else if (e.enumDecl != null) {
                body.add(enumeration(e.enumDecl, e.visibility));
            } else if (e.oneofDecl != null) {
                body.add(oneof(e.oneofDecl));
            } else if (e.optionDecl != null) {
                body.add(members.option(e.optionDecl));
            } else if (e.extendDecl != null) {
                body.add(extend(e.extendDecl));
            } else if (e.extensionsDecl != null) {
                body.add(members.extensions(e.extensionsDecl));
            } else {
                body.add(members.reserved(e.reservedDecl));
            }
        }
        comments.close((ProtoToken) c.close);
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
        TypeRef type =
                c.type != null ? members.type(c.type.map, c.type.name) : members.type(c.bareType.map, c.bareType);
        return members.field(c, label, type, c.end);
    }

    private Decl group(ProtoParser.FieldContext whole, Decl.Field.Label label, ProtoParser.GroupTailContext c) {
        Comments own = comments(c.body.open);
        Name name = values.name(c.name);
        Literal.Int number = values.number((ProtoToken) c.number, null);
        List<Decl.Option> options = values.options(c.options);
        List<Decl> body = body(c.body);
        TypeRef type = new TypeRef.Named(name.span(), name, List.of());
        return new Decl.Field(span(whole), own, label, type, name, number, null, options, body);
    }

    private Decl keywordField(ProtoParser.FieldOfKeywordTypeContext c) {
        return members.field(c, Decl.Field.Label.NONE, members.named(c.type), c.end);
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
                body.add(members.option(e.optionDecl));
            } else {
                body.add(keywordField(e.keywordField));
            }
        }
        comments.close((ProtoToken) c.close);
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
        comments.close((ProtoToken) c.close);
        return new Decl.Extend(span(c), own, values.name(c.extendee), body);
    }

    private Decl enumeration(ProtoParser.EnumerationContext c, @Nullable Token visibility) {
        Comments own = comments(c.open);
        List<Decl> body = new ArrayList<>(c.elements.size());
        for (ProtoParser.EnumElementContext e : c.elements) {
            if (e.exception != null) {
                failed(e);
            } else if (e.valueDecl != null) {
                body.add(members.enumValue(e.valueDecl));
            } else if (e.empty != null) {
                comments.empty((ProtoToken) e.empty);
            } else if (e.optionDecl != null) {
                body.add(members.option(e.optionDecl));
            } else {
                body.add(members.reserved(e.reservedDecl));
            }
        }
        comments.close((ProtoToken) c.close);
        return new Decl.Enum(span(c), own, exported(visibility), values.name(c.name), body, List.of());
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
                comments.empty((ProtoToken) e.empty);
            } else {
                body.add(members.option(e.optionDecl));
            }
        }
        comments.close((ProtoToken) c.close);
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
                comments.empty((ProtoToken) e.empty);
            } else {
                options.add(members.option(e.optionDecl));
            }
        }
        comments.close((ProtoToken) c.close);
        return options;
    }

    private Comments comments(Token end) {
        return comments.of((ProtoToken) end);
    }

    private Span span(ParserRuleContext c) {
        return values.span(c);
    }
}
