package dev.fastcodec.netty.wire;

import java.util.Map;

/** What stands in front of a message and goes with it: Kitex's or Apache Thrift's. */
public sealed interface Header permits TTHeader, THeader {
    /** Information by name, in the order of the wire. */
    Map<String, String> strings();
}
