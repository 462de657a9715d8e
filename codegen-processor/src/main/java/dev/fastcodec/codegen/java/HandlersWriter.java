package dev.fastcodec.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.plan.MethodPlan;
import dev.fastcodec.codegen.plan.ServicePlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods that make handlers of an implementation of a service. */
final class HandlersWriter {
    /** Each takes some 20 bytes of bytecode. */
    private static final int HANDLERS_OF_A_METHOD = 200;

    private static final ParameterSpec ALL =
            ParameterSpec.builder(RpcTypes.HANDLER_LIST, "all").build();

    private final ServicePlan service;

    HandlersWriter(ServicePlan service) {
        this.service = service;
    }

    /** Not overloaded, as the interfaces of small services are functional ones, of which javac warns. */
    static String name(boolean async) {
        return async ? "asyncHandlers" : "handlers";
    }

    void add(TypeSpec.Builder type, ClassName implemented, boolean async) {
        List<CodeBlock> handlers =
                service.methods().stream().map(m -> handler(m, async)).toList();
        String name = name(async);
        MethodSpec.Builder method = method(name, implemented).returns(RpcTypes.HANDLER_LIST);
        if (handlers.size() <= HANDLERS_OF_A_METHOD) {
            type.addMethod(method.addStatement(
                            "return $T.of($L)",
                            List.class,
                            handlers.isEmpty()
                                    ? CodeBlock.of("")
                                    : CodeBlock.of("\n$L", CodeBlock.join(handlers, ",\n")))
                    .build());
            return;
        }
        method.addStatement("$T all = new $T<>()", RpcTypes.HANDLER_LIST, ArrayList.class);
        for (int from = 0; from < handlers.size(); from += HANDLERS_OF_A_METHOD) {
            String part = name + "_" + from;
            method.addStatement("$L(service, all)", part);
            MethodSpec.Builder some = method(part, implemented).addParameter(ALL);
            handlers.subList(from, Math.min(handlers.size(), from + HANDLERS_OF_A_METHOD))
                    .forEach(h -> some.addStatement("all.add($L)", h));
            type.addMethod(some.build());
        }
        type.addMethod(method.addStatement("return all").build());
    }

    private static MethodSpec.Builder method(String name, ClassName implemented) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).addParameter(implemented, "service");
    }

    private static CodeBlock handler(MethodPlan method, boolean async) {
        CodeBlock body = !method.wrapped()
                ? CodeBlock.of("service::$L", method.javaName())
                : async ? asyncBody(method) : body(method);
        return CodeBlock.of("$T.$L($L, $L)", RpcTypes.HANDLERS, RpcTypes.verb(method, async), method.constant(), body);
    }

    private static CodeBlock call(MethodPlan method) {
        CodeBlock arguments = method.parameters().stream()
                .map(p -> CodeBlock.of("args.get$L()", p.property()))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("service.$L($L)", method.javaName(), arguments);
    }

    private static CodeBlock body(MethodPlan method) {
        CodeBlock.Builder code = CodeBlock.builder().add("args -> {\n").indent();
        if (!method.exceptions().isEmpty()) {
            code.beginControlFlow("try");
        }
        CodeBlock call = call(method);
        if (method.result() != null) {
            code.add("return new $T().set$L($L);\n", RpcTypes.response(method), method.success(), call);
        } else {
            code.add("$L;\nreturn $L;\n", call, empty(method));
        }
        for (MethodPlan.Thrown thrown : method.exceptions()) {
            if (!thrown.repeated()) {
                code.nextControlFlow("catch ($T e)", JavaTypes.of(thrown.type()))
                        .add("return new $T().set$L(e);\n", RpcTypes.response(method), thrown.property());
            }
        }
        if (!method.exceptions().isEmpty()) {
            code.endControlFlow();
        }
        return code.unindent().add("}").build();
    }

    private static CodeBlock empty(MethodPlan method) {
        return method.response() == null ? CodeBlock.of("null") : CodeBlock.of("new $T()", RpcTypes.response(method));
    }

    private static CodeBlock asyncBody(MethodPlan method) {
        CodeBlock call = call(method);
        if (method.response() == null) {
            return CodeBlock.of("args -> $L", call);
        }
        ClassName response = RpcTypes.response(method);
        CodeBlock result =
                method.result() == null ? empty(method) : CodeBlock.of("new $T().set$L(m)", response, method.success());
        CodeBlock.Builder exceptions = CodeBlock.builder();
        for (MethodPlan.Thrown thrown : method.exceptions()) {
            if (!thrown.repeated()) {
                exceptions.add(
                        "e instanceof $T x_$L ? new $T().set$L(x_$L) : ",
                        JavaTypes.of(thrown.type()),
                        thrown.property(),
                        response,
                        thrown.property(),
                        thrown.property());
            }
        }
        return CodeBlock.of("args -> $L, m -> $L, e -> $Lnull", call, result, exceptions.build());
    }
}
