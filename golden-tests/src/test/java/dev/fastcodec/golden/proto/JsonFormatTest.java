package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.fastcodec.golden.proto.Corpus.Subject;
import dev.fastcodec.json.JsonCodec;
import dev.fastcodec.json.JsonOptions;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random messages of random types as JSON: what protobuf-java's {@code JsonFormat} writes means the same to us, and the reverse. It knows no
 * extensions and drops unknown fields, so that these are compared with our own reading alone.
 */
class JsonFormatTest {
    private static final int VALUES = 5000;

    private final Corpus corpus = Corpus.random();
    private final Trials trials = new Trials(corpus);

    private static JsonCodec<Object> json(Subject subject) {
        return ((JsonCodec<Object>) subject.bean().codec("JSON")).with(subject.extensions());
    }

    /** Options of the same meaning on both sides. */
    private record Style(JsonFormat.Printer theirs, JsonOptions ours) {
        static Style any(SplittableRandom random) {
            JsonFormat.Printer theirs = JsonFormat.printer();
            JsonOptions ours = JsonOptions.DEFAULT;
            if (random.nextBoolean()) {
                theirs = theirs.omittingInsignificantWhitespace();
            } else {
                ours = ours.indent(2);
            }
            if (random.nextBoolean()) {
                theirs = theirs.preservingProtoFieldNames();
                ours = ours.originalNames(true);
            }
            if (random.nextBoolean()) {
                theirs = theirs.printingEnumsAsInts();
                ours = ours.enumsAsNumbers(true);
            }
            if (random.nextBoolean()) {
                theirs = theirs.alwaysPrintFieldsWithNoPresence();
                ours = ours.alwaysPrintFieldsWithoutPresence(true);
            }
            return new Style(theirs, ours);
        }
    }

    @Test
    void readsWhatJsonFormatWrites() {
        trials.run("json read", VALUES, (subject, other, random) -> {
            DynamicMessage message = plain(subject, random);
            String text = Style.any(random).theirs.print(message);
            Object bean = json(subject).decode(text);
            assertEquals(message, theirs(subject, bean), text);
        });
    }

    @Test
    void jsonFormatReadsWhatIsWritten() {
        trials.run("json write", VALUES, (subject, other, random) -> {
            DynamicMessage message = JsonFormatFaults.withoutNegativeZero(plain(subject, random));
            Object bean = subject.codec().decode(message.toByteArray());
            String text = json(subject).with(Style.any(random).ours).encodeToString(bean);
            DynamicMessage.Builder read = DynamicMessage.newBuilder(subject.descriptor());
            JsonFormat.parser().merge(text, read);
            assertEquals(message, read.build(), text);
        });
    }

    @Test
    void writesWhatJsonFormatWrites() {
        trials.run("json text", VALUES / 3, (subject, other, random) -> {
            DynamicMessage message = plain(subject, random);
            Style style = Style.any(random);
            Object bean = subject.codec().decode(message.toByteArray());
            String text = json(subject).with(style.ours).encodeToString(bean);
            assertEquals(rounded(style.theirs.print(message)), rounded(text));
        });
    }

    @Test
    void readsWhatIsWrittenWithExtensions() {
        trials.run("json extensions", VALUES / 3, (subject, other, random) -> {
            DynamicMessage message = new RandomValues(random, false, corpus::extensions).message(subject.descriptor());
            Object bean = subject.codec().decode(message.toByteArray());
            JsonCodec<Object> json = json(subject).with(Style.any(random).ours);
            String text = json.encodeToString(bean);
            Object read = json.decode(text);
            assertEquals(theirs(subject, bean), theirs(subject, read), text);
            assertEquals(text, json.encodeToString(read));
            json.decodeInto(bean, json.encode(read));
            assertEquals(theirs(subject, read), theirs(subject, bean), "read again into the same bean");
        });
    }

    /** A text with numbers as floats: before JDK 19 the JDK, and so {@code JsonFormat}, writes some with a digit too many. */
    private static JsonElement rounded(String text) {
        return rounded(JsonParser.parseString(text));
    }

    private static JsonElement rounded(JsonElement element) {
        if (element instanceof JsonObject object) {
            JsonObject copy = new JsonObject();
            object.entrySet().forEach(e -> copy.add(e.getKey(), rounded(e.getValue())));
            return copy;
        } else if (element instanceof JsonArray array) {
            JsonArray copy = new JsonArray();
            array.forEach(e -> copy.add(rounded(e)));
            return copy;
        }
        return element instanceof JsonPrimitive p && p.isNumber() ? new JsonPrimitive(p.getAsFloat()) : element;
    }

    /** A bean as protobuf-java's message. */
    private DynamicMessage theirs(Subject subject, Object bean) throws InvalidProtocolBufferException {
        return DynamicMessage.parseFrom(subject.descriptor(), subject.codec().encode(bean), corpus.theirs());
    }

    /** A message without what {@code JsonFormat} does not write, and of one entry per key. */
    private DynamicMessage plain(Subject subject, SplittableRandom random) throws InvalidProtocolBufferException {
        DynamicMessage message = new RandomValues(random, false).message(subject.descriptor());
        return theirs(subject, subject.codec().decode(message.toByteArray()));
    }
}
