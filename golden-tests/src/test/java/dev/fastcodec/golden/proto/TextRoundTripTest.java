package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.UnknownFieldSet;
import dev.fastcodec.codegen.dynamic.MessageTypes;
import dev.fastcodec.codegen.dynamic.TextWriter;
import dev.fastcodec.codegen.dynamic.WireReader;
import dev.fastcodec.text.TextCodec;
import dev.fastcodec.text.TextOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random messages of random types in the text format: what protobuf-java writes and reads means the same to us, and protoc's text is ours. */
class TextRoundTripTest {
    private static final int VALUES = 3400;
    private static final int MANY_VALUES = 10_000;

    private final Corpus corpus = Corpus.random();
    private final Trials trials = new Trials(corpus);
    private final MessageTypes types = MessageTypes.of(corpus.compiled().schema());

    @Test
    void readsWhatProtobufJavaWrites() {
        readWhatProtobufJavaWrites("read text", VALUES);
    }

    @Test
    void protobufJavaReadsWhatIsWritten() {
        writeWhatProtobufJavaReads("write text", VALUES);
    }

    @Tag("deep")
    @Test
    void readsManyThatProtobufJavaWrites() {
        readWhatProtobufJavaWrites("read more text", MANY_VALUES);
    }

    @Tag("deep")
    @Test
    void protobufJavaReadsManyThatAreWritten() {
        writeWhatProtobufJavaReads("write more text", MANY_VALUES);
    }

    private void readWhatProtobufJavaWrites(String test, int values) {
        trials.run(test, values, (subject, message, random) -> {
            DynamicMessage known = known(message);
            TextFormat.Printer printer = TextFormat.printer();
            if (random.nextBoolean()) {
                printer = printer.emittingSingleLine(true);
            }
            String plain = printer.escapingNonAscii(false).printToString(known);
            // There it writes a NUL as it stands, which no string of the text format may have.
            boolean readable = plain.indexOf('\0') < 0 && random.nextBoolean();
            String text = mangled(readable ? plain : printer.printToString(known), random);
            // protobuf-java sorts the entries of maps
            assertEquals(
                    subject.codec().decode(known.toByteArray()), subject.text().decode(text), text);
        });
    }

    private void writeWhatProtobufJavaReads(String test, int values) {
        trials.run(test, values, (subject, message, random) -> {
            DynamicMessage known = known(message);
            TextOptions options = TextOptions.DEFAULT
                    .singleLine(random.nextBoolean())
                    .escapeNonAscii(random.nextBoolean())
                    .unknownFields(false);
            TextCodec<Object> codec = subject.text().with(options);
            Object bean = subject.codec().decode(known.toByteArray());
            String text = codec.encodeToString(bean);
            DynamicMessage.Builder theirs = DynamicMessage.newBuilder(subject.descriptor());
            TextFormat.merge(text, corpus.theirs(), theirs);
            assertEquals(known, theirs.build(), text);
            assertEquals(subject.codec().decode(known.toByteArray()), codec.decode(text), text);
        });
    }

    /** With unknown fields, in protoc's words, which the compiler's own writer has. */
    @Test
    void writesWhatProtocWrites() {
        trials.run("protoc text", VALUES, (subject, message, random) -> {
            byte[] bytes = message.toByteArray();
            Object bean = subject.codec().decode(bytes);
            var type = types.find(subject.descriptor().getFullName()).orElseThrow();
            String expected = TextWriter.write(WireReader.read(type, bytes));
            assertEquals(expected, subject.text().encodeToString(bean));
        });
    }

    @Test
    void writesOneLine() {
        trials.run("text line", VALUES / 10, (subject, message, random) -> {
            Object bean = subject.codec().decode(message.toByteArray());
            String text =
                    subject.text().with(TextOptions.DEFAULT.singleLine(true)).encodeToString(bean);
            assertFalse(text.contains("\n"), text);
            assertArrayEquals(
                    text.getBytes(StandardCharsets.UTF_8),
                    subject.text().with(TextOptions.DEFAULT.singleLine(true)).encode(bean));
        });
    }

    /** White space, comments and separators where they may be. */
    private static String mangled(String text, SplittableRandom random) {
        if (random.nextInt(4) > 0) {
            return text;
        }
        return text.replace(" {\n", random.nextBoolean() ? ": {\n" : "{ # \"comment\n")
                .replace("\n", random.nextBoolean() ? " \r\n\t" : "\n");
    }

    /** Without what text cannot tell: unknown fields, and the bits of a NaN. */
    private static DynamicMessage known(Message message) {
        DynamicMessage.Builder known = DynamicMessage.newBuilder(message.getDescriptorForType());
        message.getAllFields().forEach((field, value) -> {
            if (field.isMapField()) {
                Canonical.entries(field, (List<?>) value)
                        .forEach((key, v) -> known.addRepeatedField(field, Canonical.entry(field, key, plain(v))));
            } else if (field.isRepeated()) {
                ((List<?>) value).forEach(v -> known.addRepeatedField(field, plain(v)));
            } else {
                known.setField(field, plain(value));
            }
        });
        return known.setUnknownFields(UnknownFieldSet.getDefaultInstance()).build();
    }

    private static Object plain(Object value) {
        if (value instanceof Message m) {
            return known(m);
        } else if (value instanceof Float f) {
            return f.isNaN() ? Float.NaN : f;
        }
        return value instanceof Double d && d.isNaN() ? (Object) Double.NaN : value;
    }
}
