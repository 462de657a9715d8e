package dev.fastcodec.bench;

import dev.fastcodec.Codec;
import dev.fastcodec.DoubleList;
import dev.fastcodec.IntList;
import dev.fastcodec.bench.proto.Bytes;
import dev.fastcodec.bench.proto.Image;
import dev.fastcodec.bench.proto.Media;
import dev.fastcodec.bench.proto.MediaContent;
import dev.fastcodec.bench.proto.Node;
import dev.fastcodec.bench.proto.Numeric;
import dev.fastcodec.bench.proto.Player;
import dev.fastcodec.bench.proto.Scale;
import dev.fastcodec.bench.proto.Strings;
import dev.fastcodec.bench.proto.Tree;

/** Ours, for Protobuf. */
final class FastcodecProto {
    private FastcodecProto() {}

    static Subject<?, ?> subject(Shape shape) {
        return switch (shape) {
            case MEDIA -> of(FastcodecProto::media, MediaContent.PROTO);
            case NUMERIC -> of(FastcodecProto::numeric, Numeric.PROTO);
            case STRINGS -> of(FastcodecProto::strings, Strings.PROTO);
            case TREE -> of(FastcodecProto::tree, Tree.PROTO);
            case BYTES -> of(FastcodecProto::bytes, Bytes.PROTO);
            case FOOTERS -> throw new IllegalArgumentException("no " + shape + " in Protobuf");
        };
    }

    /** As JSON. */
    static Subject<?, ?> json(Shape shape) {
        return switch (shape) {
            case MEDIA -> of(FastcodecProto::media, MediaContent.JSON);
            case NUMERIC -> of(FastcodecProto::numeric, Numeric.JSON);
            case STRINGS -> of(FastcodecProto::strings, Strings.JSON);
            case TREE -> of(FastcodecProto::tree, Tree.JSON);
            case BYTES -> of(FastcodecProto::bytes, Bytes.JSON);
            case FOOTERS -> throw new IllegalArgumentException("no " + shape + " in Protobuf");
        };
    }

    private static <D, M> Subject<D, M> of(Subject.Step<D, M> build, Codec<M> codec) {
        return new Subject<>(build, codec::encode, codec::decode);
    }

    private static MediaContent media(MediaData data) {
        MediaContent content = new MediaContent();
        for (MediaData.Image each : data.images()) {
            Image image = content.addImages()
                    .setUri(each.uri())
                    .setWidth(each.width())
                    .setHeight(each.height())
                    .setScale(each.large() ? Scale.LARGE : Scale.SMALL);
            if (each.title() != null) {
                image.setTitle(each.title());
            }
        }
        Media media = content.mutableMedia()
                .setUri(data.uri())
                .setWidth(data.width())
                .setHeight(data.height())
                .setFormat(data.format())
                .setDuration(data.duration())
                .setLength(data.length())
                .setBitrate(data.bitrate())
                .setPlayer(data.flash() ? Player.FLASH : Player.JAVA);
        if (data.title() != null) {
            media.setTitle(data.title());
        }
        for (String person : data.persons()) {
            media.getPersons().add(person);
        }
        if (data.copyright() != null) {
            media.setCopyright(data.copyright());
        }
        return content;
    }

    private static Numeric numeric(NumericData data) {
        int[] i = data.i();
        long[] l = data.l();
        double[] d = data.d();
        return new Numeric()
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
                .setB2(data.b2())
                .setInts(IntList.of(data.ints()))
                .setDoubles(DoubleList.of(data.doubles()));
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
        Tree tree = new Tree();
        fill(tree.mutableRoot(), data.root());
        tree.getWeights().putAll(data.weights());
        return tree;
    }

    private static void fill(Node node, TreeData.Node data) {
        node.setId(data.id()).setName(data.name()).setWeight(data.weight());
        for (TreeData.Node child : data.children()) {
            fill(node.addChildren(), child);
        }
    }

    private static Bytes bytes(byte[] content) {
        return new Bytes().setContent(content);
    }
}
