package dev.fastcodec.rpc;

/** What the messages of a call look like on the wire. A method has codecs for some of them; the engine says which one it takes. */
public enum Payload {
    /** Protobuf's messages, for gRPC and for Kitex Protobuf alike. */
    PROTO,
    /** Thrift's Binary protocol: the struct of the arguments, and that of the result, with the result as field 0 and the exceptions. */
    BINARY,
    /** The same in the Compact protocol. */
    COMPACT,
    /** The same in typed JSON, libthrift's {@code TJSONProtocol}. */
    TJSON,
    /** A bare struct in the Binary protocol, as Kitex sends it in streams. */
    STRUCT_BINARY
}
