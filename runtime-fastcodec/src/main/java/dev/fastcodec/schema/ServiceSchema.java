package dev.fastcodec.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A service. There is one object for each, which generated code has as {@code SCHEMA} of the service's interface. Whatever is asked besides
 * {@link #name()} reads the table of its file, once.
 */
public final class ServiceSchema {
    private final SchemaTable table;
    private final String name;
    private Body body; // set more than once when threads race, each time to what is equal

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

    /** What the table says. */
    record Body(String base, List<Method> methods, Options options) {}

    ServiceSchema(SchemaTable table, String name) {
        this.table = table;
        this.name = name;
    }

    /** Its simple name in the IDL. */
    public String name() {
        return name;
    }

    /** Protobuf: with the package; Thrift: the simple name. */
    public String fullName() {
        return table.file().fullName(name);
    }

    /** The name of the Thrift service that it extends, as {@code Base} or, from another file, {@code shared.Base}; or null. */
    public String baseName() {
        return body().base;
    }

    /** The Thrift service that it extends; null when there is none, and when it is of another file and no code was generated for services. */
    public ServiceSchema base() {
        String base = baseName();
        return base == null ? null : base.indexOf('.') < 0 ? table.service(base) : table.importedService(base);
    }

    /** The methods in the order of the IDL, without those of the base. */
    public List<Method> methods() {
        return body().methods;
    }

    /** The method of this name, which may be one of a base; or null. */
    public Method method(String methodName) {
        for (Method method : methods()) {
            if (method.name().equals(methodName)) {
                return method;
            }
        }
        ServiceSchema base = base();
        return base == null ? null : base.method(methodName);
    }

    /** Options or annotations. */
    public Options options() {
        return body().options;
    }

    /** The file that declares it. */
    public FileSchema file() {
        return table.file();
    }

    /**
     * The descriptors of its file, which is Protobuf's, and of all that it imports: the bytes of a {@code FileDescriptorSet} as protoc makes it with
     * {@code --include_imports}, each file after those that it imports. A new array each time; null when code was generated without the option
     * {@code descriptors}.
     */
    public byte[] descriptors() {
        String[] pieces = table.descriptors();
        return pieces == null ? null : String.join("", pieces).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Body body() {
        Body b = body;
        if (b == null) {
            body = b = table.serviceBody(name);
        }
        return b;
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
