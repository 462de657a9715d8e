package dev.fastcodec.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.plan.JavaName;
import dev.fastcodec.codegen.plan.MethodPlan;
import dev.fastcodec.codegen.plan.ServicePlan;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/**
 * What a service is to the runtime: a constant for each method, the clients, the handlers, the structs of Thrift's calls. Of a large service this is one
 * class of several, each of which extends the one before, so that all is to be found in the last.
 */
final class CallsWriter {
    private static final String SCHEMA = "SCHEMA";

    private final ServicePlan service;
    private final int index;
    private final ServicePlan.Part part;
    private final Options options;
    private final ClassName self;
    private final ClassName calls;

    CallsWriter(ServicePlan service, int index, Options options) {
        this.service = service;
        this.index = index;
        this.part = service.parts().get(index);
        this.options = options;
        this.self = JavaTypes.of(service.name());
        this.calls = JavaTypes.of(service.calls());
    }

    TypeSpec write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(JavaTypes.of(part.calls()))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, isLast() ? Modifier.FINAL : Modifier.ABSTRACT)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (isLast()) {
            type.addJavadoc("The calls of {@link $T}. For generated code and engines only.\n", self);
        } else {
            type.addJavadoc("Some of {@link $T}, which one class has no room for.\n", calls);
        }
        if (index > 0) {
            type.superclass(before());
        }
        if (!part.methods().isEmpty()) {
            type.addField(schema());
        }
        part.methods().forEach(m -> type.addField(constant(m)));
        for (MethodPlan method : part.methods()) {
            if (method.declared() == null && method.wrapped() && method.answers()) {
                type.addMethod(result(method));
            }
        }
        HandlersWriter handlers = new HandlersWriter(service, index);
        handlers.add(type, self, false);
        handlers.add(type, self.nestedClass(service.async()), true);
        type.addType(client(false)).addType(client(true));
        if (isLast()) {
            service.structs()
                    .forEach(s -> type.addType(JavaWriter.type(s, options).toBuilder()
                            .addModifiers(Modifier.STATIC)
                            .build()));
        }
        return type.build();
    }

    private boolean isLast() {
        return index == service.parts().size() - 1;
    }

    private ClassName before() {
        return JavaTypes.of(service.parts().get(index - 1).calls());
    }

    /** One object for all methods, which ask it when they are asked. */
    private FieldSpec schema() {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(Supplier.class), JavaTypes.schema("ServiceSchema")),
                        SCHEMA,
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("() -> $T.$L", self, SCHEMA)
                .build();
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
        return CodeBlock.of("$T.$L.in($S, $L)", JavaTypes.of(declared), method.constant(), service.fullName(), SCHEMA);
    }

    private CodeBlock description(MethodPlan method) {
        ClassName mode = JavaTypes.schema("ServiceSchema").nestedClass("Mode");
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.of($S, $S, $T.$L, $L, c -> c",
                        RpcTypes.rpc("Method"),
                        service.fullName(),
                        method.name(),
                        mode,
                        method.mode(),
                        SCHEMA);
        code.indent().indent();
        for (MethodPlan.Codecs codecs : method.codecs()) {
            code.add(
                    "\n.with($T.$L, $L, $L)",
                    RpcTypes.rpc("Payload"),
                    codecs.payload(),
                    codec(method, codecs, JavaTypes.of(method.request())),
                    responses(method, codecs));
        }
        return code.unindent().unindent().add(")").build();
    }

    private static CodeBlock responses(MethodPlan method, MethodPlan.Codecs codecs) {
        return method.response() == null
                ? CodeBlock.of("null")
                : codec(method, codecs, JavaTypes.of(method.response()));
    }

    /** The codec of a struct around arguments or a result, or, without such a struct, of these. */
    private static CodeBlock codec(MethodPlan method, MethodPlan.Codecs codecs, ClassName type) {
        if (!method.wrapped()) {
            return CodeBlock.of("$T.$L", type, codecs.constant());
        }
        return CodeBlock.of("new $T().$L()", type, codecs.constant().toLowerCase(Locale.ROOT));
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
        String name = async ? service.asyncClient() : service.client();
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.STATIC, isLast() ? Modifier.FINAL : Modifier.ABSTRACT);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameter(RpcTypes.CHANNEL, "channel");
        if (index > 0) {
            type.superclass(before().nestedClass(name));
            constructor.addStatement("super(channel)");
        } else {
            type.addSuperinterface(implemented);
            FieldSpec.Builder channel = FieldSpec.builder(RpcTypes.CHANNEL, "channel", Modifier.FINAL);
            type.addField((isLast() ? channel.addModifiers(Modifier.PRIVATE) : channel).build());
            constructor.addStatement("this.channel = channel");
        }
        type.addMethod(constructor.build());
        part.methods()
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
