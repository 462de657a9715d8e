package dev.fastcodec.codegen.plan;

import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Field.Presence;
import dev.fastcodec.idl.schema.FileInfo.Language;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.Reserved;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Visibility;
import dev.fastcodec.idl.source.Comments;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The names that one service gives out: nested classes, methods, constants, and the structs of arguments and results, which have no name in the IDL.
 * No method overrides one of {@code Object} or of the base service, but where the IDL says so.
 */
final class ServiceNames {
    private static final List<String> METHODS = List.of(
            "client",
            "handlers",
            "asyncHandlers",
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    private static final List<String> LOCALS = List.of("channel");

    /** What one class of calls holds; far from the limits of a class file, of which constants are the first to be met. */
    private static final int METHODS_OF_A_CLASS = 200;

    private final JavaName service;
    private final Names methods = new Names(METHODS);
    private final Names constants = new Names(List.of("SCHEMA"));
    private final List<String> classes = new ArrayList<>();
    private final Map<Service.Method, MethodNames> own = new IdentityHashMap<>();
    private final Map<Service.Method, CallStructs> structs = new IdentityHashMap<>();
    private final String async;
    private final JavaName calls;
    private final List<JavaName> earlierCalls = new ArrayList<>();
    private final String client;
    private final String asyncClient;

    /** The names of a method in Java. */
    record MethodNames(String method, String constant) {}

    /**
     * What travels when a function of Thrift is called.
     *
     * @param result null when there is no response
     * @param success the name of the result's field, or empty
     */
    record CallStructs(StructType arguments, @Nullable StructType result, String success) {}

    ServiceNames(Service service, JavaName name, @Nullable ServiceNames base, TypeNames names) {
        this.service = name;
        Names scope = Names.ofTypes(name.simpleNames());
        scope.takeAll(names.notHidden(name));
        async = scope.take("Async");
        calls = name.nested(scope.take("Calls"));
        int count = service.methods().size() + (base == null ? 0 : base.own.size());
        for (int from = METHODS_OF_A_CLASS; from < count; from += METHODS_OF_A_CLASS) {
            earlierCalls.add(name.nested(scope.take("Calls" + earlierCalls.size())));
        }
        if (base != null) {
            base.own.forEach((method, itsNames) -> {
                own.put(method, itsNames);
                methods.takeAll(List.of(itsNames.method));
            });
            structs.putAll(base.structs);
            classes.addAll(base.classes);
        }
        classes.addAll(name.simpleNames());
        service.methods().forEach(m -> takeClasses(m, names));
        constants.takeAll(classes);
        if (base != null) {
            base.own.values().forEach(n -> constants.takeAll(List.of(n.constant)));
        }
        Names nested = Names.ofTypes(calls.simpleNames());
        nested.takeAll(names.notHidden(name));
        nested.takeAll(List.of(async));
        client = nested.take("Client");
        asyncClient = nested.take("AsyncClient");
        for (Service.Method method : service.methods()) {
            own.put(
                    method,
                    new MethodNames(
                            methods.take(Names.lowerCamel(method.name())),
                            constants.take(Names.upperSnake(method.name()))));
            if (isWrapped(service, method)) {
                structs.put(method, callStructs(service, method));
                register(service, method, nested, names);
            }
        }
    }

    /** Whether arguments and result travel in structs of their own. */
    static boolean isWrapped(Service service, Service.Method method) {
        return service.file().language() == Language.THRIFT && !method.clientStream() && !method.serverStream();
    }

    private void register(Service service, Service.Method method, Names nested, TypeNames names) {
        String camel = Names.upperCamel(method.name());
        CallStructs both = structs(method);
        names.add(both.arguments, calls.nested(nested.take(camel + "Args")), service.name());
        StructType result = both.result;
        if (result != null) {
            names.add(result, calls.nested(nested.take(camel + "Result")), service.name());
        }
    }

    private static CallStructs callStructs(Service service, Service.Method method) {
        StructType arguments = struct(service, method, "_args", method.parameters());
        if (method.oneway()) {
            return new CallStructs(arguments, null, "");
        }
        List<Field> fields = new ArrayList<>();
        String success = "";
        Type type = method.result();
        if (type != null) {
            success = "success";
            while (has(method.exceptions(), success)) {
                success += "_";
            }
            fields.add(field(method, 0, success, type));
        }
        method.exceptions().forEach(e -> fields.add(field(method, e.number(), e.name(), e.type())));
        return new CallStructs(arguments, struct(service, method, "_result", fields), success);
    }

    private static boolean has(List<Field> fields, String name) {
        return fields.stream().anyMatch(f -> f.name().equals(name));
    }

    private static Field field(Service.Method method, int number, String name, Type type) {
        return new Field(
                name,
                number,
                type,
                Presence.EXPLICIT,
                true,
                Field.Encoding.PLAIN,
                null,
                null,
                name,
                Options.NONE,
                Comments.NONE,
                method.span());
    }

    private static StructType struct(Service service, Service.Method method, String ending, List<Field> fields) {
        String name = method.name() + ending;
        StructType struct = new StructType(
                name,
                name,
                service.file(),
                null,
                StructType.Kind.STRUCT,
                Visibility.UNSET,
                Options.NONE,
                Comments.NONE,
                method.span());
        struct.define(
                new StructType.Body(fields, List.of(), List.of(), List.of(), List.of(), List.of(), Reserved.NONE));
        return struct;
    }

    private void takeClasses(Service.Method method, TypeNames names) {
        method.parameters().forEach(p -> takeClasses(p.type(), names));
        method.exceptions().forEach(e -> takeClasses(e.type(), names));
        Type result = method.result();
        if (result != null) {
            takeClasses(result, names);
        }
    }

    /** No constant or parameter may hide a class that the code names. */
    private void takeClasses(Type type, TypeNames names) {
        if (type instanceof StructType || type instanceof EnumType) {
            classes.addAll(names.of(type).simpleNames());
        } else if (type instanceof Type.ListOf list) {
            takeClasses(list.element(), names);
        } else if (type instanceof Type.SetOf set) {
            takeClasses(set.element(), names);
        } else if (type instanceof Type.MapOf map) {
            takeClasses(map.key(), names);
            takeClasses(map.value(), names);
        }
    }

    /** The interface. */
    JavaName name() {
        return service;
    }

    /** The interface's asynchronous twin. */
    String async() {
        return async;
    }

    /** The class for generated code. */
    JavaName calls() {
        return calls;
    }

    /** The methods, cut to what one class holds, the last of which is {@link #calls()}. */
    List<ServicePlan.Part> parts(List<MethodPlan> all) {
        List<ServicePlan.Part> parts = new ArrayList<>();
        for (JavaName part : earlierCalls) {
            int from = parts.size() * METHODS_OF_A_CLASS;
            parts.add(new ServicePlan.Part(part, all.subList(from, from + METHODS_OF_A_CLASS)));
        }
        parts.add(new ServicePlan.Part(calls, all.subList(parts.size() * METHODS_OF_A_CLASS, all.size())));
        return parts;
    }

    String client() {
        return client;
    }

    String asyncClient() {
        return asyncClient;
    }

    /** Names of a method of this service or of a base. */
    MethodNames of(Service.Method method) {
        return Objects.requireNonNull(own.get(method), method.name());
    }

    /** The structs of a method that is wrapped. */
    CallStructs structs(Service.Method method) {
        return Objects.requireNonNull(structs.get(method), method.name());
    }

    /** A scope for the parameters of one method. */
    Names parameters() {
        Names scope = new Names(LOCALS);
        scope.takeAll(classes);
        return scope;
    }
}
