package dev.fastcodec.codegen.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service: an interface, its asynchronous twin nested in it, and a class nested in it of what is for generated code.
 *
 * @param fullName its name for the other side
 * @param schema where its schema comes from
 * @param base the interface that it extends, or null
 * @param baseAsync the nested interface of that one, or empty
 * @param async the nested interface
 * @param calls the nested class
 * @param client the class nested in that one which calls and waits
 * @param asyncClient the class nested in that one which calls and does not wait
 * @param methods all methods, those of bases first
 * @param structs structs of arguments and results, nested in the class of calls
 * @param doc Javadoc text, plain
 * @param usesDeprecated whether it refers to something deprecated, which it does without a warning
 */
public record ServicePlan(
        JavaName name,
        String source,
        String fullName,
        SchemaPlan.Ref schema,
        @Nullable JavaName base,
        String baseAsync,
        String async,
        JavaName calls,
        String client,
        String asyncClient,
        List<MethodPlan> methods,
        List<StructPlan> structs,
        String doc,
        boolean deprecated,
        boolean usesDeprecated)
        implements TypePlan {
    /** Copies the lists. */
    public ServicePlan {
        methods = List.copyOf(methods);
        structs = List.copyOf(structs);
    }
}
