package dev.fastcodec.bench;

import java.util.Arrays;
import java.util.List;

/** Whether those who are compared do the same work. */
final class Agreement {
    private Agreement() {}

    /**
     * Encodes and decodes one message with ours and with the peer.
     *
     * @throws IllegalStateException when their bytes differ, or when either reads bytes of ours, or of fastjson2 where it knows the format, as another
     *     message
     */
    static void check(Shape shape, int index) throws Exception {
        Object data = shape.data(index);
        for (Pair pair : Pair.on(shape)) {
            byte[] ours = encoded(pair.ours(), shape, data);
            byte[] peers = encoded(pair.peer(), shape, data);
            if (pair.sameBytes() && !Arrays.equals(ours, peers)) {
                throw new IllegalStateException("%s and %s differ on %s %d, at byte %d of %d and %d"
                        .formatted(
                                pair.ours(),
                                pair.peer(),
                                shape,
                                index,
                                Arrays.mismatch(ours, peers),
                                ours.length,
                                peers.length));
            }
            checkReads(pair, shape, data, ours);
            if (pair.ours() == Contender.FASTCODEC_JSON) {
                checkReads(pair, shape, data, encoded(Contender.FASTJSON2, shape, data));
            }
        }
    }

    private static byte[] encoded(Contender contender, Shape shape, Object data) throws Exception {
        Subject<Object, Object> subject = contender.on(shape);
        return subject.encode().apply(subject.build().apply(data));
    }

    /** What is read and written again must be to ours the message that was meant: beans have no equals, and null where ours has a default. */
    private static void checkReads(Pair pair, Shape shape, Object data, byte[] bytes) throws Exception {
        Subject<Object, Object> ours = pair.ours().on(shape);
        Object meant = ours.build().apply(data);
        for (Contender contender : List.of(pair.ours(), pair.peer())) {
            Subject<Object, Object> subject = contender.on(shape);
            byte[] again = subject.encode().apply(subject.decode().apply(bytes));
            if (!ours.decode().apply(again).equals(meant)) {
                throw new IllegalStateException("%s reads another %s than was meant".formatted(contender, shape));
            }
        }
    }
}
