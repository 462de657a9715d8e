package dev.fastcodec.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What comes back with a call besides messages, and who wants to be told of it. */
final class ResponseMetadata {
    private final ResponseMetadata origin; // of the call of which this one's is an attempt, or null
    private Metadata headers;
    private Metadata trailers;
    private List<Consumer<Metadata>> onHeaders = List.of(); // which takes no memory
    private List<Consumer<Metadata>> onTrailers = List.of();

    private ResponseMetadata(ResponseMetadata origin) {
        this.origin = origin;
    }

    ResponseMetadata() {
        this(null);
    }

    Metadata headers() {
        if (headers == null) {
            headers = new Metadata();
        }
        return headers;
    }

    Metadata trailers() {
        if (trailers == null) {
            trailers = new Metadata();
        }
        return trailers;
    }

    void onHeaders(Consumer<Metadata> listener) {
        onHeaders = with(onHeaders, listener);
    }

    void onTrailers(Consumer<Metadata> listener) {
        onTrailers = with(onTrailers, listener);
    }

    private static <T> List<T> with(List<T> list, T listener) {
        List<T> grown = list.isEmpty() ? new ArrayList<>(1) : list;
        grown.add(Objects.requireNonNull(listener));
        return grown;
    }

    void headersReceived(Metadata received) {
        for (ResponseMetadata r = this; r != null; r = r.origin) {
            r.headers = received;
        }
        onHeaders.forEach(l -> l.accept(received));
    }

    void trailersReceived(Metadata received) {
        for (ResponseMetadata r = this; r != null; r = r.origin) {
            r.trailers = received;
        }
        onTrailers.forEach(l -> l.accept(received));
    }

    /** What comes back with another attempt, here too; told to those who are there now. */
    ResponseMetadata again() {
        ResponseMetadata attempt = new ResponseMetadata(this);
        onHeaders.forEach(attempt::onHeaders);
        onTrailers.forEach(attempt::onTrailers);
        return attempt;
    }
}
