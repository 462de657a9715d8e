package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Oneof;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Types the messages in option values, which are written in text format. */
final class ProtoAggregates {
    private static final String ANY = "google.protobuf.Any";
    private static final List<String> DOMAINS = List.of("type.googleapis.com", "type.googleprod.com");

    private final ProtoAggregateFields fields;
    private final ProtoOptionScalars scalars;
    private final Diagnostics diagnostics;

    ProtoAggregates(
            ProtoFile file,
            ProtoScopes scopes,
            ProtoExtensions extensions,
            ProtoOptionTypes types,
            Diagnostics diagnostics) {
        this.fields = new ProtoAggregateFields(file, scopes, extensions, types, diagnostics);
        this.scalars = new ProtoOptionScalars(true, diagnostics);
        this.diagnostics = diagnostics;
    }

    /** A message, or null and reported when any of it is wrong. */
    Value.@Nullable Struct message(StructType type, Literal.Aggregate written) {
        List<Value.FieldValue> values = new ArrayList<>();
        Map<Field, Literal.AggregateField> set = new HashMap<>();
        Map<Oneof, Literal.AggregateField> oneofs = new HashMap<>();
        boolean good = true;
        for (Literal.AggregateField part : written.fields()) {
            if (isAny(type) && part.extension()) {
                good &= any(type, part, values, set);
                continue;
            }
            if (!part.extension()
                    && ProtoAggregateFields.isReserved(type, part.name().text())) {
                continue;
            }
            Field field = fields.find(type, part);
            good &= field != null && once(field, part, set, oneofs) && add(field, part, values);
        }
        ProtoMapEntries.complete(type, values);
        return good && hasRequired(type, values, written) ? new Value.Struct(type, values) : null;
    }

    private boolean hasRequired(StructType type, List<Value.FieldValue> values, Literal.Aggregate written) {
        boolean good = true;
        for (Field field : type.fields()) {
            if (field.presence() == Field.Presence.REQUIRED && values.stream().noneMatch(v -> v.field() == field)) {
                diagnostics.report(Problem.OPTION_REQUIRED, written.span(), type.fullName(), field.name());
                good = false;
            }
        }
        return good;
    }

    private static boolean isAny(StructType type) {
        return type.fullName().equals(ANY);
    }

    private boolean once(
            Field field,
            Literal.AggregateField part,
            Map<Field, Literal.AggregateField> set,
            Map<Oneof, Literal.AggregateField> oneofs) {
        if (field.type() instanceof Type.ListOf || field.type() instanceof Type.MapOf) {
            return true;
        }
        Literal.AggregateField before = set.putIfAbsent(field, part);
        if (before == null && field.oneof() != null) {
            before = oneofs.putIfAbsent(field.oneof(), part);
        }
        if (before != null) {
            Problem problem = before.name().text().equals(part.name().text())
                    ? Problem.AGGREGATE_FIELD_TWICE
                    : Problem.AGGREGATE_ONEOF_TWICE;
            diagnostics
                    .report(problem, part.name().span(), part.name(), before.name())
                    .note(Problem.FIRST_SET_HERE, before.name().span());
        }
        return before == null;
    }

    private boolean any(
            StructType type,
            Literal.AggregateField part,
            List<Value.FieldValue> values,
            Map<Field, Literal.AggregateField> set) {
        Name domain = part.domain();
        StructType held = domain != null && DOMAINS.contains(domain.text()) ? fields.message(part.name()) : null;
        if (domain == null || held == null) {
            diagnostics.report(Problem.ANY_TYPE, part.name().span(), part.name());
            return false;
        }
        boolean first = values.isEmpty();
        type.fields().forEach(f -> set.putIfAbsent(f, part));
        if (!first) {
            diagnostics.report(Problem.AGGREGATE_FIELD_TWICE, part.name().span(), type.name(), type.name());
            return false;
        }
        if (!(part.value() instanceof Literal.Aggregate aggregate)) {
            diagnostics.report(Problem.OPTION_VALUE_TYPE, part.value().span(), part.name(), "a message");
            return false;
        }
        Value.Struct message = message(held, aggregate);
        if (message != null) {
            values.add(new Value.FieldValue(
                    type.fields().get(0),
                    new Value.Any(type, domain.text() + "/" + part.name().text(), message)));
        }
        return message != null;
    }

    private boolean add(Field field, Literal.AggregateField part, List<Value.FieldValue> values) {
        boolean repeated = field.type() instanceof Type.ListOf || field.type() instanceof Type.MapOf;
        Type element = ProtoAggregateFields.element(field);
        boolean message = element instanceof StructType || field.type() instanceof Type.MapOf;
        if (!message && !hasColon(part)) {
            diagnostics.report(Problem.AGGREGATE_NO_COLON, part.value().span(), part.name());
            return false;
        }
        if (!(part.value() instanceof Literal.ListOf list)) {
            return addOne(field, element, part, part.value(), values);
        }
        if (!repeated) {
            diagnostics.report(Problem.AGGREGATE_NO_LIST, part.value().span(), part.name());
            return false;
        }
        boolean good = true;
        for (Literal value : list.elements()) {
            good &= addOne(field, element, part, value, values);
        }
        return good;
    }

    private boolean addOne(
            Field field, Type element, Literal.AggregateField part, Literal value, List<Value.FieldValue> values) {
        Value typed = field.type() instanceof Type.MapOf map
                ? entry(map, part.name(), value)
                : one(element, part.name().text(), value);
        if (typed != null) {
            values.add(new Value.FieldValue(field, typed));
        }
        return typed != null;
    }

    private @Nullable Value one(Type type, String name, Literal value) {
        if (type instanceof StructType struct) {
            if (value instanceof Literal.Aggregate aggregate) {
                return message(struct, aggregate);
            }
            diagnostics.report(Problem.OPTION_VALUE_TYPE, value.span(), name, "a message");
            return null;
        }
        return type instanceof EnumType anEnum
                ? scalars.ofEnum(name, anEnum, value)
                : scalars.scalar(name, (ScalarType) type, value);
    }

    /** One entry of a map, a message with the fields key and value; either may be missing. */
    @Nullable
    Value entry(Type.MapOf map, Name of, Literal value) {
        if (!(value instanceof Literal.Aggregate aggregate)) {
            diagnostics.report(Problem.OPTION_VALUE_TYPE, value.span(), of, "a message");
            return null;
        }
        Map<String, Value> halves = new HashMap<>();
        boolean good = true;
        for (Literal.AggregateField half : aggregate.fields()) {
            String name = half.name().text();
            boolean key = name.equals("key");
            if (half.extension() || !key && !name.equals("value")) {
                diagnostics.report(Problem.OPTION_NO_FIELD, half.name().span(), of, name);
                good = false;
            } else if (halves.containsKey(name)) {
                diagnostics.report(Problem.AGGREGATE_FIELD_TWICE, half.name().span(), name, name);
                good = false;
            } else if (!hasColon(half) && (key || !(map.value() instanceof StructType))) {
                diagnostics.report(Problem.AGGREGATE_NO_COLON, half.value().span(), name);
                good = false;
            } else {
                Value typed = one(key ? map.key() : map.value(), name, half.value());
                good &= typed != null;
                if (typed != null) {
                    halves.put(name, typed);
                }
            }
        }
        return good
                ? new Value.MapOf(
                        List.of(new Value.Entry(half(halves, "key", map.key()), half(halves, "value", map.value()))))
                : null;
    }

    private static Value half(Map<String, Value> halves, String name, Type type) {
        return Objects.requireNonNullElseGet(halves.get(name), () -> ProtoZeros.of(type));
    }

    /** Whether a colon stands between name and value, which only messages may leave out. */
    private static boolean hasColon(Literal.AggregateField part) {
        String text = part.span().source().text();
        int end = part.value().span().start();
        for (int p = part.name().span().end(); p < end; p++) {
            if (text.charAt(p) == ':') {
                return true;
            } else if (text.charAt(p) == '#') {
                int line = text.indexOf('\n', p);
                p = line < 0 ? end : line;
            }
        }
        return false;
    }
}
