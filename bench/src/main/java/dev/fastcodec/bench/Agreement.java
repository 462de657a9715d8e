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
        }
    }

    private static byte[] encodeAndDecode(Contender contender, Shape shape, Object data) throws Exception {
        Subject<Object, Object> subject = contender.on(shape);
        Object message = subject.build().apply(data);
        byte[] bytes = subject.encode().apply(message);
        Object read = subject.decode().apply(bytes);
        // plain beans have no equals, and fastjson2's maps no order
        if (!read.equals(message)
                && !Arrays.equals(sorted(bytes), sorted(subject.encode().apply(read)))) {
            throw new IllegalStateException("%s does not read back %s".formatted(contender, shape));
        }
        return bytes;
    }

    private static byte[] sorted(byte[] bytes) {
        byte[] sorted = bytes.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
