package dev.fastcodec.bench;

import java.util.Arrays;

/** Whether those who are compared do the same work. */
final class Agreement {
    private Agreement() {}

    /**
     * Encodes and decodes one message with ours and with the peer.
     *
     * @throws IllegalStateException when their bytes differ, or when either reads them as another message
     */
    static void check(Shape shape, int index) throws Exception {
        Object data = shape.data(index);
        for (Pair pair : Pair.on(shape)) {
            byte[] ours = encodeAndDecode(pair.ours(), shape, data);
            byte[] peers = encodeAndDecode(pair.peer(), shape, data);
            if (!Arrays.equals(ours, peers)) {
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
        }
    }

    private static byte[] encodeAndDecode(Contender contender, Shape shape, Object data) throws Exception {
        Subject<Object, Object> subject = contender.on(shape);
        Object message = subject.build().apply(data);
        byte[] bytes = subject.encode().apply(message);
        if (!subject.decode().apply(bytes).equals(message)) {
            throw new IllegalStateException("%s does not read back %s".formatted(contender, shape));
        }
        return bytes;
    }
}
