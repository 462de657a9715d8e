package dev.fastcodec.idl;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.ast.TypeRef;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;
import dev.fastcodec.idl.source.Utf8Text;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the declarations of a .thrift file as lines: from and to as line:column, what it is, where its name begins, its comments. */
public final class ThriftAstPrinter {
    private final StringBuilder out = new StringBuilder();
    private String indent = "";

    private ThriftAstPrinter() {}

    /** All declarations of a file. */
    public static String print(IdlFile file) {
        ThriftAstPrinter printer = new ThriftAstPrinter();
        file.decls().forEach(printer::decl);
        return printer.out.toString();
    }

    private void decl(Decl decl) {
        line(place(decl.span()) + " " + describe(decl));
        String outer = indent;
        indent += "  ";
        comments(decl.comments());
        if (decl instanceof Decl.Struct struct) {
            struct.body().forEach(this::decl);
        } else if (decl instanceof Decl.Enum anEnum) {
            anEnum.body().forEach(this::decl);
        } else if (decl instanceof Decl.Service service) {
            service.body().forEach(this::decl);
        } else if (decl instanceof Decl.Function function) {
            function.arguments().forEach(this::decl);
            function.exceptions().forEach(this::decl);
        }
        indent = outer;
    }

    private void line(String text) {
        out.append(indent).append(text).append('\n');
    }

    private void comments(Comments comments) {
        comments.detached().forEach(c -> line("detached " + quoted(c)));
        if (comments.leading() != null) {
            line("leading " + quoted(comments.leading()));
        }
        if (comments.trailing() != null) {
            line("trailing " + quoted(comments.trailing()));
        }
    }

    private static String describe(Decl decl) {
        if (decl instanceof Decl.Namespace d) {
            return "namespace " + name(d.scope()) + " " + name(d.name()) + options(d.annotations());
        } else if (decl instanceof Decl.Package d) {
            return "package " + name(d.name());
        } else if (decl instanceof Decl.Import d) {
            return "import " + d.kind() + " " + value(d.path());
        } else if (decl instanceof Decl.Typedef d) {
            return "typedef " + type(d.type()) + " " + name(d.name()) + options(d.annotations());
        } else if (decl instanceof Decl.Const d) {
            return "const " + type(d.type()) + " " + name(d.name()) + " = " + value(d.value())
                    + options(d.annotations());
        } else if (decl instanceof Decl.Enum d) {
            return "enum " + name(d.name()) + options(d.annotations());
        } else if (decl instanceof Decl.EnumValue d) {
            return "value " + name(d.name()) + (d.number() == null ? "" : " = " + value(d.number()))
                    + options(d.options());
        } else if (decl instanceof Decl.Struct d) {
            return d.kind().name().toLowerCase(Locale.ROOT) + " " + name(d.name()) + options(d.annotations());
        } else if (decl instanceof Decl.Service d) {
            return "service " + name(d.name()) + (d.base() == null ? "" : " extends " + name(d.base()))
                    + options(d.annotations());
        } else if (decl instanceof Decl.Function d) {
            return (d.async() ? "async " : d.oneway() ? "oneway " : "")
                    + "function " + (d.result() == null ? "void" : type(d.result())) + " " + name(d.name())
                    + " throws " + d.exceptions().size() + options(d.annotations());
        } else if (decl instanceof Decl.Field d) {
            return "field " + (d.number() == null ? "" : value(d.number()) + ": ")
                    + (d.label() == Decl.Field.Label.NONE
                            ? ""
                            : d.label().name().toLowerCase(Locale.ROOT) + " ")
                    + type(d.type()) + " " + name(d.name())
                    + (d.defaultValue() == null ? "" : " = " + value(d.defaultValue())) + options(d.options());
        }
        throw new IllegalArgumentException("no declaration of Thrift: " + decl);
    }

    private static String type(TypeRef type) {
        String text = type.annotations().isEmpty() ? "" : options(type.annotations());
        if (type instanceof TypeRef.ListOf list) {
            return "list<" + type(list.element()) + ">" + text;
        } else if (type instanceof TypeRef.SetOf set) {
            return "set<" + type(set.element()) + ">" + text;
        } else if (type instanceof TypeRef.MapOf map) {
            return "map<" + type(map.key()) + ", " + type(map.value()) + ">" + text;
        }
        return ((TypeRef.Named) type).name().text() + text;
    }

    private static String options(List<Decl.Option> options) {
        return options.isEmpty()
                ? ""
                : options.stream()
                        .map(o -> o.nameText() + "=" + value(o.value()))
                        .collect(Collectors.joining(", ", " [", "]"));
    }

    private static String value(Literal value) {
        if (value instanceof Literal.Int number) {
            return number.value().toString();
        } else if (value instanceof Literal.Float number) {
            return "float " + number.value();
        } else if (value instanceof Literal.Text text) {
            return Utf8Text.escape(text.text(), 0) >= 0
                    ? "bytes " + HexFormat.of().formatHex(text.bytes())
                    : quoted(text.text());
        } else if (value instanceof Literal.Ident ident) {
            return ident.name().text();
        } else if (value instanceof Literal.ListOf list) {
            return list.elements().stream().map(ThriftAstPrinter::value).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Literal.MapOf map) {
            return map.entries().stream()
                    .map(e -> value(e.key()) + ": " + value(e.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        throw new IllegalArgumentException("no value of Thrift: " + value);
    }

    private static String name(Name name) {
        return name.text() + "@" + name.span().line() + ":" + name.span().column();
    }

    private static String place(Span span) {
        return span.line() + ":" + span.column() + "-" + span.source().line(span.end()) + ":"
                + span.source().column(span.end());
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
