package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.DynamicMessage;
import dev.fastcodec.golden.proto.Corpus.Subject;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Legal bytes that no good writer makes, and messages read into others: the same result as protobuf-java. */
class OddWireTest {
    private static final int VALUES = 3000;

    private final Corpus corpus = Corpus.random();
    private final Trials trials = new Trials(corpus);

    /** Compares what a bean writes, apart from the order of unknown fields, which protobuf-java sorts. */
    private void assertSame(DynamicMessage expected, Subject subject, Object bean) throws Exception {
        byte[] written = subject.codec().encode(bean);
        DynamicMessage actual = Canonical.of(DynamicMessage.parseFrom(subject.descriptor(), written, corpus.theirs()));
        assertArrayEquals(expected.toByteArray(), actual.toByteArray(), () -> difference(expected, actual));
        assertEquals(expected.getSerializedSize(), written.length);
    }

    /** The first line that differs, and some before. */
    private static String difference(DynamicMessage expected, DynamicMessage actual) {
        List<String> a = expected.toString().lines().toList();
        List<String> b = actual.toString().lines().toList();
        int i = 0;
        while (i < a.size() && i < b.size() && a.get(i).equals(b.get(i))) {
            i++;
        }
        int from = Math.max(0, i - 10);
        return "expected " + String.join("\n", a.subList(from, Math.min(a.size(), i + 3))) + "\nactual "
                + String.join("\n", b.subList(from, Math.min(b.size(), i + 3)));
    }

    @Test
    void readsWhatIsOutOfOrderPaddedRepeatedAndSplit() {
        trials.run("odd", VALUES, (subject, message, random) -> {
            byte[] odd = new LooseWriter(random).write(message);
            DynamicMessage expected =
                    Canonical.of(DynamicMessage.parseFrom(subject.descriptor(), odd, corpus.theirs()));
            assertSame(expected, subject, subject.codec().decode(odd));
        });
    }

    @Test
    void readsIntoMessagesAsMergeFromDoes() {
        trials.run("merge", VALUES, (subject, message, random) -> {
            DynamicMessage other = new RandomValues(random, true, corpus::extensions).message(subject.descriptor());
            byte[] odd = new LooseWriter(random).write(other);
            Object bean = subject.codec().decode(message.toByteArray());
            subject.codec().decodeInto(bean, odd);
            DynamicMessage expected = Canonical.of(
                    message.toBuilder().mergeFrom(odd, corpus.theirs()).build());
            assertSame(expected, subject, bean);
        });
    }

    @Test
    void readsTwoMessagesInARowAsOne() {
        trials.run("concatenated", VALUES / 3, (subject, message, random) -> {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(message.toByteArray());
            new RandomValues(random, true, corpus::extensions)
                    .message(subject.descriptor())
                    .writeTo(both);
            DynamicMessage expected =
                    Canonical.of(DynamicMessage.parseFrom(subject.descriptor(), both.toByteArray(), corpus.theirs()));
            assertSame(expected, subject, subject.codec().decode(both.toByteArray()));
        });
    }
}
