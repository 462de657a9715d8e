package dev.fastcodec.codegen.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method of a service.
 *
 * @param name as in the IDL
 * @param javaName its name in the interfaces, and that of what takes the result out of a response
 * @param constant the constant that describes it, in the service's own class and in that of the service that declares it
 * @param mode what a call exchanges
 * @param declared the class of calls of the service that declares it, if that is another one, or null
 * @param parameters what its Java method takes; of a method with streams, and of Protobuf, the request alone
 * @param result what its Java method gives, or null for void
 * @param exceptions what it throws
 * @param request the class of the request
 * @param response the class of the response, or null when there is none
 * @param wrapped whether request and response are structs around parameters and result, as opposed to these themselves
 * @param success in the response, what follows {@code get} for the result
 * @param codecs its payloads
 * @param doc Javadoc text, plain
 */
public record MethodPlan(
        String name,
        String javaName,
        String constant,
        Mode mode,
        @Nullable JavaName declared,
        List<Parameter> parameters,
        @Nullable ValuePlan result,
        List<Thrown> exceptions,
        JavaName request,
        @Nullable JavaName response,
        boolean wrapped,
        String success,
        List<Codecs> codecs,
        String doc,
        boolean deprecated) {
    /** Copies the lists. */
    public MethodPlan {
        parameters = List.copyOf(parameters);
        exceptions = List.copyOf(exceptions);
        codecs = List.copyOf(codecs);
    }

    /** What a call exchanges; called as at run time. */
    public enum Mode {
        /** One request, one response. */
        UNARY(false, false),
        /** One request, no response. */
        ONEWAY(false, false),
        /** A stream of requests. */
        CLIENT_STREAM(true, false),
        /** A stream of responses. */
        SERVER_STREAM(false, true),
        /** A stream each way. */
        BOTH_STREAM(true, true);

        private final boolean requests;
        private final boolean responses;

        Mode(boolean requests, boolean responses) {
            this.requests = requests;
            this.responses = responses;
        }

        /** Whether requests come in a stream. */
        public boolean streamsRequests() {
            return requests;
        }

        /** Whether responses come in a stream. */
        public boolean streamsResponses() {
            return responses;
        }

        /** Whether there is a stream. */
        public boolean streams() {
            return requests || responses;
        }
    }

    /**
     * A parameter.
     *
     * @param property in the request, what follows {@code get} and {@code set} for it; unless wrapped, empty
     */
    public record Parameter(String variable, String property, ValuePlan type) {}

    /**
     * A declared exception.
     *
     * @param property in the response, what follows {@code get} and {@code set} for it
     * @param repeated whether one before it has the same class
     */
    public record Thrown(JavaName type, String property, boolean repeated) {}

    /**
     * The codecs for a payload.
     *
     * @param payload the name that it has at run time
     * @param constant the constant in the classes of request and response that holds the codec
     */
    public record Codecs(String payload, String constant) {}

    /** Whether a response is more than a sign that the call is over. */
    public boolean answers() {
        return result != null || !exceptions.isEmpty();
    }
}
