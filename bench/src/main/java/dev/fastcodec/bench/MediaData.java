package dev.fastcodec.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a {@code MediaContent} holds: the example that Java serializers have long been compared with. */
record MediaData(
        List<Image> images,
        String uri,
        @Nullable String title,
        int width,
        int height,
        String format,
        long duration,
        long length,
        int bitrate,
        List<String> persons,
        boolean flash,
        @Nullable String copyright) {

    /** One {@code Image}. */
    record Image(String uri, @Nullable String title, int width, int height, boolean large) {}

    static final MediaData EXAMPLE = new MediaData(
            List.of(
                    new Image("http://javaone.com/keynote_large.jpg", "Javaone Keynote", 1024, 768, true),
                    new Image("http://javaone.com/keynote_small.jpg", "Javaone Keynote", 320, 240, false)),
            "http://javaone.com/keynote.mpg",
            "Javaone Keynote",
            640,
            480,
            "video/mpg4",
            18_000_000,
            58_982_400,
            262_144,
            List.of("Bill Gates", "Steve Jobs"),
            true,
            null);

    /** Content in which every part varies: how many, how long, whether set, and now and then a title that is not ASCII. */
    static MediaData of(Values v) {
        return new MediaData(
                IntStream.range(0, v.below(5)).mapToObj(i -> image(v)).toList(),
                uri(v),
                title(v),
                1 + v.below(4000),
                1 + v.below(3000),
                "video/" + v.ascii(3 + v.below(6)),
                v.anyLong() >>> 24,
                v.anyLong() >>> 24,
                v.anyInt(),
                IntStream.range(0, v.below(5))
                        .mapToObj(i -> v.ascii(4 + v.below(20)))
                        .toList(),
                v.below(2) == 0,
                v.below(4) == 0 ? v.ascii(10 + v.below(30)) : null);
    }

    private static Image image(Values v) {
        return new Image(uri(v), title(v), 1 + v.below(4000), 1 + v.below(3000), v.below(2) == 0);
    }

    private static String uri(Values v) {
        return "http://" + v.ascii(8 + v.below(32));
    }

    private static @Nullable String title(Values v) {
        return switch (v.below(16)) {
            case 0 -> v.chinese(2 + v.below(12));
            case 1, 2 -> null;
            default -> v.ascii(5 + v.below(25));
        };
    }
}
