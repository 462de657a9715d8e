package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.ast.TypeRef;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fourth pass: resolves the types of fields and extensions, derives presence and encoding, and completes the messages. */
final class ProtoFields {
    private final ProtoScopes scopes;
    private final ProtoDefaults defaults;
    private final ProtoLabels labels;
    private final ProtoFieldRules rules;
    private final Diagnostics diagnostics;

    ProtoFields(ProtoScopes scopes, Diagnostics diagnostics) {
        this.scopes = scopes;
        this.defaults = new ProtoDefaults(diagnostics);
        this.labels = new ProtoLabels(diagnostics);
        this.rules = new ProtoFieldRules(diagnostics);
        this.diagnostics = diagnostics;
    }

    /** Completes a message and those nested in it. */
    void define(ProtoMessage message, ProtoExtensions extensions) {
        List<StructType> structs = new ArrayList<>();
        for (ProtoMessage nested : message.messages()) {
            define(nested, extensions);
            structs.add(nested.type());
        }
        List<Field> fields = new ArrayList<>();
        for (ProtoField field : message.fields()) {
            Field linked = link(field, message);
            if (linked != null) {
                fields.add(linked);
            }
        }
        List<EnumType> enums = new ArrayList<>();
        for (ProtoEnum anEnum : message.enums()) {
            enums.add(anEnum.type());
        }
        List<Extension> declared = extensions.of(message.extensions());
        message.type()
                .define(new StructType.Body(
                        fields,
                        message.oneofs(),
                        structs,
                        enums,
                        declared,
                        message.extensionRanges(),
                        ProtoRanges.reserved(message.body(), message.mostExtended())));
    }

    /**
     * Links a field or extension; null, and reported, when its type is not known.
     *
     * @param container the message it is a field of: the enclosing or the extended one, null when that is not known
     */
    @Nullable
    Field link(ProtoField field, @Nullable ProtoMessage container) {
        labels.check(field);
        Type type = type(field);
        if (type == null) {
            return null;
        }
        Value defaultValue = defaults.read(field, type);
        Field linked = new Field(
                field.name(),
                ProtoNumbers.fieldNumber(field.decl()),
                type,
                presence(field, type),
                field.decl().label() == Decl.Field.Label.OPTIONAL,
                encoding(field, type),
                field.oneof(),
                defaultValue,
                ProtoJsonNames.of(field),
                field.options().values(),
                field.decl().comments(),
                field.place());
        rules.check(field, linked, container);
        return linked;
    }

    private @Nullable Type type(ProtoField field) {
        TypeRef written = field.decl().type();
        Type type;
        if (field.group() != null) {
            type = field.group().type();
        } else if (written instanceof TypeRef.MapOf map) {
            return map(field, map);
        } else {
            type = named(field, written);
        }
        return type != null && field.isRepeated() ? new Type.ListOf(type) : type;
    }

    private @Nullable Type map(ProtoField field, TypeRef.MapOf map) {
        Type key = named(field, map.key());
        Type value = named(field, map.value());
        if (key != null && !ProtoTypes.isMapKey(key)) {
            diagnostics.report(Problem.MAP_KEY_TYPE, map.key().span(), nameOf(map.key()));
            key = null;
        }
        return key == null || value == null ? null : new Type.MapOf(key, value);
    }

    private static String nameOf(TypeRef type) {
        return type instanceof TypeRef.Named named
                ? named.name().text()
                : type.span().text();
    }

    private @Nullable Type named(ProtoField field, TypeRef written) {
        if (!(written instanceof TypeRef.Named named)) {
            throw new IllegalArgumentException("no type of Protobuf: " + written);
        }
        Name name = named.name();
        ProtoEdition edition = field.file().edition();
        ScalarType scalar = ProtoTypes.scalar(name.text(), edition);
        if (scalar != null) {
            return scalar;
        }
        String newWord = ProtoTypes.newWord(name.text(), edition);
        if (newWord != null) {
            diagnostics.report(Problem.SCALAR_OBSOLETE, name.span(), name, newWord);
            return null;
        }
        ProtoSymbol scope = scopeOf(field.symbol());
        ProtoSymbol found = scopes.find(name.text(), scope, field.file(), true);
        if (found == null) {
            found = scopes.find(name.text(), scope, field.file(), false);
        }
        if (found == null) {
            scopes.reportUndefined(name, scope, field.file(), true);
        } else if (!found.isType()) {
            diagnostics.report(
                    Problem.NAME_NO_TYPE, name.span(), name, found.kind().label());
        } else if (found.type() == null) {
            diagnostics.report(Problem.MAP_ENTRY_AS_TYPE, name.span(), name);
        } else if (scopes.isUsable(found, name, field.file())) {
            return found.type();
        }
        return null;
    }

    private static ProtoSymbol scopeOf(ProtoSymbol symbol) {
        ProtoSymbol parent = symbol.parent();
        return parent == null ? symbol : parent;
    }

    private static Field.Presence presence(ProtoField field, Type type) {
        if (type instanceof Type.ListOf || type instanceof Type.MapOf) {
            return Field.Presence.IMPLICIT;
        }
        if (field.extend() != null || field.oneof() != null) {
            return Field.Presence.EXPLICIT;
        }
        Decl.Field.Label label = field.decl().label();
        if (label == Decl.Field.Label.REQUIRED) {
            return Field.Presence.REQUIRED;
        }
        if (label == Decl.Field.Label.OPTIONAL) {
            return Field.Presence.EXPLICIT;
        }
        return switch (field.features().presence()) {
            case LEGACY_REQUIRED -> Field.Presence.REQUIRED;
            case EXPLICIT -> Field.Presence.EXPLICIT;
            case IMPLICIT -> type instanceof StructType ? Field.Presence.EXPLICIT : Field.Presence.IMPLICIT;
        };
    }

    private static Field.Encoding encoding(ProtoField field, Type type) {
        boolean packed = false;
        if (type instanceof Type.ListOf list && ProtoTypes.isPackable(list.element())) {
            Value option = field.options().values().get("packed");
            packed = option instanceof Value.Bool b
                    ? b.value()
                    : field.features().packed();
        }
        Type element = type instanceof Type.ListOf list ? list.element() : type;
        boolean delimited = element instanceof StructType
                && (field.group() != null || field.features().delimited());
        boolean utf8 = (field.features().verifyUtf8() || field.features().javaUtf8()) && ProtoTypes.hasText(type);
        Type value = type instanceof Type.MapOf map ? map.value() : element;
        boolean closed = value instanceof EnumType anEnum
                && (anEnum.closed() || field.features().legacyClosedEnum());
        return new Field.Encoding(packed, delimited, utf8, closed);
    }
}
