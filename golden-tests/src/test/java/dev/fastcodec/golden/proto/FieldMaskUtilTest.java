package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.FieldMask;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.FieldMaskUtil.MergeOptions;
import dev.fastcodec.Message;
import dev.fastcodec.golden.proto.Corpus.Subject;
import dev.fastcodec.wkt.FieldMasks;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random masks on random messages: the same result as protobuf-java's {@code FieldMaskUtil}. */
class FieldMaskUtilTest {
    private static final int VALUES = 1500;

    private final Corpus corpus = Corpus.random();
    private final Trials trials = new Trials(corpus);

    /** A primitive that the source has not is cleared; what its default option does, setting the default value, is no merge. */
    private static final MergeOptions MERGE = new MergeOptions().setReplacePrimitiveFields(true);

    private static final MergeOptions REPLACE = new MergeOptions()
            .setReplacePrimitiveFields(true)
            .setReplaceMessageFields(true)
            .setReplaceRepeatedFields(true);

    @Test
    void trims() {
        trials.run("trim", VALUES, (subject, message, random) -> {
            FieldMask mask = mask(subject.descriptor(), random);
            Message<?> bean = (Message<?>) subject.codec().decode(message.toByteArray());
            trim(ours(mask), bean);
            if (!subject.bean().plan().mayLack()) {
                // its own trim sets fields that were absent to their defaults
                DynamicMessage.Builder expected = DynamicMessage.newBuilder(subject.descriptor());
                FieldMaskUtil.merge(mask, message, expected, REPLACE);
                assertSame(subject, expected.build(), bean, mask);
            }
        });
    }

    @Test
    void merges() {
        copies("merge mask", MERGE);
    }

    @Test
    void replaces() {
        copies("replace mask", REPLACE);
    }

    private void copies(String test, MergeOptions options) {
        trials.run(test, VALUES, (subject, message, random) -> {
            if (subject.bean().plan().mayLack()) {
                return;
            }
            FieldMask mask = mask(subject.descriptor(), random);
            DynamicMessage source = new RandomValues(random, true, corpus::extensions).message(subject.descriptor());
            DynamicMessage.Builder expected = message.toBuilder();
            FieldMaskUtil.merge(mask, source, expected, options);
            Message<?> bean = (Message<?>) subject.codec().decode(message.toByteArray());
            copy(ours(mask), (Message<?>) subject.codec().decode(source.toByteArray()), bean, options);
            assertSame(subject, expected.build(), bean, mask);
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // it is of its own type
    private static void trim(dev.fastcodec.wkt.FieldMask mask, Message bean) {
        FieldMasks.trim(mask, bean);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // they are of the same type
    private static void copy(dev.fastcodec.wkt.FieldMask mask, Message source, Message target, MergeOptions options) {
        if (options == MERGE) {
            FieldMasks.merge(mask, source, target);
        } else {
            FieldMasks.replace(mask, source, target);
        }
    }

    private void assertSame(Subject subject, DynamicMessage expected, Message<?> bean, FieldMask mask)
            throws Exception {
        byte[] bytes = subject.codec().encode(bean);
        DynamicMessage actual = DynamicMessage.parseFrom(subject.descriptor(), bytes, corpus.theirs());
        assertEquals(Canonical.of(expected).toByteString(), Canonical.of(actual).toByteString(), () -> "mask " + mask);
    }

    private static dev.fastcodec.wkt.FieldMask ours(FieldMask mask) {
        return FieldMasks.of(mask.getPathsList().toArray(String[]::new));
    }

    private static FieldMask mask(Descriptor type, SplittableRandom random) {
        FieldMask.Builder mask = FieldMask.newBuilder();
        for (int i = random.nextInt(1, 6); i > 0 && !type.getFields().isEmpty(); i--) {
            mask.addPaths(path(type, random));
        }
        return mask.build();
    }

    private static String path(Descriptor type, SplittableRandom random) {
        List<FieldDescriptor> fields = type.getFields();
        FieldDescriptor field = fields.get(random.nextInt(fields.size()));
        boolean single = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isRepeated();
        return single && !field.getMessageType().getFields().isEmpty() && random.nextInt(3) > 0
                ? field.getName() + "." + path(field.getMessageType(), random)
                : field.getName();
    }
}
