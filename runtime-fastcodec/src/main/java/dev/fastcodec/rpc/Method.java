package dev.fastcodec.rpc;

import dev.fastcodec.Codec;
import dev.fastcodec.schema.ServiceSchema;
import dev.fastcodec.schema.ServiceSchema.Mode;
import dev.fastcodec.thrift.CallStruct;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A method of a service: its names, what it exchanges, and the codecs of its messages. Immutable. Generated code makes them; engines read them.
 *
 * <p>Of a method of Thrift without streams, the request is the struct of the arguments and the response the struct of the result. With streams, and
 * for all of Protobuf, they are the messages themselves.
 *
 * @param <Q> the request
 * @param <R> the response
 */
public final class Method<Q, R> {
    private final String service;
    private final String name;
    private final Mode mode;
    private final Supplier<ServiceSchema> serviceSchema;
    private final Codecs<Q, R> codecs;

    /** Whether a method may be called twice where once was meant; Protobuf's {@code idempotency_level}. */
    public enum Idempotency {
        /** Nothing is said. */
        UNKNOWN,
        /** It changes nothing. */
        NO_SIDE_EFFECTS,
        /** Twice is the same as once. */
        IDEMPOTENT
    }

    private record Pair<Q, R>(Codec<Q> requests, Codec<R> responses) {}

    /**
     * The codecs of a method, made when the first of them is asked for. For generated code.
     *
     * @param <Q> the request
     * @param <R> the response
     */
    public static final class Codecs<Q, R> {
        private final Consumer<Codecs<Q, R>> maker;
        private final Map<Payload, Pair<Q, R>> pairs = new EnumMap<>(Payload.class);
        private volatile boolean made;

        private Codecs(Consumer<Codecs<Q, R>> maker) {
            this.maker = maker;
        }

        /** Adds those of one payload; of a oneway method, responses have none and the codec is null. */
        public Codecs<Q, R> with(Payload payload, Codec<Q> requests, Codec<R> responses) {
            pairs.put(payload, new Pair<>(Objects.requireNonNull(requests), responses));
            return this;
        }

        private Map<Payload, Pair<Q, R>> pairs() {
            if (!made) {
                synchronized (this) {
                    if (!made) {
                        maker.accept(this);
                        made = true;
                    }
                }
            }
            return pairs;
        }
    }

    private Method(String service, String name, Mode mode, Supplier<ServiceSchema> serviceSchema, Codecs<Q, R> codecs) {
        this.service = Objects.requireNonNull(service);
        this.name = Objects.requireNonNull(name);
        this.mode = Objects.requireNonNull(mode);
        this.serviceSchema = serviceSchema;
        this.codecs = codecs;
    }

    /**
     * A method without codecs so far.
     *
     * @param service the service's full name; of Thrift the simple name
     * @param name as in the IDL
     * @param schema the service's schema, asked for when it is needed
     */
    public static <Q, R> Method<Q, R> of(String service, String name, Mode mode, Supplier<ServiceSchema> schema) {
        return of(service, name, mode, schema, none -> {});
    }

    /** As {@link #of(String, String, Mode, Supplier)}, with codecs, which are added when the first of them is asked for. */
    public static <Q, R> Method<Q, R> of(
            String service, String name, Mode mode, Supplier<ServiceSchema> schema, Consumer<Codecs<Q, R>> codecs) {
        return new Method<>(service, name, mode, schema, new Codecs<>(codecs));
    }

    /** The same that can do with one payload more; of a oneway method, responses have none and the codec is null. */
    public Method<Q, R> with(Payload payload, Codec<Q> requests, Codec<R> responses) {
        Consumer<Codecs<Q, R>> more = all -> {
            all.pairs.putAll(codecs.pairs());
            all.with(payload, requests, responses);
        };
        return new Method<>(service, name, mode, serviceSchema, new Codecs<>(more));
    }

    /** The same as a method of a service that extends its own. */
    public Method<Q, R> in(String derived, Supplier<ServiceSchema> schema) {
        return new Method<>(derived, name, mode, schema, codecs);
    }

    /** The full name of the service, such as {@code shop.Shop}; of Thrift the simple name. */
    public String service() {
        return service;
    }

    /** The name as in the IDL. */
    public String name() {
        return name;
    }

    /** Service and name, {@code shop.Shop/Find}; with a slash in front this is the path of gRPC. */
    public String fullName() {
        return service + "/" + name;
    }

    /** What a call exchanges. */
    public Mode mode() {
        return mode;
    }

    /** Whether there is no stream: {@link Mode#UNARY} or {@link Mode#ONEWAY}. */
    public boolean isUnary() {
        return mode == Mode.UNARY || mode == Mode.ONEWAY;
    }

    /** Whether there are codecs for this payload. */
    public boolean has(Payload payload) {
        return codecs.pairs().containsKey(payload);
    }

    /**
     * The codec of requests.
     *
     * @throws IllegalArgumentException when the method has none for the payload: the format is not among those that code was generated for
     */
    public Codec<Q> requests(Payload payload) {
        return codecs(payload).requests;
    }

    /** The codec of responses, as {@link #requests}; null for a oneway method. */
    public Codec<R> responses(Payload payload) {
        return codecs(payload).responses;
    }

    private Pair<Q, R> codecs(Payload payload) {
        Pair<Q, R> found = codecs.pairs().get(payload);
        if (found == null) {
            throw new IllegalArgumentException("method " + fullName() + " has no codec for " + payload);
        }
        return found;
    }

    /**
     * The exception that the service declares and this response holds, or null when it holds a result. For interceptors, to which such a response is no
     * failure, and for engines whose wire tells the two apart, as Thrift's own does not.
     */
    public Throwable failure(R response) {
        return response instanceof CallStruct<?> struct ? struct.failure() : null;
    }

    /** The schema of the service: options or annotations, and all methods. */
    public ServiceSchema serviceSchema() {
        return serviceSchema.get();
    }

    /** The schema of the method, which for Thrift may be one of a service that its own extends. */
    public ServiceSchema.Method schema() {
        return serviceSchema().method(name);
    }

    /** Whether it may be called twice. */
    public Idempotency idempotency() {
        String level = schema().options().text("idempotency_level");
        for (Idempotency each : Idempotency.values()) {
            if (each.name().equals(level)) {
                return each;
            }
        }
        return Idempotency.UNKNOWN;
    }

    /** Its full name. */
    @Override
    public String toString() {
        return fullName();
    }
}
