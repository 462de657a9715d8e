package dev.fastcodec.bench;

import java.util.List;

/** Ours and a peer, for the same wire format. */
record Pair(Contender ours, Contender peer) {
    static final List<Pair> ALL = List.of(
            new Pair(Contender.FASTCODEC_PROTO, Contender.PROTOBUF_JAVA),
            new Pair(Contender.FASTCODEC_BINARY, Contender.LIBTHRIFT_BINARY),
            new Pair(Contender.FASTCODEC_COMPACT, Contender.LIBTHRIFT_COMPACT));

    /** Those that are measured on a shape. */
    static List<Pair> on(Shape shape) {
        return ALL.stream()
                .filter(p -> shape != Shape.FOOTERS || p.ours == Contender.FASTCODEC_COMPACT)
                .toList();
    }

    /** The wire format, for readers. */
    String wire() {
        return ours.wire();
    }
}
