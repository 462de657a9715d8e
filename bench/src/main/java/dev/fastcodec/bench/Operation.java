package dev.fastcodec.bench;

/** What is timed; a method of {@link CodecBench} each. */
enum Operation {
    BUILD_AND_ENCODE("buildAndEncode", "build a fresh message and encode it"),
    ENCODE_AGAIN("encodeAgain", "encode the same message again"),
    DECODE("decode", "decode, every string made"),
    DECODE_SORTED("decodeSorted", "decode, fields sorted by name");

    private final String method;
    private final String title;

    Operation(String method, String title) {
        this.method = method;
        this.title = title;
    }

    /** The method's name. */
    String method() {
        return method;
    }

    /** The name for readers. */
    String title() {
        return title;
    }
}
