package dev.fastcodec.codegen.plan;

/** What a codec reads and writes: a wire format, or that which one name of a wire format means for a type. */
public enum Notation {
    /** Protobuf's binary format. */
    PROTO,
    /** Thrift's Binary protocol. */
    BINARY,
    /** Thrift's Compact protocol. */
    COMPACT,
    /** Thrift's typed JSON. */
    TJSON,
    /** What libthrift writes for people. */
    SIMPLE_JSON,
    /** JSON with the names of fields. */
    READABLE_JSON,
    /** The JSON that Protobuf defines. */
    PROTO_JSON,
    /** Protobuf's text format. */
    TEXT
}
