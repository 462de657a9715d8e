package dev.fastcodec.bench;

import java.util.Arrays;
import java.util.function.Function;

/** Who is measured: a library and a wire format. */
public enum Contender {
    /** Ours, for Protobuf. */
    FASTCODEC_PROTO("Protobuf", "Fastcodec", FastcodecProto::subject),
    /** Google's. */
    PROTOBUF_JAVA("Protobuf", "protobuf-java", ProtobufJava::subject),
    /** Ours, for Thrift Binary. */
    FASTCODEC_BINARY("Thrift Binary", "Fastcodec", FastcodecThrift::binary),
    /** Apache's, for Thrift Binary. */
    LIBTHRIFT_BINARY("Thrift Binary", "libthrift", Libthrift::binary),
    /** Ours, for Thrift Compact. */
    FASTCODEC_COMPACT("Thrift Compact", "Fastcodec", FastcodecThrift::compact),
    /** Apache's, for Thrift Compact. */
    LIBTHRIFT_COMPACT("Thrift Compact", "libthrift", Libthrift::compact),
    /** Ours, for Protobuf's JSON. */
    FASTCODEC_JSON("JSON", "Fastcodec", FastcodecProto::json),
    /** Google's reflection over descriptors. */
    JSON_FORMAT("JSON", "JsonFormat", ProtobufJava::json),
    /** Jackson over plain beans. */
    JACKSON("JSON", "Jackson", PlainBeans::jackson),
    /** Alibaba's over plain beans. */
    FASTJSON2("JSON", "fastjson2", PlainBeans::fastjson2),
    /** The least that Protobuf can take. */
    FLOOR_PROTO("Protobuf", "JDK alone", shape -> Floor.under(FASTCODEC_PROTO, shape)),
    /** The least that Thrift Binary can take. */
    FLOOR_BINARY("Thrift Binary", "JDK alone", shape -> Floor.under(FASTCODEC_BINARY, shape)),
    /** The least that Thrift Compact can take. */
    FLOOR_COMPACT("Thrift Compact", "JDK alone", shape -> Floor.under(FASTCODEC_COMPACT, shape)),
    /** The least that JSON can take. */
    FLOOR_JSON("JSON", "JDK alone", shape -> Floor.under(FASTCODEC_JSON, shape));

    private final String wire;
    private final String library;
    private final Function<Shape, Subject<?, ?>> subjects;

    Contender(String wire, String library, Function<Shape, Subject<?, ?>> subjects) {
        this.wire = wire;
        this.library = library;
        this.subjects = subjects;
    }

    /** The wire format, for readers. */
    String wire() {
        return wire;
    }

    /** The library, for readers. */
    String library() {
        return library;
    }

    /** Whose bytes are decoded by all who are compared: ours. */
    Contender writer() {
        return Arrays.stream(values())
                .filter(other -> other.wire.equals(wire))
                .findFirst()
                .orElseThrow();
    }

    /** At work on a shape. */
    Subject<Object, Object> on(Shape shape) {
        return subjects.apply(shape).untyped();
    }
}
