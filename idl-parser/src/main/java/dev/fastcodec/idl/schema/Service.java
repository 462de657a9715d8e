package dev.fastcodec.idl.schema;

import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service.
 *
 * @param fullName Protobuf: package included; Thrift: the simple name
 * @param base the service it extends (Thrift), or null
 */
public record Service(
        String name,
        String fullName,
        FileInfo file,
        @Nullable Service base,
        List<Method> methods,
        Options options,
        Comments comments,
        Span span) {
    /** Copies the list. */
    public Service {
        methods = List.copyOf(methods);
    }

    /**
     * An rpc or function.
     *
     * @param parameters Protobuf: exactly one, named {@code request}, number 1
     * @param result null for void
     * @param exceptions Thrift's {@code throws}
     */
    public record Method(
            String name,
            List<Field> parameters,
            boolean clientStream,
            @Nullable Type result,
            boolean serverStream,
            List<Field> exceptions,
            boolean oneway,
            Options options,
            Comments comments,
            Span span) {
        /** Copies the lists. */
        public Method {
            parameters = List.copyOf(parameters);
            exceptions = List.copyOf(exceptions);
        }
    }
}
