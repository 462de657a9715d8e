package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.TypeRef;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.source.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses options, features and types that a field's syntax, place or type does not allow. */
final class ProtoFieldRules {
    private final Diagnostics diagnostics;

    ProtoFieldRules(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Reports a problem of an option where the option stands. */
    private void report(boolean wrong, Problem problem, ProtoField field, String option) {
        if (wrong) {
            diagnostics.report(problem, field.options().place(option, field.place()));
        }
    }

    /**
     * Checks a field whose type is known.
     *
     * @param container the message it is a field or extension of, or null when that is not known
     */
    void check(ProtoField field, Field linked, @Nullable ProtoMessage container) {
        checkEnumUse(field, linked);
        if (container != null && container.isMessageSet() && container.file().edition() != ProtoEdition.PROTO3) {
            checkMessageSet(field, linked.type());
        }
        if (!field.options().written().isEmpty()) {
            checkOptions(field, linked.type());
        }
    }

    private void checkOptions(ProtoField field, Type type) {
        ProtoOptions options = field.options();
        boolean message = elementOf(type) instanceof StructType;
        boolean packable = type instanceof Type.ListOf list && ProtoTypes.isPackable(list.element());
        report(options.values().isTrue("packed") && !packable, Problem.PACKED_TYPE, field, "packed");
        report(options.values().isTrue("lazy") && !isLazyType(field, type), Problem.LAZY_TYPE, field, "lazy");
        report(
                options.values().isTrue("unverified_lazy") && (!isLazyType(field, type) || field.extend() != null),
                Problem.LAZY_TYPE,
                field,
                "unverified_lazy");
        String jsType = options.values().text("jstype");
        report(
                jsType != null && !jsType.equals("JS_NORMAL") && !ProtoTypes.isLong(elementOf(type)),
                Problem.JSTYPE_TYPE,
                field,
                "jstype");
        if (field.file().edition().isEdition()) {
            checkEdition(field, type, message, packable);
        }
    }

    private static boolean isLazyType(ProtoField field, Type type) {
        return type instanceof Type.MapOf
                || elementOf(type) instanceof StructType
                        && field.group() == null
                        && !field.features().delimited();
    }

    private static Type elementOf(Type type) {
        return type instanceof Type.ListOf list ? list.element() : type;
    }

    private void checkEnumUse(ProtoField field, Field linked) {
        Type element = elementOf(linked.type());
        TypeRef written = field.decl().type();
        Span at = written instanceof TypeRef.MapOf map ? map.value().span() : written.span();
        if (element instanceof EnumType anEnum && anEnum.closed()) {
            if (field.file().edition() == ProtoEdition.PROTO3) {
                diagnostics.report(Problem.CLOSED_ENUM_IN_PROTO3, at, anEnum.fullName());
            } else if (linked.presence() == Field.Presence.IMPLICIT && !(linked.type() instanceof Type.ListOf)) {
                diagnostics.report(Problem.CLOSED_ENUM_IMPLICIT, at, anEnum.fullName());
            }
        }
        if (linked.type() instanceof Type.MapOf map && map.value() instanceof EnumType anEnum) {
            if (anEnum.closed() && field.file().edition() == ProtoEdition.PROTO3) {
                diagnostics.report(Problem.CLOSED_ENUM_IN_PROTO3, at, anEnum.fullName());
            } else if (anEnum.closed() && field.features().presence() == ProtoFeatures.Presence.IMPLICIT) {
                diagnostics.report(Problem.CLOSED_ENUM_IMPLICIT, at, anEnum.fullName());
            } else if (!anEnum.values().isEmpty() && anEnum.values().get(0).number() != 0) {
                diagnostics.report(Problem.MAP_ENUM_NOT_ZERO, at, anEnum.fullName());
            }
        }
    }

    private void checkMessageSet(ProtoField field, Type type) {
        if (field.extend() == null) {
            diagnostics.report(Problem.MESSAGE_SET_FIELD, field.place());
        } else if (!(type instanceof StructType) || field.group() != null) {
            diagnostics.report(
                    Problem.MESSAGE_SET_EXTENSION, field.decl().type().span());
        }
    }

    private void checkEdition(ProtoField field, Type type, boolean message, boolean packable) {
        ProtoOptions options = field.options();
        report(options.values().get("packed") != null, Problem.PACKED_IN_EDITION, field, "packed");
        report(
                options.values().get("ctype") != null && field.file().edition().isAtLeast(ProtoEdition.EDITION_2024),
                Problem.CTYPE_REMOVED,
                field,
                "ctype");
        Map<String, String> said = options.features();
        boolean repeated = type instanceof Type.ListOf || type instanceof Type.MapOf;
        checkPresenceFeature(field, said.get("field_presence"), repeated, message);
        String encoding = said.get("repeated_field_encoding");
        checkFeature(encoding != null && !repeated, field, "repeated_field_encoding", "repeated fields");
        checkFeature(
                "PACKED".equals(encoding) && repeated && !packable,
                field,
                "repeated_field_encoding",
                "lists of numbers, bool or enums when it is PACKED");
        checkFeature(
                said.containsKey("utf8_validation") && !ProtoTypes.hasText(type), field, "utf8_validation", "strings");
        checkFeature(
                said.containsKey("message_encoding") && !message,
                field,
                "message_encoding",
                "fields of a message type");
    }

    private void checkPresenceFeature(ProtoField field, @Nullable String presence, boolean repeated, boolean message) {
        if (presence == null) {
            return;
        }
        String kind = field.oneof() != null
                ? "members of a oneof"
                : repeated
                        ? "repeated fields"
                        : field.extend() != null && !presence.equals("LEGACY_REQUIRED") ? "extensions" : null;
        if (kind != null) {
            diagnostics.report(Problem.FEATURE_NOT_FOR, featurePlace(field, "field_presence"), "field_presence", kind);
        } else if (message && presence.equals("IMPLICIT")) {
            diagnostics.report(Problem.IMPLICIT_MESSAGE, featurePlace(field, "field_presence"));
        }
    }

    private void checkFeature(boolean wrong, ProtoField field, String feature, String onlyFor) {
        if (wrong) {
            diagnostics.report(Problem.FEATURE_ONLY_FOR, featurePlace(field, feature), feature, onlyFor);
        }
    }

    /** Where a feature is set: its own option, or its line in {@code features = { … }}. */
    private static Span featurePlace(ProtoField field, String feature) {
        for (Decl.Option option : field.options().written()) {
            if (option.nameText().equals("features") && option.value() instanceof Literal.Aggregate aggregate) {
                for (Literal.AggregateField f : aggregate.fields()) {
                    if (f.name().text().equals(feature)) {
                        return f.name().span();
                    }
                }
            }
        }
        return field.options().place("features." + feature, field.place());
    }
}
