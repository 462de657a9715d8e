package dev.fastcodec.netty.wire;

import dev.fastcodec.thrift.Protocol;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Apache Thrift's header in front of a message, as its specification HeaderFormat has it and its libraries for C++, Go and Python write it; libthrift for
 * Java has none. Layout: {@code u32 length, u16 magic 0fff, u16 flags, i32 sequence, u16 size in words}, then in varints the protocol, transforms, and
 * information.
 *
 * @param flags nobody uses them
 * @param sequence the number of the call, as the message has it too
 * @param protocol what the message is in: {@link Protocol#BINARY} or {@link Protocol#COMPACT}
 * @param strings in the order of the wire
 */
public record THeader(int flags, int sequence, Protocol protocol, Map<String, String> strings) implements Header {
    static final int MAGIC = 0x0fff;
    static final int BINARY = 0;
    static final int COMPACT = 2;
    /** A transform: the message is compressed. */
    static final int ZLIB = 1;
    /** A block of information. */
    static final int STRING_PAIRS = 1;

    static final String PATH = "theader";

    /** Copies the map and keeps its order. */
    public THeader {
        if (protocol == Protocol.TJSON) {
            throw new IllegalArgumentException("no number for " + protocol);
        }
        strings = Collections.unmodifiableMap(new LinkedHashMap<>(strings));
    }

    /** Of a call or an answer. */
    public static THeader of(int sequence, Protocol protocol, Map<String, String> strings) {
        return new THeader(0, sequence, protocol, strings);
    }
}
