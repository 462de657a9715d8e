package dev.fastcodec.bench.rpc;

/** What one library does: a server that answers a text with the same text, and a client of it. */
interface Engine {
    /**
     * Starts a server on loopback, which runs until the process ends.
     *
     * @return its port
     */
    int serve() throws Exception;

    /** What is used to call that server, by those who call at the same time. */
    Client connect(int port, Link link) throws Exception;

    /** Connections to a server. */
    interface Client {
        /** What makes one call after the other; asked for once by each of those who call at the same time. */
        Caller caller() throws Exception;
    }
}
