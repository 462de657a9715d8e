package dev.fastcodec.idl.front;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.ast.TypeRef;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns what the parser found into declarations that hold no others. */
final class ProtoMembers {
    private final ProtoLiterals values;
    private final ProtoComments comments;

    ProtoMembers(ProtoLiterals values, ProtoComments comments) {
        this.values = values;
        this.comments = comments;
    }

    /** {@code syntax} or {@code edition}. */
    Decl syntax(ProtoParser.SyntaxContext c, boolean first) {
        boolean edition = c.keyword.getType() == ProtoParser.EDITION;
        return new Decl.Syntax(span(c), comments(c.semi), edition, values.text(c.value), first);
    }

    /** {@code package}. */
    Decl packageStatement(ProtoParser.PackageStatementContext c) {
        return new Decl.Package(span(c), comments(c.semi), values.name(c.name));
    }

    /** {@code import}. */
    Decl importStatement(ProtoParser.ImportStatementContext c) {
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

    /** An option as a statement. */
    Decl.Option option(ProtoParser.OptionContext c) {
        return new Decl.Option(span(c), comments(c.semi), values.optionName(c.name), values.optionValue(c.val));
    }

    /** A map or a name of a type. */
    TypeRef type(ProtoParser.@Nullable MapTypeContext map, ParserRuleContext name) {
        if (map != null) {
            return new TypeRef.MapOf(span(map), named(map.key), named(map.value), List.of());
        }
        return named(name);
    }

    /** A name of a type. */
    TypeRef named(ParserRuleContext c) {
        Name name = values.name(c);
        return new TypeRef.Named(name.span(), name, List.of());
    }

    /** A field whose number and options stand in {@code c}. */
    Decl field(ParserRuleContext whole, Decl.Field.Label label, TypeRef type, ProtoParser.FieldTailContext c) {
        return new Decl.Field(
                span(whole),
                comments(c.semi),
                label,
                type,
                values.name(c.name),
                values.number((ProtoToken) c.number, null),
                null,
                values.options(c.options),
                null);
    }

    /** {@code extensions}. */
    Decl extensions(ProtoParser.ExtensionsContext c) {
        Comments own = comments(c.semi);
        List<Decl.Range> ranges = ranges(c.ranges);
        return new Decl.Extensions(span(c), own, ranges, values.options(c.options));
    }

    /** Leaves out ranges with a bad number. */
    private List<Decl.Range> ranges(List<ProtoParser.RangeContext> all) {
        List<Decl.Range> ranges = new ArrayList<>(all.size());
        for (ProtoParser.RangeContext c : all) {
            Literal.Int first = values.number((ProtoToken) c.first, null);
            Literal.Int last = c.last == null ? first : values.number((ProtoToken) c.last, null);
            if (first != null && last != null) {
                ranges.add(new Decl.Range(span(c), first, c.max == null ? last : null));
            }
        }
        return ranges;
    }

    /** {@code reserved}. */
    Decl reserved(ProtoParser.ReservedContext c) {
        Comments own = comments(c.semi);
        List<Decl.Range> ranges = ranges(c.ranges);
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

    /** A value of an enum. */
    Decl enumValue(ProtoParser.EnumValueContext c) {
        return new Decl.EnumValue(
                span(c), comments(c.semi), values.name(c.name), signed(c.number), values.options(c.options));
    }

    private Literal.@Nullable Int signed(ProtoParser.SignedIntContext c) {
        return values.number((ProtoToken) c.digits, c.minus);
    }

    /** {@code reserved}. */
    Decl reserved(ProtoParser.EnumReservedContext c) {
        Comments own = comments(c.semi);
        List<Decl.Range> ranges = new ArrayList<>(c.ranges.size());
        for (ProtoParser.EnumRangeContext range : c.ranges) {
            Literal.Int first = signed(range.first);
            Literal.Int last = range.last == null ? first : signed(range.last);
            if (first != null && last != null) {
                ranges.add(new Decl.Range(span(range), first, range.max == null ? last : null));
            }
        }
        return new Decl.Reserved(span(c), own, ranges, names(c.names));
    }

    private Comments comments(Token end) {
        return comments.of((ProtoToken) end);
    }

    private Span span(ParserRuleContext c) {
        return values.span(c);
    }
}
