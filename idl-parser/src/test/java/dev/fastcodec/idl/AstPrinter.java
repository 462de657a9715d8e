package dev.fastcodec.idl;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.ast.TypeRef;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the declarations of a .proto file as lines: from and to as line:column, what it is, and after {@code @} where its
 * parts begin. Comments follow below, without {@code @} because they have no place of their own.
 */
public final class AstPrinter {
    private final Source source;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private AstPrinter(Source source) {
        this.source = source;
    }

    /** All declarations of a file. */
    public static String print(IdlFile file) {
        AstPrinter printer = new AstPrinter(file.source());
        printer.all(file.decls());
        return printer.out.toString();
    }

    private void all(List<? extends Decl> decls) {
        for (Decl decl : decls) {
            line(decl, describe(decl));
            depth++;
            comments(decl.comments());
            children(decl);
            depth--;
        }
    }

    private void line(Decl decl, String text) {
        out.append("  ".repeat(depth))
                .append(range(decl.span()))
                .append(' ')
                .append(text)
                .append('\n');
    }

    private void comments(Comments comments) {
        comments.detached().forEach(c -> comment("detached", c));
        comment("leading", comments.leading());
        comment("trailing", comments.trailing());
    }

    private void comment(String kind, @Nullable String text) {
        if (text != null) {
            out.append("  ".repeat(depth))
                    .append(kind)
                    .append(' ')
                    .append(quoted(text))
                    .append('\n');
        }
    }

    private void children(Decl decl) {
        if (decl instanceof Decl.Struct struct) {
            all(struct.body());
        } else if (decl instanceof Decl.Enum anEnum) {
            all(anEnum.body());
        } else if (decl instanceof Decl.Oneof oneof) {
            all(oneof.body());
        } else if (decl instanceof Decl.Extend extend) {
            all(extend.body());
        } else if (decl instanceof Decl.Service service) {
            all(service.body());
        } else if (decl instanceof Decl.Rpc rpc) {
            all(rpc.options());
        } else if (decl instanceof Decl.EnumValue value) {
            all(value.options());
        } else if (decl instanceof Decl.Extensions extensions) {
            all(extensions.options());
        } else if (decl instanceof Decl.Field field) {
            all(field.options());
            if (field.group() != null) {
                all(field.group());
            }
        }
    }

    private String describe(Decl decl) {
        if (decl instanceof Decl.Syntax syntax) {
            return (syntax.edition() ? "edition " : "syntax ")
                    + value(syntax.value())
                    + at(syntax.value().span());
        } else if (decl instanceof Decl.Package aPackage) {
            return "package " + name(aPackage.name());
        } else if (decl instanceof Decl.Import anImport) {
            return "import " + anImport.kind() + " " + value(anImport.path())
                    + at(anImport.path().span());
        } else if (decl instanceof Decl.Option option) {
            String parts = option.name().stream()
                    .map(part -> (part.extension() ? "(" + name(part.name()) + ")" : name(part.name())))
                    .collect(Collectors.joining("."));
            return "option " + parts + " = " + value(option.value())
                    + at(option.value().span());
        } else if (decl instanceof Decl.Struct struct) {
            return visibility(struct.exported()) + "message " + name(struct.name());
        } else if (decl instanceof Decl.Enum anEnum) {
            return visibility(anEnum.exported()) + "enum " + name(anEnum.name());
        } else if (decl instanceof Decl.EnumValue value) {
            return "value " + name(value.name()) + " = " + number(value.number());
        } else if (decl instanceof Decl.Oneof oneof) {
            return "oneof " + name(oneof.name());
        } else if (decl instanceof Decl.Extend extend) {
            return "extend " + name(extend.extendee());
        } else if (decl instanceof Decl.Extensions extensions) {
            return "extensions " + ranges(extensions.ranges());
        } else if (decl instanceof Decl.Reserved reserved) {
            return "reserved " + ranges(reserved.ranges()) + names(reserved.names());
        } else if (decl instanceof Decl.Service service) {
            return "service " + name(service.name());
        } else if (decl instanceof Decl.Rpc rpc) {
            return "rpc " + name(rpc.name()) + (rpc.inputStream() ? " stream " : " ") + name(rpc.input()) + " ->"
                    + (rpc.outputStream() ? " stream " : " ") + name(rpc.output());
        } else if (decl instanceof Decl.Field field) {
            return (field.group() == null ? "field " : "group ") + field.label() + " " + type(field.type()) + " "
                    + name(field.name()) + " = " + number(field.number());
        }
        throw new IllegalArgumentException("no declaration of Protobuf: " + decl);
    }

    private static String visibility(@Nullable Boolean exported) {
        return exported == null ? "" : exported ? "export " : "local ";
    }

    private String type(TypeRef type) {
        if (type instanceof TypeRef.MapOf map) {
            return "map<" + type(map.key()) + ", " + type(map.value()) + ">" + at(map.span());
        }
        return name(((TypeRef.Named) type).name());
    }

    private String ranges(List<Decl.Range> ranges) {
        return ranges.stream()
                .map(range -> {
                    Literal.Int last = range.last();
                    String to = last == range.first() ? "" : " to " + (last == null ? "max" : number(last));
                    return number(range.first()) + to;
                })
                .collect(Collectors.joining(", "));
    }

    private String names(List<Decl.ReservedName> names) {
        return names.stream()
                .map(n -> n.quoted() ? '"' + n.name().text() + '"' + at(n.name().span()) : name(n.name()))
                .collect(Collectors.joining(", "));
    }

    private String value(Literal value) {
        if (value instanceof Literal.Int number) {
            return number.value().toString();
        } else if (value instanceof Literal.Float number) {
            return "float " + number.value();
        } else if (value instanceof Literal.Text text) {
            return quoted(new String(text.bytes(), StandardCharsets.ISO_8859_1));
        } else if (value instanceof Literal.Ident ident) {
            return ident.name().text();
        } else if (value instanceof Literal.ListOf list) {
            return list.elements().stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Literal.Aggregate aggregate) {
            return aggregate.fields().stream().map(this::field).collect(Collectors.joining(", ", "{", "}"));
        }
        throw new IllegalArgumentException("no value of Protobuf: " + value);
    }

    private String field(Literal.AggregateField field) {
        Name domain = field.domain();
        String name = (domain == null ? "" : name(domain) + "/") + name(field.name());
        return (field.extension() ? "[" + name + "]" : name) + ": " + value(field.value())
                + at(field.value().span());
    }

    private String number(Literal.@Nullable Int number) {
        return number == null ? "?" : number.value() + at(number.span());
    }

    private String name(Name name) {
        return name.text() + at(name.span());
    }

    private String range(Span span) {
        return span.line() + ":" + span.column() + "-" + source.line(span.end()) + ":" + source.column(span.end());
    }

    private static String at(Span span) {
        return "@" + span.line() + ":" + span.column();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '\r') {
                quoted.append("\\r");
            } else if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7F && c < 0x100) {
                quoted.append(String.format("\\x%02x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
