package dev.fastcodec.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What interceptors of one channel or handler do with the messages of a call. */
final class MessageMaps {
    private final List<UnaryOperator<Object>> requests = new ArrayList<>(1);
    private final List<UnaryOperator<Object>> responses = new ArrayList<>(1);

    MessageMaps() {}

    MessageMaps(MessageMaps other) {
        requests.addAll(other.requests);
        responses.addAll(other.responses);
    }

    void addRequests(UnaryOperator<Object> map) {
        requests.add(map);
    }

    void addResponses(UnaryOperator<Object> map) {
        responses.add(map);
    }

    /** What becomes of a request: what was registered first comes first. */
    @SuppressWarnings("unchecked") // interceptors keep to the types of the messages
    static <Q> Q request(MessageMaps maps, Q message) {
        Object m = message;
        if (maps != null) {
            for (UnaryOperator<Object> map : maps.requests) {
                m = map.apply(m);
            }
        }
        return (Q) m;
    }

    /** What becomes of a response: what was registered first comes last. */
    @SuppressWarnings("unchecked") // interceptors keep to the types of the messages
    static <R> R response(MessageMaps maps, R message) {
        Object m = message;
        if (maps != null) {
            for (int i = maps.responses.size() - 1; i >= 0; i--) {
                m = maps.responses.get(i).apply(m);
            }
        }
        return (R) m;
    }
}
