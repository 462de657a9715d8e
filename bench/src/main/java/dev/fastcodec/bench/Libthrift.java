package dev.fastcodec.bench;

import dev.fastcodec.bench.libthrift.Bytes;
import dev.fastcodec.bench.libthrift.Image;
import dev.fastcodec.bench.libthrift.Media;
import dev.fastcodec.bench.libthrift.MediaContent;
import dev.fastcodec.bench.libthrift.Node;
import dev.fastcodec.bench.libthrift.Numeric;
import dev.fastcodec.bench.libthrift.Player;
import dev.fastcodec.bench.libthrift.Scale;
import dev.fastcodec.bench.libthrift.Strings;
import dev.fastcodec.bench.libthrift.Tree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.apache.thrift.TBase;
import org.apache.thrift.TDeserializer;
import org.apache.thrift.TSerializer;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TProtocolFactory;
import org.apache.thrift.transport.TTransportException;

/** Apache's library for Thrift, with one serializer and one deserializer that are used again and again. */
final class Libthrift {
    private Libthrift() {}

    static Subject<?, ?> binary(Shape shape) {
        return subject(shape, new TBinaryProtocol.Factory());
    }

    static Subject<?, ?> compact(Shape shape) {
        return shape == Shape.FOOTERS ? ApacheFooters.subject() : subject(shape, new TCompactProtocol.Factory());
    }

    private static Subject<?, ?> subject(Shape shape, TProtocolFactory protocol) {
        return switch (shape) {
            case MEDIA -> of(Libthrift::media, MediaContent::new, protocol);
            case NUMERIC -> of(Libthrift::numeric, Numeric::new, protocol);
            case STRINGS -> of(Libthrift::strings, Strings::new, protocol);
            case TREE -> of(Libthrift::tree, Tree::new, protocol);
            case BYTES -> of(Libthrift::bytes, Bytes::new, protocol);
            case FOOTERS -> throw new IllegalArgumentException("no " + shape + " in Binary");
        };
    }

    private static <D, M extends TBase<?, ?>> Subject<D, M> of(
            Subject.Step<D, M> build, Supplier<M> fresh, TProtocolFactory protocol) {
        try {
            TSerializer serializer = new TSerializer(protocol);
            TDeserializer deserializer = new TDeserializer(protocol);
            return new Subject<>(build, serializer::serialize, bytes -> {
                M message = fresh.get();
                deserializer.deserialize(message, bytes);
                return message;
            });
        } catch (TTransportException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MediaContent media(MediaData data) {
        MediaContent content = new MediaContent();
        for (MediaData.Image each : data.images()) {
            content.addToImages(new Image()
                    .setUri(each.uri())
                    .setTitle(each.title())
                    .setWidth(each.width())
                    .setHeight(each.height())
                    .setScale(each.large() ? Scale.LARGE : Scale.SMALL));
        }
        Media media = new Media()
                .setUri(data.uri())
                .setTitle(data.title())
                .setWidth(data.width())
                .setHeight(data.height())
                .setFormat(data.format())
                .setDuration(data.duration())
                .setLength(data.length())
                .setBitrate(data.bitrate())
                .setPlayer(data.flash() ? Player.FLASH : Player.JAVA)
                .setCopyright(data.copyright());
        for (String person : data.persons()) {
            media.addToPersons(person);
        }
        return content.setMedia(media);
    }

    private static Numeric numeric(NumericData data) {
        int[] i = data.i();
        long[] l = data.l();
        double[] d = data.d();
        List<Integer> ints = new ArrayList<>(data.ints().length);
        for (int each : data.ints()) {
            ints.add(each);
        }
        List<Double> doubles = new ArrayList<>(data.doubles().length);
        for (double each : data.doubles()) {
            doubles.add(each);
        }
        return new Numeric()
                .setI1(i[0])
                .setI2(i[1])
                .setI3(i[2])
                .setI4(i[3])
                .setI5((short) i[4])
                .setI6((short) i[5])
                .setI7((byte) i[6])
                .setL1(l[0])
                .setL2(l[1])
                .setL3(l[2])
                .setL4(l[3])
                .setL5(l[4])
                .setL6(l[5])
                .setL7(l[6])
                .setD1(d[0])
                .setD2(d[1])
                .setF1(d[2])
                .setF2(d[3])
                .setB1(data.b1())
                .setB2(data.b2())
                .setInts(ints)
                .setDoubles(doubles);
    }

    private static Strings strings(StringsData data) {
        String[] s = data.shorts();
        return new Strings()
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
                .setChinese(data.chinese());
    }

    private static Tree tree(TreeData data) {
        return new Tree().setRoot(node(data.root())).setWeights(new LinkedHashMap<>(data.weights()));
    }

    private static Node node(TreeData.Node data) {
        Node node = new Node().setId(data.id()).setName(data.name()).setWeight(data.weight());
        for (TreeData.Node child : data.children()) {
            node.addToChildren(node(child));
        }
        return node;
    }

    private static Bytes bytes(byte[] content) {
        Bytes bytes = new Bytes();
        // The setter copies; the other libraries do not.
        bytes.content = ByteBuffer.wrap(content);
        return bytes;
    }
}
