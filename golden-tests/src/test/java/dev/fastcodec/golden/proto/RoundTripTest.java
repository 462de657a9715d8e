package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DynamicMessage;
import dev.fastcodec.Codec;
import dev.fastcodec.Message;
import org.junit.jupiter.api.Test;

/** Random messages of random types: the same bytes and the same values as protobuf-java, in both directions. */
class RoundTripTest {
    private static final int VALUES = 6000;

    private final Corpus corpus = Corpus.random();
    private final Trials trials = new Trials(corpus);
    private final Same same = new Same(corpus);

    @Test
    void decodesWhatProtobufJavaWritesAndWritesTheSame() {
        trials.run("decode", VALUES, (subject, message, random) -> {
            byte[] bytes = message.toByteArray();
            Object bean = subject.codec().decode(bytes);
            same.check(message, bean);
            assertArrayEquals(bytes, subject.codec().encode(bean));
            assertArrayEquals(bytes, subject.codec().encode(bean), "written again");
        });
    }

    @Test
    void writesBeansAsProtobufJavaWritesTheSameContent() {
        trials.run("encode", VALUES, (subject, message, random) -> {
            Object bean = new Filler(corpus, random, false).bean(message);
            same.check(message, bean);
            assertArrayEquals(message.toByteArray(), subject.codec().encode(bean));
            assertEquals(bean, subject.codec().decode(message.toByteArray()));
        });
    }

    @Test
    void copiesAreEqualAndShareNothing() {
        trials.run("copy", VALUES / 3, (subject, message, random) -> {
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
        trials.run("equality", VALUES / 3, (subject, message, random) -> {
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
        trials.run("reuse", VALUES / 3, (subject, message, random) -> {
            Codec<Object> codec = subject.codec();
            DynamicMessage other = new RandomValues(random, true).message(subject.descriptor());
            Object bean = codec.decode(message.toByteArray());
            assertEquals(subject.bean().make(), ((Message<?>) bean).clear());
            if (!subject.bean().plan().mayLack()) {
                assertEquals(0, codec.encode(bean).length);
            }
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
        trials.run("overlay", VALUES / 3, (subject, message, random) -> {
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
        trials.run("text", VALUES / 10, (subject, message, random) -> {
            String text = subject.codec().decode(message.toByteArray()).toString();
            assertTrue(text.startsWith(subject.descriptor().getName()), text);
            assertFalse(text.contains("\n"), text);
        });
    }
}
