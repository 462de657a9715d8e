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
    private static final ParameterSpec ALL =
            ParameterSpec.builder(RpcTypes.HANDLER_LIST, "all").build();

    private final ServicePlan service;
    private final int index;

    HandlersWriter(ServicePlan service, int index) {
        this.service = service;
        this.index = index;
    }

    /** Not overloaded, as the interfaces of small services are functional ones, of which javac warns. */
    static String name(boolean async) {
        return async ? "asyncHandlers" : "handlers";
    }

    /** Adds the method that gives all handlers, or, to a class that is not the last of the calls, one that the last one's calls. */
    void add(TypeSpec.Builder type, ClassName implemented, boolean async) {
        List<CodeBlock> handlers = service.parts().get(index).methods().stream()
                .map(m -> handler(m, async))
                .toList();
        String name = name(async);
        int last = service.parts().size() - 1;
        if (index < last) {
            MethodSpec.Builder some = method(name + "_" + index, implemented).addParameter(ALL);
            handlers.forEach(h -> some.addStatement("all.add($L)", h));
            type.addMethod(some.build());
            return;
        }
        MethodSpec.Builder method = method(name, implemented).returns(RpcTypes.HANDLER_LIST);
        if (last == 0) {
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
        for (int part = 0; part < last; part++) {
            method.addStatement("$L_$L(service, all)", name, part);
        }
        handlers.forEach(h -> method.addStatement("all.add($L)", h));
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
