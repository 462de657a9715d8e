package dev.fastcodec.thrift;

import java.util.Objects;

/**
 * What a struct travels in between client and server; with the struct it is what Thrift calls a message.
 *
 * @param type whether it asks or answers
 * @param name the function's name; for a server of several services, the service's name, a colon and the function's name
 * @param sequence the number by which a client finds the call that an answer belongs to: that of the call
 */
public record Envelope(MessageType type, String name, int sequence) {
    private static final char SEPARATOR = ':';

    /** All of it must be there. */
    public Envelope {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
    }

    /** Of a call. */
    public static Envelope call(String name, int sequence) {
        return new Envelope(MessageType.CALL, name, sequence);
    }

    /** Of a call that gets no answer. */
    public static Envelope oneway(String name, int sequence) {
        return new Envelope(MessageType.ONEWAY, name, sequence);
    }

    /** Of the answer to this call: the function's name alone, as libthrift's server of several services has it. */
    public Envelope reply() {
        return new Envelope(MessageType.REPLY, function(), sequence);
    }

    /** Of the failure of this call. */
    public Envelope exception() {
        return new Envelope(MessageType.EXCEPTION, function(), sequence);
    }

    /** The same for a service of a server that has several: libthrift's TMultiplexedProtocol. */
    public Envelope to(String service) {
        return new Envelope(type, service + SEPARATOR + name, sequence);
    }

    /** The service, which is what is before the first colon of the name; empty when there is no colon. */
    public String service() {
        return name.substring(0, Math.max(0, name.indexOf(SEPARATOR)));
    }

    /** The function, which is what is behind the first colon of the name, or all of it. */
    public String function() {
        return name.substring(name.indexOf(SEPARATOR) + 1);
    }
}
