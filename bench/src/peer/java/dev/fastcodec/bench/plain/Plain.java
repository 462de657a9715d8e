package dev.fastcodec.bench.plain;

import java.util.List;
import java.util.Map;

/** The shapes as plain beans, for libraries that need no IDL. */
public final class Plain {
    private Plain() {}

    public enum Player { JAVA, FLASH }

    public enum Scale { SMALL, LARGE }

    public static final class MediaContent {
        private List<Image> images;
        private Media media;

        public List<Image> getImages() { return images; }
        public void setImages(List<Image> images) { this.images = images; }

        public Media getMedia() { return media; }
        public void setMedia(Media media) { this.media = media; }
    }

    public static final class Media {
        private String uri;
        private String title;
        private int width;
        private int height;
        private String format;
        private long duration;
        private long length;
        private int bitrate;
        private List<String> persons;
        private Player player;
        private String copyright;

        public String getUri() { return uri; }
        public void setUri(String uri) { this.uri = uri; }

        public String getTitle() { return title; }
        public void setTitle(String title) { this.title = title; }

        public int getWidth() { return width; }
        public void setWidth(int width) { this.width = width; }

        public int getHeight() { return height; }
        public void setHeight(int height) { this.height = height; }

        public String getFormat() { return format; }
        public void setFormat(String format) { this.format = format; }

        public long getDuration() { return duration; }
        public void setDuration(long duration) { this.duration = duration; }

        public long getLength() { return length; }
        public void setLength(long length) { this.length = length; }

        public int getBitrate() { return bitrate; }
        public void setBitrate(int bitrate) { this.bitrate = bitrate; }

        public List<String> getPersons() { return persons; }
        public void setPersons(List<String> persons) { this.persons = persons; }

        public Player getPlayer() { return player; }
        public void setPlayer(Player player) { this.player = player; }

        public String getCopyright() { return copyright; }
        public void setCopyright(String copyright) { this.copyright = copyright; }
    }

    public static final class Image {
        private String uri;
        private String title;
        private int width;
        private int height;
        private Scale scale;

        public String getUri() { return uri; }
        public void setUri(String uri) { this.uri = uri; }

        public String getTitle() { return title; }
        public void setTitle(String title) { this.title = title; }

        public int getWidth() { return width; }
        public void setWidth(int width) { this.width = width; }

        public int getHeight() { return height; }
        public void setHeight(int height) { this.height = height; }

        public Scale getScale() { return scale; }
        public void setScale(Scale scale) { this.scale = scale; }
    }

    public static final class Numeric {
        private int i1;
        private int i2;
        private int i3;
        private int i4;
        private int i5;
        private int i6;
        private int i7;
        private long l1;
        private long l2;
        private long l3;
        private long l4;
        private long l5;
        private long l6;
        private long l7;
        private double d1;
        private double d2;
        private float f1;
        private float f2;
        private boolean b1;
        private boolean b2;
        private int[] ints;
        private double[] doubles;

        public int getI1() { return i1; }
        public void setI1(int i1) { this.i1 = i1; }

        public int getI2() { return i2; }
        public void setI2(int i2) { this.i2 = i2; }

        public int getI3() { return i3; }
        public void setI3(int i3) { this.i3 = i3; }

        public int getI4() { return i4; }
        public void setI4(int i4) { this.i4 = i4; }

        public int getI5() { return i5; }
        public void setI5(int i5) { this.i5 = i5; }

        public int getI6() { return i6; }
        public void setI6(int i6) { this.i6 = i6; }

        public int getI7() { return i7; }
        public void setI7(int i7) { this.i7 = i7; }

        public long getL1() { return l1; }
        public void setL1(long l1) { this.l1 = l1; }

        public long getL2() { return l2; }
        public void setL2(long l2) { this.l2 = l2; }

        public long getL3() { return l3; }
        public void setL3(long l3) { this.l3 = l3; }

        public long getL4() { return l4; }
        public void setL4(long l4) { this.l4 = l4; }

        public long getL5() { return l5; }
        public void setL5(long l5) { this.l5 = l5; }

        public long getL6() { return l6; }
        public void setL6(long l6) { this.l6 = l6; }

        public long getL7() { return l7; }
        public void setL7(long l7) { this.l7 = l7; }

        public double getD1() { return d1; }
        public void setD1(double d1) { this.d1 = d1; }

        public double getD2() { return d2; }
        public void setD2(double d2) { this.d2 = d2; }

        public float getF1() { return f1; }
        public void setF1(float f1) { this.f1 = f1; }

        public float getF2() { return f2; }
        public void setF2(float f2) { this.f2 = f2; }

        public boolean isB1() { return b1; }
        public void setB1(boolean b1) { this.b1 = b1; }

        public boolean isB2() { return b2; }
        public void setB2(boolean b2) { this.b2 = b2; }

        public int[] getInts() { return ints; }
        public void setInts(int[] ints) { this.ints = ints; }

        public double[] getDoubles() { return doubles; }
        public void setDoubles(double[] doubles) { this.doubles = doubles; }
    }

    public static final class Strings {
        private String s1;
        private String s2;
        private String s3;
        private String s4;
        private String s5;
        private String s6;
        private String s7;
        private String s8;
        private String s9;
        private String s10;
        private String long1;
        private String long2;
        private String chinese;

        public String getS1() { return s1; }
        public void setS1(String s1) { this.s1 = s1; }

        public String getS2() { return s2; }
        public void setS2(String s2) { this.s2 = s2; }

        public String getS3() { return s3; }
        public void setS3(String s3) { this.s3 = s3; }

        public String getS4() { return s4; }
        public void setS4(String s4) { this.s4 = s4; }

        public String getS5() { return s5; }
        public void setS5(String s5) { this.s5 = s5; }

        public String getS6() { return s6; }
        public void setS6(String s6) { this.s6 = s6; }

        public String getS7() { return s7; }
        public void setS7(String s7) { this.s7 = s7; }

        public String getS8() { return s8; }
        public void setS8(String s8) { this.s8 = s8; }

        public String getS9() { return s9; }
        public void setS9(String s9) { this.s9 = s9; }

        public String getS10() { return s10; }
        public void setS10(String s10) { this.s10 = s10; }

        public String getLong1() { return long1; }
        public void setLong1(String long1) { this.long1 = long1; }

        public String getLong2() { return long2; }
        public void setLong2(String long2) { this.long2 = long2; }

        public String getChinese() { return chinese; }
        public void setChinese(String chinese) { this.chinese = chinese; }
    }

    public static final class Tree {
        private Node root;
        private Map<String, Integer> weights;

        public Node getRoot() { return root; }
        public void setRoot(Node root) { this.root = root; }

        public Map<String, Integer> getWeights() { return weights; }
        public void setWeights(Map<String, Integer> weights) { this.weights = weights; }
    }

    public static final class Node {
        private long id;
        private String name;
        private double weight;
        private List<Node> children;

        public long getId() { return id; }
        public void setId(long id) { this.id = id; }

        public String getName() { return name; }
        public void setName(String name) { this.name = name; }

        public double getWeight() { return weight; }
        public void setWeight(double weight) { this.weight = weight; }

        public List<Node> getChildren() { return children; }
        public void setChildren(List<Node> children) { this.children = children; }
    }

    public static final class Bytes {
        private byte[] content;

        public byte[] getContent() { return content; }
        public void setContent(byte[] content) { this.content = content; }
    }
}
