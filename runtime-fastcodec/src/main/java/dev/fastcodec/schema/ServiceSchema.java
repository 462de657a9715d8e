package dev.fastcodec.schema;

import java.util.List;

/**
 * A service.
 *
 * @param name its simple name in the IDL
 * @param fullName Protobuf: with the package; Thrift: the simple name
 * @param base the name of the Thrift service that it extends, as {@code Base} or, from another file, {@code shared.Base}; or null
 * @param methods in the order of the IDL, without those of the base
 * @param options options or annotations
 */
public record ServiceSchema(String name, String fullName, String base, List<Method> methods, Options options) {
    /** Copies the list. */
    public ServiceSchema {
        methods = List.copyOf(methods);
    }

    /**
     * An rpc of Protobuf or a function of Thrift.
     *
     * @param parameters in order; of an rpc exactly one, named {@code request}, number 1
     * @param result null for void
     * @param exceptions what a function of Thrift throws
     * @param mode what it exchanges
     * @param options options or annotations
     */
    public record Method(
            String name,
            List<FieldSchema> parameters,
            FieldType result,
            List<FieldSchema> exceptions,
            Mode mode,
            Options options) {
        /** Copies the lists. */
        public Method {
            parameters = List.copyOf(parameters);
            exceptions = List.copyOf(exceptions);
        }
    }

    /** What a call exchanges. */
    public enum Mode {
        /** One request, one response. */
        UNARY,
        /** One request and no response. */
        ONEWAY,
        /** A stream of requests, one response. */
        CLIENT_STREAM,
        /** One request, a stream of responses. */
        SERVER_STREAM,
        /** A stream each way. */
        BOTH_STREAM
    }

    /** The method of this name, or null. */
    public Method method(String methodName) {
        for (Method method : methods) {
            if (method.name().equals(methodName)) {
                return method;
            }
        }
        return null;
    }
}
