package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The extensions that a message declares beforehand with {@code declaration = { number: … }} on its extension ranges; where it
 * declares any, every extension must be declared (descriptor.proto, ExtensionRangeOptions).
 */
final class ProtoExtensionDeclarations {
    /** One declaration; names start with a dot, a scalar type is its keyword. */
    private record Declaration(
            int number,
            @Nullable String fullName,
            @Nullable String type,
            boolean reserved,
            boolean repeated,
            Span span) {}

    private final Diagnostics diagnostics;
    private final Map<Integer, Declaration> byNumber = new HashMap<>();
    private final NavigableMap<Integer, Decl.Range> strict = new TreeMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<StructType.ExtensionRange> ranges = new ArrayList<>();

    private ProtoExtensionDeclarations(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Reads and checks the options of a message's extension ranges. */
    static ProtoExtensionDeclarations read(ProtoMessage message, Diagnostics diagnostics) {
        ProtoExtensionDeclarations all = new ProtoExtensionDeclarations(diagnostics);
        for (Decl decl : message.body()) {
            if (decl instanceof Decl.Extensions extensions) {
                ProtoOptions options = ProtoOptionReader.read(
                        extensions.options(),
                        message.file(),
                        OptionTarget.EXTENSION_RANGE,
                        Objects.requireNonNullElse(message.symbol().parent(), message.symbol()),
                        diagnostics);
                for (StructType.NumberRange range : ProtoRanges.of(extensions.ranges(), message.mostExtended())) {
                    all.ranges.add(new StructType.ExtensionRange(range, options.values()));
                }
                all.read(extensions, options);
            }
        }
        return all;
    }

    /** The extension ranges in source order. */
    List<StructType.ExtensionRange> ranges() {
        return ranges;
    }

    private void read(Decl.Extensions extensions, ProtoOptions options) {
        boolean any = false;
        for (Decl.Option option : extensions.options()) {
            if (option.nameText().equals("declaration") && option.value() instanceof Literal.Aggregate aggregate) {
                Declaration declaration = declaration(aggregate);
                check(declaration, extensions);
                any = true;
            }
        }
        String verification = options.values().text("verification");
        if (any && "UNVERIFIED".equals(verification)) {
            diagnostics.report(Problem.DECLARATION_UNVERIFIED, options.place("verification", extensions.span()));
        }
        if (any || "DECLARATION".equals(verification)) {
            extensions.ranges().forEach(r -> strict.put(r.first().value().intValue(), r));
        }
    }

    private static Declaration declaration(Literal.Aggregate aggregate) {
        int number = 0;
        String fullName = null;
        String type = null;
        boolean reserved = false;
        boolean repeated = false;
        for (Literal.AggregateField field : aggregate.fields()) {
            Literal value = field.value();
            boolean isTrue = value instanceof Literal.Ident i && i.name().text().equals("true");
            switch (field.name().text()) {
                case "number" ->
                    number = value instanceof Literal.Int i && i.value().bitLength() < 32
                            ? i.value().intValue()
                            : 0;
                case "full_name" -> fullName = value instanceof Literal.Text t ? t.text() : null;
                case "type" -> type = value instanceof Literal.Text t ? t.text() : null;
                case "reserved" -> reserved = isTrue;
                case "repeated" -> repeated = isTrue;
                default -> {}
            }
        }
        return new Declaration(number, fullName, type, reserved, repeated, aggregate.span());
    }

    private void check(Declaration declaration, Decl.Extensions extensions) {
        Span at = declaration.span();
        int number = declaration.number();
        for (Decl.Range range : extensions.ranges()) {
            if (!holds(range, number)) {
                diagnostics.report(Problem.DECLARATION_OUTSIDE, at, number).note(Problem.RANGE_IS_HERE, range.span());
            }
        }
        Declaration before = byNumber.putIfAbsent(number, declaration);
        if (before != null) {
            diagnostics.report(Problem.DECLARATION_TWICE, at, number).note(Problem.FIRST_DECLARED_HERE, before.span());
        }
        String fullName = declaration.fullName();
        String type = declaration.type();
        if (fullName == null || type == null) {
            if (fullName != type || !declaration.reserved()) {
                diagnostics.report(Problem.DECLARATION_PARTIAL, at, number);
            }
            return;
        }
        if (!names.add(fullName)) {
            diagnostics.report(Problem.DECLARATION_TWICE, at, fullName);
        }
        checkName(fullName, at);
        if (!ProtoTypes.SCALARS.containsKey(type)) {
            checkName(type, at);
        }
    }

    private void checkName(String name, Span at) {
        List<String> parts = Names.split(name);
        boolean good = parts.size() > 1 && parts.get(0).isEmpty();
        for (String part : parts.subList(1, parts.size())) {
            good &= !part.isEmpty()
                    && part.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_'));
        }
        if (!good) {
            diagnostics.report(Problem.DECLARATION_NAME_FORM, at, name);
        }
    }

    private static boolean holds(Decl.Range range, int number) {
        return range.first().value().bitLength() < 32
                && range.first().value().intValue() <= number
                && (range.last() == null
                        || range.last().value().bitLength() >= 32
                        || number <= range.last().value().intValue());
    }

    /** Checks an extension against what is declared; {@code type} is null when it is not known. */
    void check(ProtoField field, ProtoMessage extendee, int number, @Nullable Type type, Diagnostics reports) {
        Map.Entry<Integer, Decl.Range> range = strict.floorEntry(number);
        if (range == null
                || !holds(range.getValue(), number)
                || extendee.type().file().path().equals("google/protobuf/descriptor.proto")) {
            return;
        }
        Declaration declaration = byNumber.get(number);
        String name = extendee.type().fullName();
        Span at = field.place();
        if (declaration == null) {
            reports.report(Problem.EXTENSION_UNDECLARED, at, number, name);
        } else if (declaration.reserved()) {
            reports.report(Problem.EXTENSION_DECLARED_RESERVED, at, number, name)
                    .note(Problem.FIRST_RESERVED_HERE, declaration.span());
        } else if (type != null && !matches(field, type, declaration)) {
            reports.report(Problem.EXTENSION_DECLARED_OTHERWISE, at, number, name)
                    .note(Problem.FIRST_DECLARED_HERE, declaration.span());
        }
    }

    private static boolean matches(ProtoField field, Type type, Declaration declaration) {
        Type element = type instanceof Type.ListOf list ? list.element() : type;
        String actual = ProtoTypes.keyword(element);
        String declared = declaration.type();
        boolean sameType =
                declared == null || declared.equals(actual) || actual == null && declared.equals("." + element);
        return sameType
                && ("." + field.symbol().fullName()).equals(declaration.fullName())
                && declaration.repeated() == field.isRepeated();
    }
}
