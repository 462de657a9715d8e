package dev.fastcodec.codegen.plan;

import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Oneof;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.StructType.Kind;
import dev.fastcodec.idl.schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The names of the properties of one bean. Methods of {@code Object}, {@code Message} and {@code Throwable} are never
 * overridden by accident; a clash makes the whole property end in an underscore.
 */
final class StructNames {
    private static final List<String> METHODS = List.of(
            "getClass",
            "hashCode",
            "toString",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "clear",
            "copy",
            "schema",
            "unknownFields");
    /** {@code getMessage} is not among them: an exception's {@code string message} is meant to be its message. */
    private static final List<String> THROWABLE_METHODS = List.of(
            "getLocalizedMessage",
            "getCause",
            "initCause",
            "getStackTrace",
            "setStackTrace",
            "addSuppressed",
            "getSuppressed",
            "printStackTrace",
            "fillInStackTrace");

    private static final List<String> EXTENDABLE_METHODS =
            List.of("extensions", "mutableExtensions", "mutableUnknownFields");

    private static final List<String> VARIABLES =
            List.of("bits", "ascii", "unknown", "serialVersionUID", "NO_BYTES", "SCHEMA");

    private final Names methods = new Names(METHODS);
    private final Names variables = new Names(VARIABLES);
    private final List<OneofNames> oneofs = new ArrayList<>();
    private final Map<String, FieldNames> fields = new HashMap<>();
    private final Map<String, String> constants = new HashMap<>();

    /** Names of a field; {@code numberMethod} is empty unless it is an enum. */
    record FieldNames(String variable, String property, String numberMethod) {}

    /** Names of a oneof. */
    record OneofNames(String variable, String caseVariable, String property) {}

    StructNames(StructType struct, TypeNames classes) {
        struct.fields().forEach(field -> takeClasses(field.type(), classes));
        boolean exception = struct.kind() == Kind.EXCEPTION;
        if (exception) {
            methods.takeAll(THROWABLE_METHODS);
        }
        if (!struct.body().extensionRanges().isEmpty()) {
            methods.takeAll(EXTENDABLE_METHODS);
            variables.takeAll(List.of("extensions"));
        }
        if (struct.kind() == Kind.UNION) {
            oneofs.add(takeOneof("value"));
        }
        for (Oneof oneof : struct.body().oneofs()) {
            oneofs.add(takeOneof(oneof.name()));
        }
        for (Field field : struct.fields()) {
            fields.put(field.name(), takeField(field, exception));
        }
        for (WireFormat format : WireFormat.values()) {
            variables.takeAll(List.of(format.name()));
        }
        for (Extension extension : struct.body().extensions()) {
            String name = extension.field().name();
            constants.put(name, variables.take(Names.upperSnake(name)));
        }
    }

    /** No variable may hide a class that the code of its field names. */
    private void takeClasses(Type type, TypeNames classes) {
        if (type instanceof StructType || type instanceof EnumType) {
            variables.takeAll(classes.of(type).simpleNames());
        } else if (type instanceof Type.ListOf list) {
            takeClasses(list.element(), classes);
        } else if (type instanceof Type.SetOf set) {
            takeClasses(set.element(), classes);
        } else if (type instanceof Type.MapOf map) {
            takeClasses(map.key(), classes);
            takeClasses(map.value(), classes);
        }
    }

    /** Names of a field of this struct. */
    FieldNames of(Field field) {
        return Objects.requireNonNull(fields.get(field.name()), field.name());
    }

    /** The constant of an extension that is declared in this struct. */
    String constant(Extension extension) {
        return Objects.requireNonNull(constants.get(extension.field().name()), extension.fullName());
    }

    /** Names of the oneofs; a union has one. */
    OneofNames oneof(int index) {
        return oneofs.get(index);
    }

    private FieldNames takeField(Field field, boolean exception) {
        String property = Names.upperCamel(field.name());
        boolean hidesMessage = exception && field.type() != ScalarType.STRING;
        while (!areFree(accessors(property)) || hidesMessage && property.equals("Message")) {
            property += "_";
        }
        methods.takeAll(accessors(property));
        String camel = Names.lowerCamel(field.name());
        String numberMethod = field.type() instanceof EnumType ? methods.take(camel + "Number") : "";
        return new FieldNames(variables.take(camel), property, numberMethod);
    }

    private OneofNames takeOneof(String name) {
        String variable = Names.lowerCamel(name);
        String property = Names.upperCamel(name);
        while (!methods.isFree(variable)
                || !variables.isFree(variable)
                || !methods.isFree(variable + "Case")
                || !variables.isFree(variable + "Case")
                || !methods.isFree("clear" + property)) {
            variable += "_";
            property += "_";
        }
        List<String> taken = List.of(variable, variable + "Case", "clear" + property);
        methods.takeAll(taken);
        variables.takeAll(taken);
        return new OneofNames(variable, variable + "Case", property);
    }

    private boolean areFree(List<String> names) {
        return names.stream().allMatch(methods::isFree);
    }

    private static List<String> accessors(String property) {
        List<String> names = new ArrayList<>();
        for (String prefix : List.of("get", "set", "has", "clear", "mutable", "add")) {
            names.add(prefix + property);
        }
        return names;
    }
}
