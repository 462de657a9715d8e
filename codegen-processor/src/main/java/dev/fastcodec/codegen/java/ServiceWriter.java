package dev.fastcodec.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.plan.MethodPlan;
import dev.fastcodec.codegen.plan.ServicePlan;
import javax.lang.model.element.Modifier;

/** A service: the interface for both sides and its asynchronous twin. */
final class ServiceWriter {
    private static final String CLIENT =
            "Calls this service through a channel. What goes wrong is an {@link $T}, or what a method declares.\n";

    private final ServicePlan service;
    private final Options options;
    private final ClassName self;
    private final ClassName async;
    private final ClassName calls;

    ServiceWriter(ServicePlan service, Options options) {
        this.service = service;
        this.options = options;
        this.self = JavaTypes.of(service.name());
        this.async = self.nestedClass(service.async());
        this.calls = JavaTypes.of(service.calls());
    }

    TypeSpec write() {
        TypeSpec.Builder type = interfaceOf(self, false)
                .addJavadoc(Docs.withNote(
                        service.doc(),
                        CodeBlock.of(
                                "Implemented by a server, and by what calls one; {@link $T} does not wait.", async)))
                .addField(SchemaWriter.constant(service.schema(), JavaTypes.schema("ServiceSchema"), "service"));
        if (service.base() != null) {
            type.addSuperinterface(JavaTypes.of(service.base()));
        }
        if (service.deprecated()) {
            type.addAnnotation(Deprecated.class);
        }
        if (service.usesDeprecated()) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "deprecation")
                    .build());
        }
        TypeSpec.Builder twin = interfaceOf(async, true)
                .addModifiers(Modifier.STATIC)
                .addJavadoc("{@link $T} for callers and handlers that do not block.\n", self);
        if (service.base() != null) {
            twin.addSuperinterface(JavaTypes.of(service.base()).nestedClass(service.baseAsync()));
        }
        type.addType(twin.build());
        for (int part = 0; part < service.parts().size(); part++) {
            type.addType(new CallsWriter(service, part, options).write());
        }
        return type.build();
    }

    private TypeSpec.Builder interfaceOf(ClassName name, boolean isAsync) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name).addModifiers(Modifier.PUBLIC);
        for (MethodPlan method : service.methods()) {
            if (method.declared() == null) {
                type.addMethod(method(method, isAsync));
            }
        }
        String client = isAsync ? service.asyncClient() : service.client();
        return type.addMethod(MethodSpec.methodBuilder("client")
                        .addJavadoc(CLIENT, RpcTypes.rpc("RpcException"))
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(name)
                        .addParameter(RpcTypes.CHANNEL, "channel")
                        .addStatement("return new $T(channel)", calls.nestedClass(client))
                        .build())
                .addMethod(MethodSpec.methodBuilder("handlers")
                        .addJavadoc("What a server needs to answer calls with this implementation.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(RpcTypes.HANDLER_LIST)
                        .addParameter(name, "service")
                        .addStatement("return $T.$L(service)", calls, HandlersWriter.name(isAsync))
                        .build());
    }

    private static MethodSpec method(MethodPlan method, boolean async) {
        MethodSpec.Builder spec = signature(method, async)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(Docs.paragraph(method.doc()));
        if (method.deprecated()) {
            spec.addAnnotation(Deprecated.class);
        }
        return spec.build();
    }

    /** Name, parameters, result and exceptions. */
    static MethodSpec.Builder signature(MethodPlan method, boolean async) {
        MethodSpec.Builder spec = MethodSpec.methodBuilder(method.javaName()).returns(RpcTypes.result(method, async));
        method.parameters().forEach(p -> spec.addParameter(RpcTypes.parameter(method, p, async), p.variable()));
        if (!async) {
            addExceptions(spec, method);
        }
        return spec;
    }

    /** What it throws, each class once. */
    static void addExceptions(MethodSpec.Builder spec, MethodPlan method) {
        for (MethodPlan.Thrown thrown : method.exceptions()) {
            if (!thrown.repeated()) {
                spec.addException(JavaTypes.of(thrown.type()));
            }
        }
    }
}
