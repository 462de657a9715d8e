package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import dev.fastcodec.idl.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads literals as lists, sets, maps and structs; a part that is wrong is reported and makes the whole null. As for Apache's
 * compiler, an empty list and an empty map are alike.
 */
final class ThriftComposites {
    private final ThriftValues values;
    private final ThriftStructs structs;
    private final ThriftSuggestions suggestions;
    private final Diagnostics diagnostics;
    private final Map<StructType, Map<String, ThriftMember>> members = new HashMap<>();

    ThriftComposites(
            ThriftValues values, ThriftStructs structs, ThriftSuggestions suggestions, Diagnostics diagnostics) {
        this.values = values;
        this.structs = structs;
        this.suggestions = suggestions;
        this.diagnostics = diagnostics;
    }

    @Nullable
    ThriftValue list(Literal literal, Type.ListOf type, ThriftValues.Place place) {
        return elements(literal, type, type.element(), place);
    }

    /** Reads a set; a scalar that comes twice is warned of and kept once, like a key of a map, whose last value counts. */
    @Nullable
    ThriftValue set(Literal literal, Type.SetOf type, ThriftValues.Place place) {
        return elements(literal, type, type.element(), place);
    }

    private @Nullable ThriftValue elements(Literal literal, Type type, Type element, ThriftValues.Place place) {
        if (literal instanceof Literal.MapOf map && map.entries().isEmpty()) {
            return ThriftValue.of(new Value.ListOf(List.of()), List.of());
        }
        if (!(literal instanceof Literal.ListOf list)) {
            ThriftValues.reportType(diagnostics, literal, type, place);
            return null;
        }
        List<ThriftValue> parts = new ArrayList<>();
        Map<Object, Span> seen = new HashMap<>();
        boolean complete = true;
        for (Literal each : list.elements()) {
            ThriftValue part = values.value(each, element, place);
            if (part == null) {
                complete = false;
                continue;
            }
            if (type instanceof Type.ListOf || !isSecond(Problem.THRIFT_ELEMENT_TWICE, part, each, seen, place)) {
                parts.add(part);
            }
        }
        List<Value> elements = parts.stream().map(ThriftValue::value).toList();
        return complete ? ThriftValue.of(new Value.ListOf(elements), parts) : null;
    }

    /** Whether a scalar element or key is there already, which is warned of. */
    private boolean isSecond(
            Problem problem, ThriftValue part, Literal literal, Map<Object, Span> seen, ThriftValues.Place place) {
        Object key = key(part.value());
        Span first = key == null ? null : seen.putIfAbsent(key, literal.span());
        if (first != null && place.at() == null && place.file().isRequested()) {
            diagnostics.report(problem, literal.span()).note(Problem.FIRST_USED_HERE, first);
        }
        return first != null;
    }

    /** What makes a scalar equal to another; null for composites, which are not compared. */
    private static @Nullable Object key(Value value) {
        if (value instanceof Value.Bytes bytes) {
            return new String(bytes.value(), StandardCharsets.ISO_8859_1);
        } else if (value instanceof Value.EnumValue anEnum) {
            return anEnum.value().number();
        }
        boolean scalar = value instanceof Value.Bool
                || value instanceof Value.Int
                || value instanceof Value.Float
                || value instanceof Value.Text;
        return scalar ? value : null;
    }

    @Nullable
    ThriftValue map(Literal literal, Type.MapOf type, ThriftValues.Place place) {
        if (literal instanceof Literal.ListOf list && list.elements().isEmpty()) {
            return ThriftValue.of(new Value.MapOf(List.of()), List.of());
        }
        if (!(literal instanceof Literal.MapOf map)) {
            ThriftValues.reportType(diagnostics, literal, type, place);
            return null;
        }
        List<ThriftValue> parts = new ArrayList<>();
        Map<Object, Value.Entry> entries = new LinkedHashMap<>();
        Map<Object, Span> seen = new HashMap<>();
        boolean complete = true;
        for (Literal.Entry entry : map.entries()) {
            ThriftValue key = values.value(entry.key(), type.key(), place);
            ThriftValue value = values.value(entry.value(), type.value(), place);
            if (key == null || value == null) {
                complete = false;
                continue;
            }
            isSecond(Problem.THRIFT_KEY_TWICE, key, entry.key(), seen, place);
            parts.add(key);
            parts.add(value);
            Object scalar = key(key.value());
            entries.put(scalar == null ? new Object() : scalar, new Value.Entry(key.value(), value.value()));
        }
        return complete ? ThriftValue.of(new Value.MapOf(List.copyOf(entries.values())), parts) : null;
    }

    @Nullable
    ThriftValue struct(Literal literal, StructType type, ThriftValues.Place place) {
        if (!(literal instanceof Literal.MapOf map)) {
            ThriftValues.reportType(diagnostics, literal, type, place);
            return null;
        }
        List<ThriftValue> parts = new ArrayList<>();
        List<Value.FieldValue> fields = new ArrayList<>();
        Map<String, Span> seen = new HashMap<>();
        boolean complete = true;
        for (Literal.Entry entry : map.entries()) {
            ThriftMember member = member(entry.key(), type, place);
            ThriftValue value = member == null ? null : values.value(entry.value(), member.type(), place);
            if (member == null || value == null) {
                complete = false;
                continue;
            }
            Span first = seen.putIfAbsent(member.decl().name().text(), place.of(entry.key()));
            if (first != null) {
                diagnostics
                        .report(
                                Problem.THRIFT_VALUE_FIELD_TWICE,
                                place.of(entry.key()),
                                member.decl().name())
                        .note(Problem.FIRST_USED_HERE, first);
                continue;
            }
            parts.add(value);
            fields.add(new Value.FieldValue(values.field(member), value.value()));
        }
        if (type.kind() == StructType.Kind.UNION && map.entries().size() > 1) {
            diagnostics.report(Problem.THRIFT_UNION_VALUE, place.of(literal), type);
            return null;
        }
        return complete ? ThriftValue.of(new Value.Struct(type, fields), parts) : null;
    }

    private @Nullable ThriftMember member(Literal key, StructType type, ThriftValues.Place place) {
        if (!(key instanceof Literal.Text text)) {
            diagnostics.report(Problem.THRIFT_VALUE_FIELD_KEY, place.of(key), type);
            return null;
        }
        Map<String, ThriftMember> byName = members.computeIfAbsent(type, t -> {
            Map<String, ThriftMember> map = new HashMap<>();
            structs.members(t).forEach(m -> map.putIfAbsent(m.decl().name().text(), m));
            return map;
        });
        ThriftMember member = byName.get(text.text());
        if (member == null && !structs.hasHiddenField(type, text.text())) {
            suggestions.help(
                    diagnostics.report(Problem.THRIFT_NO_FIELD, place.of(key), type, text.text()),
                    text.text(),
                    byName.keySet());
        }
        return member;
    }
}
