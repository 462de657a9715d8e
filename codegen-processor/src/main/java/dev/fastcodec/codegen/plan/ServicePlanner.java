package dev.fastcodec.codegen.plan;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.plan.MethodPlan.Mode;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.FileInfo.Language;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans one service: the names of its methods, how requests and responses travel, and the structs that these need. */
final class ServicePlanner {
    private static final String REQUEST = "request";
    private static final String REQUESTS = "requests";

    private final Service service;
    private final TypeNames names;
    private final Options options;
    private final ServiceNames own;
    private boolean usesDeprecated;

    ServicePlanner(Service service, TypeNames names, Options options) {
        this.service = service;
        this.names = names;
        this.options = options;
        this.own = names.service(service);
    }

    ServicePlan plan() {
        List<MethodPlan> methods = new ArrayList<>();
        List<StructPlan> structs = new ArrayList<>();
        addMethods(service, methods);
        for (Service.Method method : service.methods()) {
            if (ServiceNames.isWrapped(service, method)) {
                ServiceNames.CallStructs both = own.structs(method);
                structs.add(struct(both.arguments(), StructPlan.Kind.ARGUMENTS));
                StructType result = both.result();
                if (result != null) {
                    structs.add(struct(result, StructPlan.Kind.RESULT));
                }
            }
        }
        Service base = service.base();
        return new ServicePlan(
                own.name(),
                service.file().path(),
                service.fullName(),
                new SchemaPlan.Ref(names.table(service.file()), service.name(), "SCHEMA"),
                base == null ? null : names.of(base),
                base == null ? "" : names.service(base).async(),
                own.async(),
                own.client(),
                own.asyncClient(),
                own.parts(methods),
                structs,
                TypeNames.doc(service.comments().text()),
                TypeNames.isDeprecated(service.options()),
                usesDeprecated || base != null && isDeprecated(base));
    }

    private static boolean isDeprecated(Service base) {
        Service further = base.base();
        return TypeNames.isDeprecated(base.options())
                || base.methods().stream().anyMatch(m -> TypeNames.isDeprecated(m.options()))
                || further != null && isDeprecated(further);
    }

    private StructPlan struct(StructType struct, StructPlan.Kind kind) {
        return new StructPlanner(struct, kind, names, options).plan(List.of());
    }

    /** Those of the bases first. */
    private void addMethods(Service of, List<MethodPlan> methods) {
        Service base = of.base();
        if (base != null) {
            addMethods(base, methods);
        }
        of.methods().forEach(m -> methods.add(method(of, m)));
    }

    private MethodPlan method(Service declaring, Service.Method method) {
        ServiceNames.MethodNames taken = own.of(method);
        Mode mode = mode(method);
        boolean wrapped = ServiceNames.isWrapped(declaring, method);
        ServiceNames.CallStructs structs = wrapped ? own.structs(method) : null;
        StructType arguments = structs == null ? null : structs.arguments();
        StructType answer = structs == null ? null : structs.result();
        Type result = method.result();
        noteDeprecated(method);
        return new MethodPlan(
                method.name(),
                taken.method(),
                taken.constant(),
                mode,
                declaring == service ? null : names.service(declaring).calls(),
                parameters(method, arguments, mode),
                result == null ? null : names.value(result),
                exceptions(method, answer),
                names.of(
                        arguments != null
                                ? arguments
                                : method.parameters().get(0).type()),
                answer != null ? names.of(answer) : wrapped || result == null ? null : names.of(result),
                wrapped,
                structs == null || result == null ? "" : property(answer, structs.success()),
                codecs(declaring, method, wrapped),
                TypeNames.doc(method.comments().text()),
                TypeNames.isDeprecated(method.options()));
    }

    private void noteDeprecated(Service.Method method) {
        Type result = method.result();
        usesDeprecated |= method.parameters().stream().anyMatch(p -> TypeNames.isDeprecated(p.type()))
                || result != null && TypeNames.isDeprecated(result)
                || method.exceptions().stream().anyMatch(e -> TypeNames.isDeprecated(e.type()));
    }

    private static Mode mode(Service.Method method) {
        if (method.clientStream()) {
            return method.serverStream() ? Mode.BOTH_STREAM : Mode.CLIENT_STREAM;
        }
        return method.serverStream() ? Mode.SERVER_STREAM : method.oneway() ? Mode.ONEWAY : Mode.UNARY;
    }

    private List<MethodPlan.Parameter> parameters(Service.Method method, @Nullable StructType arguments, Mode mode) {
        Names scope = own.parameters();
        boolean isProto = service.file().language() == Language.PROTO;
        List<MethodPlan.Parameter> parameters = new ArrayList<>();
        for (Field parameter : method.parameters()) {
            // Protobuf has no name for it, and what comes in a stream is not what an argument of Thrift is called for.
            String wanted = mode.streamsRequests() ? REQUESTS : isProto ? REQUEST : Names.lowerCamel(parameter.name());
            parameters.add(new MethodPlan.Parameter(
                    scope.take(wanted),
                    arguments == null
                            ? ""
                            : names.properties(arguments).of(parameter).property(),
                    names.value(parameter.type())));
        }
        return parameters;
    }

    private List<MethodPlan.Thrown> exceptions(Service.Method method, @Nullable StructType answer) {
        List<MethodPlan.Thrown> exceptions = new ArrayList<>();
        Set<JavaName> seen = new HashSet<>();
        if (answer != null) {
            for (Field exception : method.exceptions()) {
                JavaName type = names.of(exception.type());
                exceptions.add(new MethodPlan.Thrown(type, property(answer, exception.name()), !seen.add(type)));
            }
        }
        return exceptions;
    }

    private String property(@Nullable StructType struct, String field) {
        return struct == null
                ? ""
                : names.properties(struct).of(struct.field(field).orElseThrow()).property();
    }

    /**
     * The payloads that a method has codecs for: of a Thrift function a struct of arguments and one of its result, of one with streams bare structs, which
     * are sent in the Binary protocol alone.
     */
    private List<MethodPlan.Codecs> codecs(Service declaring, Service.Method method, boolean wrapped) {
        List<MethodPlan.Codecs> codecs = new ArrayList<>();
        List<WireFormat> formats = names.formats(declaring.file().language());
        for (WireFormat format : formats) {
            switch (format) {
                case PROTO -> codecs.add(new MethodPlan.Codecs(format.name(), format.name()));
                case BINARY, COMPACT, TJSON -> {
                    if (wrapped) {
                        codecs.add(new MethodPlan.Codecs(format.name(), format.name()));
                    } else if (format == WireFormat.BINARY) {
                        codecs.add(new MethodPlan.Codecs("STRUCT_BINARY", format.name()));
                    }
                }
                default -> {
                    // What people read is no payload of calls.
                }
            }
        }
        return codecs;
    }
}
