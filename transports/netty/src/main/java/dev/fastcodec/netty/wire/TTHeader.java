package dev.fastcodec.netty.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What TTHeader, Kitex's header in front of a message, says. Layout: {@code u32 length, u16 magic 1000, u16 flags, i32 sequence, u16 size}, then the
 * protocol id, transforms and blocks of information.
 *
 * @param flags {@link #STREAMING} and others; 0 for a call
 * @param sequence the number of the call or of the stream. Some programs leave it 0 in calls, so that only the message's own counts
 * @param protocol {@link #BINARY} and others; says nothing for sure about a call's payload
 * @param strings information by {@link Keys}' names, in the order of the wire
 * @param ints information by {@link Keys}' numbers, 0 to 65535
 */
public record TTHeader(int flags, int sequence, int protocol, Map<String, String> strings, Map<Integer, String> ints)
        implements Header {
    /** The bytes in front of the protocol id. */
    public static final int META = 14;

    /** The flag of a frame of a stream. */
    public static final int STREAMING = 0x02;

    /** The protocol id of calls in Thrift's Binary protocol, and of all else that Kitex sends in calls. */
    public static final int BINARY = 0;
    /** The protocol id of calls in the Compact protocol. */
    public static final int COMPACT = 3;
    /** The protocol id that Kitex keeps for its Protobuf messages but does not send. */
    public static final int KITEX_PROTOBUF = 4;
    /** The protocol id of streams whose messages are Thrift structs in the Binary protocol. */
    public static final int THRIFT_STRUCT = 0x10;
    /** The protocol id kept for streams of Protobuf messages. */
    public static final int PROTOBUF_STRUCT = 0x11;

    static final int MAGIC = 0x1000;
    static final int MAGIC_AT = 4;
    static final int FLAGS_AT = 6;
    static final int SEQUENCE_AT = 8;
    static final int SIZE_AT = 12;
    static final int WORD = 4;
    static final int MAX_SIZE = 0xffff * WORD;
    static final String PATH = "ttheader";

    /** Blocks of information. */
    static final int PADDING = 0;

    static final int STRING_PAIRS = 0x01;
    static final int INT_PAIRS = 0x10;
    static final int TOKEN = 0x11;

    /** Copies the maps and keeps their order. */
    public TTHeader {
        strings = Collections.unmodifiableMap(new LinkedHashMap<>(strings));
        ints = Collections.unmodifiableMap(new LinkedHashMap<>(ints));
    }

    /** Of a call or an answer in Thrift's Binary protocol. */
    public static TTHeader of(int sequence, Map<String, String> strings, Map<Integer, String> ints) {
        return new TTHeader(0, sequence, BINARY, strings, ints);
    }

    /** Whether it heads a frame of a stream. */
    public boolean streaming() {
        return (flags & STREAMING) != 0;
    }

    /** The value of a key of {@link Keys}; empty when there is none. */
    public String get(String key) {
        return strings.getOrDefault(key, "");
    }

    /** The value of a key of {@link Keys}; empty when there is none. */
    public String get(int key) {
        return ints.getOrDefault(key, "");
    }
}
