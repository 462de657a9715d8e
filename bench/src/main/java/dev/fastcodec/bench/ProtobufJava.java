package dev.fastcodec.bench;

import com.google.protobuf.Message;
import com.google.protobuf.MessageLite;
import com.google.protobuf.UnsafeByteOperations;
import com.google.protobuf.util.JsonFormat;
import dev.fastcodec.bench.proto.ShapesProto;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Google's library for Protobuf, used the way that is fastest in it. */
final class ProtobufJava {
    private ProtobufJava() {}

    static Subject<?, ?> subject(Shape shape) {
        return switch (shape) {
            case MEDIA ->
                new Subject<>(ProtobufJava::media, MessageLite::toByteArray, ShapesProto.MediaContent::parseFrom);
            case NUMERIC ->
                new Subject<>(ProtobufJava::numeric, MessageLite::toByteArray, ShapesProto.Numeric::parseFrom);
            case STRINGS ->
                new Subject<>(ProtobufJava::strings, MessageLite::toByteArray, ShapesProto.Strings::parseFrom);
            case TREE -> new Subject<>(ProtobufJava::tree, MessageLite::toByteArray, ShapesProto.Tree::parseFrom);
            case BYTES -> new Subject<>(ProtobufJava::bytes, MessageLite::toByteArray, ShapesProto.Bytes::parseFrom);
            case FOOTERS -> throw new IllegalArgumentException("no " + shape + " in Protobuf");
        };
    }

    /** As JSON. */
    static Subject<?, ?> json(Shape shape) {
        return switch (shape) {
            case MEDIA -> json(ProtobufJava::media, ShapesProto.MediaContent::newBuilder);
            case NUMERIC -> json(ProtobufJava::numeric, ShapesProto.Numeric::newBuilder);
            case STRINGS -> json(ProtobufJava::strings, ShapesProto.Strings::newBuilder);
            case TREE -> json(ProtobufJava::tree, ShapesProto.Tree::newBuilder);
            case BYTES -> json(ProtobufJava::bytes, ShapesProto.Bytes::newBuilder);
            case FOOTERS -> throw new IllegalArgumentException("no " + shape + " in Protobuf");
        };
    }

    private static <D> Subject<D, Message> json(Subject.Step<D, Message> build, Supplier<Message.Builder> builders) {
        JsonFormat.Printer printer = JsonFormat.printer().omittingInsignificantWhitespace();
        JsonFormat.Parser parser = JsonFormat.parser();
        return new Subject<>(build, message -> printer.print(message).getBytes(StandardCharsets.UTF_8), bytes -> {
            Message.Builder builder = builders.get();
            parser.merge(new String(bytes, StandardCharsets.UTF_8), builder);
            return builder.build();
        });
    }

    private static ShapesProto.MediaContent media(MediaData data) {
        ShapesProto.MediaContent.Builder content = ShapesProto.MediaContent.newBuilder();
        for (MediaData.Image each : data.images()) {
            ShapesProto.Image.Builder image = ShapesProto.Image.newBuilder()
                    .setUri(each.uri())
                    .setWidth(each.width())
                    .setHeight(each.height())
                    .setScale(each.large() ? ShapesProto.Scale.LARGE : ShapesProto.Scale.SMALL);
            if (each.title() != null) {
                image.setTitle(each.title());
            }
            // Cheaper than addImagesBuilder, which keeps a builder for each image.
            content.addImages(image.build());
        }
        ShapesProto.Media.Builder media = ShapesProto.Media.newBuilder()
                .setUri(data.uri())
                .setWidth(data.width())
                .setHeight(data.height())
                .setFormat(data.format())
                .setDuration(data.duration())
                .setLength(data.length())
                .setBitrate(data.bitrate())
                .setPlayer(data.flash() ? ShapesProto.Player.FLASH : ShapesProto.Player.JAVA);
        if (data.title() != null) {
            media.setTitle(data.title());
        }
        for (String person : data.persons()) {
            media.addPersons(person);
        }
        if (data.copyright() != null) {
            media.setCopyright(data.copyright());
        }
        return content.setMedia(media.build()).build();
    }

    private static ShapesProto.Numeric numeric(NumericData data) {
        int[] i = data.i();
        long[] l = data.l();
        double[] d = data.d();
        ShapesProto.Numeric.Builder numeric = ShapesProto.Numeric.newBuilder()
                .setI1(i[0])
                .setI2(i[1])
                .setI3(i[2])
                .setI4(i[3])
                .setI5(i[4])
                .setI6(i[5])
                .setI7(i[6])
                .setL1(l[0])
                .setL2(l[1])
                .setL3(l[2])
                .setL4(l[3])
                .setL5(l[4])
                .setL6(l[5])
                .setL7(l[6])
                .setD1(d[0])
                .setD2(d[1])
                .setF1((float) d[2])
                .setF2((float) d[3])
                .setB1(data.b1())
                .setB2(data.b2());
        for (int each : data.ints()) {
            numeric.addInts(each);
        }
        for (double each : data.doubles()) {
            numeric.addDoubles(each);
        }
        return numeric.build();
    }

    private static ShapesProto.Strings strings(StringsData data) {
        String[] s = data.shorts();
        return ShapesProto.Strings.newBuilder()
                .setS1(s[0])
                .setS2(s[1])
                .setS3(s[2])
                .setS4(s[3])
                .setS5(s[4])
                .setS6(s[5])
                .setS7(s[6])
                .setS8(s[7])
                .setS9(s[8])
                .setS10(s[9])
                .setLong1(data.long1())
                .setLong2(data.long2())
                .setChinese(data.chinese())
                .build();
    }

    private static ShapesProto.Tree tree(TreeData data) {
        return ShapesProto.Tree.newBuilder()
                .setRoot(node(data.root()))
                .putAllWeights(data.weights())
                .build();
    }

    private static ShapesProto.Node node(TreeData.Node data) {
        ShapesProto.Node.Builder node = ShapesProto.Node.newBuilder()
                .setId(data.id())
                .setName(data.name())
                .setWeight(data.weight());
        for (TreeData.Node child : data.children()) {
            node.addChildren(node(child));
        }
        return node.build();
    }

    private static ShapesProto.Bytes bytes(byte[] content) {
        // Without a copy, as the other libraries take it.
        return ShapesProto.Bytes.newBuilder()
                .setContent(UnsafeByteOperations.unsafeWrap(content))
                .build();
    }
}
