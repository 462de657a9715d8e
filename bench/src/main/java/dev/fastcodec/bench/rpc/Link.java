package dev.fastcodec.bench.rpc;

/** What a client's calls look like. Each engine knows what it needs of it. */
enum Link {
    /** Length-prefixed messages, over as few connections as the library takes by default. */
    FRAMED,
    /** Kitex's header in front of each message, over as few connections as the library takes by default. */
    TTHEADER,
    /** Kitex's header in front of each message, all over one connection. */
    TTHEADER_SHARED,
    /** Length-prefixed messages, over a connection for each call at a time. */
    FRAMED_POOLED,
    /** HTTP/2. */
    GRPC
}
