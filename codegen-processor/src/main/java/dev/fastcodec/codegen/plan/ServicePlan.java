package dev.fastcodec.codegen.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service: an interface, its asynchronous twin nested in it, and a class nested in it of what is for generated code. Of a large service this last one
 * has superclasses that hold the methods that a class file has no room for.
 *
 * @param fullName its name for the other side
 * @param schema where its schema comes from
 * @param base the interface that it extends, or null
 * @param baseAsync the nested interface of that one, or empty
 * @param async the nested interface
 * @param client in each class of calls the one which calls and waits
 * @param asyncClient in each class of calls the one which calls and does not wait
 * @param parts the class of calls and its superclasses, the outermost superclass first: all methods, those of bases first
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
        String client,
        String asyncClient,
        List<Part> parts,
        List<StructPlan> structs,
        String doc,
        boolean deprecated,
        boolean usesDeprecated)
        implements TypePlan {
    /** A class of calls, whose superclass is that of the part before, and what it holds. */
    public record Part(JavaName calls, List<MethodPlan> methods) {
        /** Copies the list. */
        public Part {
            methods = List.copyOf(methods);
        }
    }

    /** Copies the lists. */
    public ServicePlan {
        parts = List.copyOf(parts);
        structs = List.copyOf(structs);
    }

    /** All methods, those of bases first. */
    public List<MethodPlan> methods() {
        return parts.stream().flatMap(p -> p.methods().stream()).toList();
    }

    /** The class of calls. */
    public JavaName calls() {
        return parts.get(parts.size() - 1).calls();
    }
}
