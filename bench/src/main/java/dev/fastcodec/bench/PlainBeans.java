package dev.fastcodec.bench;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONReader;
import com.alibaba.fastjson2.JSONWriter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import dev.fastcodec.bench.plain.Plain.Bytes;
import dev.fastcodec.bench.plain.Plain.Image;
import dev.fastcodec.bench.plain.Plain.Media;
import dev.fastcodec.bench.plain.Plain.MediaContent;
import dev.fastcodec.bench.plain.Plain.Node;
import dev.fastcodec.bench.plain.Plain.Numeric;
import dev.fastcodec.bench.plain.Plain.Player;
import dev.fastcodec.bench.plain.Plain.Scale;
import dev.fastcodec.bench.plain.Plain.Strings;
import dev.fastcodec.bench.plain.Plain.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Libraries for JSON that read and write plain beans, each set up for speed as its documentation says. */
final class PlainBeans {
    private PlainBeans() {}

    /** Jackson's databind with its module that compiles accessors. */
    static Subject<?, ?> jackson(Shape shape) {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new BlackbirdModule())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
        ObjectWriter writer = mapper.writerFor(type(shape));
        ObjectReader reader = mapper.readerFor(type(shape));
        return new Subject<>(build(shape), writer::writeValueAsBytes, reader::readValue);
    }

    /** Alibaba's, with the readers and writers that it makes of byte code; with its feature {@code FieldBased} it is slower. */
    static Subject<?, ?> fastjson2(Shape shape) {
        Class<?> type = type(shape);
        return new Subject<>(
                build(shape),
                bean -> JSON.toJSONBytes(bean, JSONWriter.Feature.WriteByteArrayAsBase64),
                bytes -> JSON.parseObject(bytes, type, JSONReader.Feature.Base64StringAsByteArray));
    }

    private static Class<?> type(Shape shape) {
        return switch (shape) {
            case MEDIA -> MediaContent.class;
            case NUMERIC -> Numeric.class;
            case STRINGS -> Strings.class;
            case TREE -> Tree.class;
            case BYTES -> Bytes.class;
            case FOOTERS -> throw new IllegalArgumentException("no " + shape + " in JSON");
        };
    }

    private static Subject.Step<Object, Object> build(Shape shape) {
        return switch (shape) {
            case MEDIA -> data -> media((MediaData) data);
            case NUMERIC -> data -> numeric((NumericData) data);
            case STRINGS -> data -> strings((StringsData) data);
            case TREE -> data -> tree((TreeData) data);
            case BYTES -> data -> bytes((byte[]) data);
            case FOOTERS -> throw new IllegalArgumentException("no " + shape + " in JSON");
        };
    }

    private static MediaContent media(MediaData data) {
        MediaContent content = new MediaContent();
        List<Image> images = new ArrayList<>();
        for (MediaData.Image each : data.images()) {
            Image image = new Image();
            image.setUri(each.uri());
            image.setTitle(each.title());
            image.setWidth(each.width());
            image.setHeight(each.height());
            image.setScale(each.large() ? Scale.LARGE : Scale.SMALL);
            images.add(image);
        }
        content.setImages(images);
        Media media = new Media();
        media.setUri(data.uri());
        media.setTitle(data.title());
        media.setWidth(data.width());
        media.setHeight(data.height());
        media.setFormat(data.format());
        media.setDuration(data.duration());
        media.setLength(data.length());
        media.setBitrate(data.bitrate());
        media.setPersons(new ArrayList<>(data.persons()));
        media.setPlayer(data.flash() ? Player.FLASH : Player.JAVA);
        media.setCopyright(data.copyright());
        content.setMedia(media);
        return content;
    }

    private static Numeric numeric(NumericData data) {
        int[] i = data.i();
        long[] l = data.l();
        double[] d = data.d();
        Numeric numeric = new Numeric();
        numeric.setI1(i[0]);
        numeric.setI2(i[1]);
        numeric.setI3(i[2]);
        numeric.setI4(i[3]);
        numeric.setI5(i[4]);
        numeric.setI6(i[5]);
        numeric.setI7(i[6]);
        numeric.setL1(l[0]);
        numeric.setL2(l[1]);
        numeric.setL3(l[2]);
        numeric.setL4(l[3]);
        numeric.setL5(l[4]);
        numeric.setL6(l[5]);
        numeric.setL7(l[6]);
        numeric.setD1(d[0]);
        numeric.setD2(d[1]);
        numeric.setF1((float) d[2]);
        numeric.setF2((float) d[3]);
        numeric.setB1(data.b1());
        numeric.setB2(data.b2());
        numeric.setInts(data.ints().clone());
        numeric.setDoubles(data.doubles().clone());
        return numeric;
    }

    private static Strings strings(StringsData data) {
        String[] s = data.shorts();
        Strings strings = new Strings();
        strings.setS1(s[0]);
        strings.setS2(s[1]);
        strings.setS3(s[2]);
        strings.setS4(s[3]);
        strings.setS5(s[4]);
        strings.setS6(s[5]);
        strings.setS7(s[6]);
        strings.setS8(s[7]);
        strings.setS9(s[8]);
        strings.setS10(s[9]);
        strings.setLong1(data.long1());
        strings.setLong2(data.long2());
        strings.setChinese(data.chinese());
        return strings;
    }

    private static Tree tree(TreeData data) {
        Tree tree = new Tree();
        tree.setRoot(node(data.root()));
        tree.setWeights(new LinkedHashMap<>(data.weights()));
        return tree;
    }

    private static Node node(TreeData.Node data) {
        Node node = new Node();
        node.setId(data.id());
        node.setName(data.name());
        node.setWeight(data.weight());
        if (!data.children().isEmpty()) {
            List<Node> children = new ArrayList<>();
            for (TreeData.Node child : data.children()) {
                children.add(node(child));
            }
            node.setChildren(children);
        }
        return node;
    }

    private static Bytes bytes(byte[] content) {
        Bytes bytes = new Bytes();
        bytes.setContent(content);
        return bytes;
    }
}
