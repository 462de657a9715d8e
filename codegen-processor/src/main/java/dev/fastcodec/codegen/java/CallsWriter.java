package dev.fastcodec.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.plan.JavaName;
import dev.fastcodec.codegen.plan.MethodPlan;
import dev.fastcodec.codegen.plan.ServicePlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What a service is to the runtime: a constant for each method, the clients, the handlers, the structs of Thrift's calls. */
final class CallsWriter {
    private final ServicePlan service;
    private final Options options;
    private final ClassName self;
    private final ClassName calls;

    CallsWriter(ServicePlan service, Options options) {
        this.service = service;
        this.options = options;
        this.self = JavaTypes.of(service.name());
        this.calls = JavaTypes.of(service.calls());
    }

    TypeSpec write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(calls)
                .addJavadoc("The calls of {@link $T}. For generated code and engines only.\n", self)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        service.methods().forEach(m -> type.addField(constant(m)));
        for (MethodPlan method : service.methods()) {
            if (method.declared() == null && method.wrapped() && method.answers()) {
                type.addMethod(result(method));
            }
        }
        HandlersWriter handlers = new HandlersWriter(service);
        handlers.add(type, self, false);
        handlers.add(type, self.nestedClass(service.async()), true);
        type.addType(client(false)).addType(client(true));
        service.structs()
                .forEach(s -> type.addType(JavaWriter.type(s, options).toBuilder()
                        .addModifiers(Modifier.STATIC)
                        .build()));
        return type.build();
    }

    private FieldSpec constant(MethodPlan method) {
        JavaName declared = method.declared();
        return FieldSpec.builder(
                        RpcTypes.method(method), method.constant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("{@code $L}.\n", method.name())
                .initializer(declared == null ? description(method) : inherited(method, declared))
                .build();
    }

    /** The same method of this service: calls name the service that they are for, not the one that declares the method. */
    private CodeBlock inherited(MethodPlan method, JavaName declared) {
        return CodeBlock.of(
                "$T.$L.in($S, () -> $T.SCHEMA)", JavaTypes.of(declared), method.constant(), service.fullName(), self);
    }

    private CodeBlock description(MethodPlan method) {
        ClassName mode = JavaTypes.schema("ServiceSchema").nestedClass("Mode");
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.<$T, $T>of($S, $S, $T.$L, () -> $T.SCHEMA)",
                        RpcTypes.rpc("Method"),
                        JavaTypes.of(method.request()),
                        RpcTypes.response(method),
                        service.fullName(),
                        method.name(),
                        mode,
                        method.mode(),
                        self);
        code.indent().indent();
        for (MethodPlan.Codecs codecs : method.codecs()) {
            code.add(
                    "\n.with($T.$L, $L, $L)",
                    RpcTypes.rpc("Payload"),
                    codecs.payload(),
                    requests(method, codecs),
                    responses(method, codecs));
        }
        if (!method.exceptions().isEmpty()) {
            code.add("\n.failing(m -> ");
            method.exceptions().forEach(e -> code.add("m.has$L() ? m.get$L() : ", e.property(), e.property()));
            code.add("null)");
        }
        return code.unindent().unindent().build();
    }

    private static CodeBlock requests(MethodPlan method, MethodPlan.Codecs codecs) {
        ClassName request = JavaTypes.of(method.request());
        if (!codecs.inner()) {
            return CodeBlock.of("$T.$L", request, codecs.constant());
        }
        MethodPlan.Parameter only = method.parameters().get(0);
        return inner(JavaTypes.general(only.type()), codecs, request, only.property());
    }

    private static CodeBlock responses(MethodPlan method, MethodPlan.Codecs codecs) {
        if (method.response() == null) {
            return CodeBlock.of("null");
        }
        ClassName response = JavaTypes.of(method.response());
        return codecs.inner() && method.result() != null
                ? inner(JavaTypes.general(method.result()), codecs, response, method.success())
                : CodeBlock.of("$T.$L", response, codecs.constant());
    }

    private static CodeBlock inner(TypeName struct, MethodPlan.Codecs codecs, ClassName around, String property) {
        return CodeBlock.of(
                "new $T<>($T.$L, $T::new, $T::get$L, $T::set$L)",
                RpcTypes.rpc("StructCodec"),
                struct,
                codecs.constant(),
                around,
                around,
                property,
                around,
                property);
    }

    /** Takes the result out of a response, or throws the exception that is there in its place. */
    private static MethodSpec result(MethodPlan method) {
        TypeName result = method.result() == null ? RpcTypes.VOID : JavaTypes.general(method.result());
        MethodSpec.Builder spec = MethodSpec.methodBuilder(method.javaName())
                .addJavadoc("The result in a response of {@code $L}.\n", method.name())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(result)
                .addParameter(RpcTypes.response(method), "m");
        ServiceWriter.addExceptions(spec, method);
        for (MethodPlan.Thrown thrown : method.exceptions()) {
            spec.beginControlFlow("if (m.has$L())", thrown.property())
                    .addStatement("throw m.get$L()", thrown.property())
                    .endControlFlow();
        }
        if (method.result() == null) {
            return spec.addStatement("return null").build();
        }
        return spec.beginControlFlow("if (!m.has$L())", method.success())
                .addStatement("throw $T.missingResult($L)", RpcTypes.STUBS, method.constant())
                .endControlFlow()
                .addStatement("return m.get$L()", method.success())
                .build();
    }

    private TypeSpec client(boolean async) {
        ClassName implemented = async ? self.nestedClass(service.async()) : self;
        TypeSpec.Builder type = TypeSpec.classBuilder(async ? service.asyncClient() : service.client())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(implemented)
                .addField(RpcTypes.CHANNEL, "channel", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RpcTypes.CHANNEL, "channel")
                        .addStatement("this.channel = channel")
                        .build());
        service.methods()
                .forEach(m -> type.addMethod(ServiceWriter.signature(m, async)
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement(call(m, async))
                        .build()));
        return type.build();
    }

    private CodeBlock call(MethodPlan method, boolean async) {
        boolean returns = async || method.result() != null;
        CodeBlock verb = CodeBlock.of("$T.$L", RpcTypes.STUBS, RpcTypes.verb(method, async));
        CodeBlock exchange = CodeBlock.of("channel, $T.$L, $L", calls, method.constant(), request(method));
        if (!method.wrapped() || method.mode() == MethodPlan.Mode.ONEWAY) {
            return CodeBlock.of("$L$L($L)", returns ? "return " : "", verb, exchange);
        }
        ClassName owner = method.declared() == null ? calls : JavaTypes.of(method.declared());
        if (async) {
            CodeBlock result =
                    method.answers() ? CodeBlock.of("$T::$L", owner, method.javaName()) : CodeBlock.of("m -> null");
            return CodeBlock.of("return $L($L, $L)", verb, exchange, result);
        } else if (!method.answers()) {
            return CodeBlock.of("$L($L)", verb, exchange);
        }
        return CodeBlock.of("$L$T.$L($L($L))", returns ? "return " : "", owner, method.javaName(), verb, exchange);
    }

    private static CodeBlock request(MethodPlan method) {
        List<MethodPlan.Parameter> parameters = method.parameters();
        if (!method.wrapped()) {
            return CodeBlock.of("$L", parameters.get(0).variable());
        }
        CodeBlock.Builder code = CodeBlock.builder().add("new $T()", JavaTypes.of(method.request()));
        parameters.forEach(p -> code.add(".set$L($L)", p.property(), p.variable()));
        return code.build();
    }
}
