package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DynamicMessage;
import dev.fastcodec.Codec;
import dev.fastcodec.Message;
import dev.fastcodec.golden.proto.Corpus.Subject;
import dev.fastcodec.golden.support.Seed;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random messages of random types: the same bytes and the same values as protobuf-java, in both directions. */
class RoundTripTest {
    private static final int VALUES = 6000;

    private final Corpus corpus = Corpus.random();
    private final Same same = new Same(corpus);

    /** What is tried with one message. */
    private interface Trial {
        void run(Subject subject, DynamicMessage message, SplittableRandom random);
    }

    private void forEachValue(String test, int values, Trial trial) {
        List<Subject> subjects = corpus.subjects();
        SplittableRandom random = Seed.random(test);
        for (int i = 0; i < Seed.values(values); i++) {
            Subject subject = subjects.get(i % subjects.size());
            DynamicMessage message = new RandomValues(random.split(), true).message(subject.descriptor());
            try {
                trial.run(subject, message, random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        Seed.describe() + test + " value " + i + " of " + subject + ": " + e.getMessage() + "\n"
                                + message,
                        e);
            }
        }
    }

    @Test
    void decodesWhatProtobufJavaWritesAndWritesTheSame() {
        forEachValue("decode", VALUES, (subject, message, random) -> {
            byte[] bytes = message.toByteArray();
            Object bean = subject.codec().decode(bytes);
            same.check(message, bean);
            assertArrayEquals(bytes, subject.codec().encode(bean));
            assertArrayEquals(bytes, subject.codec().encode(bean), "written again");
        });
    }

    @Test
    void writesBeansAsProtobufJavaWritesTheSameContent() {
        forEachValue("encode", VALUES, (subject, message, random) -> {
            Object bean = new Filler(corpus, random, false).bean(message);
            same.check(message, bean);
            assertArrayEquals(message.toByteArray(), subject.codec().encode(bean));
            assertEquals(bean, subject.codec().decode(message.toByteArray()));
        });
    }

    @Test
    void copiesAreEqualAndShareNothing() {
        forEachValue("copy", VALUES / 3, (subject, message, random) -> {
            byte[] bytes = message.toByteArray();
            Message<?> bean = (Message<?>) subject.codec().decode(bytes);
            Message<?> copy = bean.copy();
            assertEquals(bean, copy);
            assertEquals(bean.hashCode(), copy.hashCode());
            assertEquals(bean.toString(), copy.toString());
            DynamicMessage other = new RandomValues(random, true).message(subject.descriptor());
            subject.codec().decodeInto(bean, other.toByteArray());
            bean.clear();
            assertArrayEquals(bytes, subject.codec().encode(copy), "the copy of what was cleared");
        });
    }

    @Test
    void equalMeansEqualBytes() {
        forEachValue("equality", VALUES / 3, (subject, message, random) -> {
            DynamicMessage other = new RandomValues(random, true).message(subject.descriptor());
            Object bean = new Filler(corpus, random, false).bean(message);
            Object otherBean = subject.codec().decode(other.toByteArray());
            boolean equal = bean.equals(otherBean);
            assertEquals(equal, otherBean.equals(bean));
            if (message.toByteString().equals(other.toByteString())) {
                assertTrue(equal);
            } else if (equal) {
                // Only the order of map entries and the bits of NaN may differ.
                assertEquals(bean.hashCode(), otherBean.hashCode());
                assertEquals(message.getSerializedSize(), other.getSerializedSize());
            }
            assertNotEquals(bean, null);
            assertNotEquals(bean, "");
        });
    }

    @Test
    void clearedBeansAreEmptyAndTakeNewContent() {
        forEachValue("reuse", VALUES / 3, (subject, message, random) -> {
            Codec<Object> codec = subject.codec();
            DynamicMessage other = new RandomValues(random, true).message(subject.descriptor());
            Object bean = codec.decode(message.toByteArray());
            assertEquals(subject.bean().make(), ((Message<?>) bean).clear());
            assertEquals(0, codec.encode(bean).length);
            new Filler(corpus, random, false).fill(bean, other);
            assertArrayEquals(other.toByteArray(), codec.encode(bean), "filled again");
            ((Message<?>) bean).clear();
            codec.decodeInto(bean, message.toByteArray());
            same.check(message, bean);
            assertArrayEquals(message.toByteArray(), codec.encode(bean), "decoded again");
        });
    }

    @Test
    void settersOverContentMergeAsProtobufJavaDoes() {
        forEachValue("overlay", VALUES / 3, (subject, message, random) -> {
            DynamicMessage other = new RandomValues(random, false).message(subject.descriptor());
            Object bean = subject.codec().decode(message.toByteArray());
            new Filler(corpus, random, true).fill(bean, other);
            DynamicMessage merged = Filler.merged(message, other);
            same.check(merged, bean);
            assertArrayEquals(merged.toByteArray(), subject.codec().encode(bean));
        });
    }

    @Test
    void textIsOneLine() {
        forEachValue("text", VALUES / 10, (subject, message, random) -> {
            String text = subject.codec().decode(message.toByteArray()).toString();
            assertTrue(text.startsWith(subject.descriptor().getName()), text);
            assertFalse(text.contains("\n"), text);
        });
    }
}
