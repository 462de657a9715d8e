package dev.fastcodec.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fastcodec.codegen.plan.MethodPlan;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The types that services use: those of the runtime, and those of their methods. */
final class RpcTypes {
    static final ClassName CHANNEL = rpc("Channel");
    static final ClassName STUBS = rpc("Stubs");
    static final ClassName HANDLERS = rpc("Handlers");
    static final TypeName HANDLER = ParameterizedTypeName.get(
            rpc("Handler"), WildcardTypeName.subtypeOf(Object.class), WildcardTypeName.subtypeOf(Object.class));
    static final TypeName HANDLER_LIST = ParameterizedTypeName.get(ClassName.get(List.class), HANDLER);
    static final ClassName VOID = ClassName.get(Void.class);

    private RpcTypes() {}

    /** A class of the runtime's package of calls. */
    static ClassName rpc(String name) {
        return ClassName.get(JavaTypes.RUNTIME + ".rpc", name);
    }

    /** The type that a parameter has in the blocking or the asynchronous interface. */
    static TypeName parameter(MethodPlan method, MethodPlan.Parameter parameter, boolean async) {
        return method.mode().streamsRequests()
                ? stream(JavaTypes.boxed(parameter.type()), async)
                : JavaTypes.general(parameter.type());
    }

    /** The type that a method gives in the blocking or the asynchronous interface. */
    static TypeName result(MethodPlan method, boolean async) {
        TypeName one = method.result() == null ? VOID : JavaTypes.boxed(method.result());
        if (method.mode().streamsResponses()) {
            return stream(one, async);
        } else if (async) {
            return ParameterizedTypeName.get(ClassName.get(CompletionStage.class), one);
        }
        return method.result() == null ? TypeName.VOID : JavaTypes.general(method.result());
    }

    private static TypeName stream(TypeName message, boolean async) {
        return ParameterizedTypeName.get(
                async ? ClassName.get(Flow.Publisher.class) : ClassName.get(Iterator.class), message);
    }

    /** {@code Method<Q, R>}. */
    static TypeName method(MethodPlan method) {
        return ParameterizedTypeName.get(rpc("Method"), JavaTypes.of(method.request()), response(method));
    }

    /** The class of responses. */
    static ClassName response(MethodPlan method) {
        return method.response() == null ? VOID : JavaTypes.of(method.response());
    }

    /** What the runtime's methods for this exchange are called: {@code serverStream}. */
    static String verb(MethodPlan method, boolean async) {
        String verb =
                switch (method.mode()) {
                    case UNARY, ONEWAY -> "unary";
                    case CLIENT_STREAM -> "clientStream";
                    case SERVER_STREAM -> "serverStream";
                    case BOTH_STREAM -> "bothStream";
                };
        return async ? verb + "Async" : verb;
    }
}
