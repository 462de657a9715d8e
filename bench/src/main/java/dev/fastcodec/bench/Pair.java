package dev.fastcodec.bench;

import java.util.List;

/**
 * Ours and a peer, for the same wire format.
 *
 * @param floor what the JDK alone takes
 * @param sameBytes whether both make the same bytes of the same message
 */
record Pair(Contender ours, Contender peer, Contender floor, boolean sameBytes) {
    static final List<Pair> ALL = List.of(
            new Pair(Contender.FASTCODEC_PROTO, Contender.PROTOBUF_JAVA, Contender.FLOOR_PROTO, true),
            new Pair(Contender.FASTCODEC_BINARY, Contender.LIBTHRIFT_BINARY, Contender.FLOOR_BINARY, true),
            new Pair(Contender.FASTCODEC_COMPACT, Contender.LIBTHRIFT_COMPACT, Contender.FLOOR_COMPACT, true),
            new Pair(Contender.FASTCODEC_JSON, Contender.JSON_FORMAT, Contender.FLOOR_JSON, true),
            new Pair(Contender.FASTCODEC_JSON, Contender.JACKSON, Contender.FLOOR_JSON, false),
            new Pair(Contender.FASTCODEC_JSON, Contender.FASTJSON2, Contender.FLOOR_JSON, false));

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
