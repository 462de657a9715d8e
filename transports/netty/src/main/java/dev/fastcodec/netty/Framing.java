package dev.fastcodec.netty;

/** What is around the messages of a client's calls. Servers take all of them, and answer in the one in which the call came. */
public enum Framing {
    /** Nothing, as libthrift's TSocket has it. Kitex calls it PurePayload. */
    UNFRAMED(false, false),
    /** The length in four bytes. libthrift's TFramedTransport; the default of Kitex's clients since 0.13. */
    FRAMED(false, true),
    /** Kitex's header, in which metadata and business errors travel. */
    TTHEADER(true, false),
    /** Kitex's header, and the length in four bytes behind it. */
    TTHEADER_FRAMED(true, true);

    private final boolean header;
    private final boolean framed;

    Framing(boolean header, boolean framed) {
        this.header = header;
        this.framed = framed;
    }

    /** Whether metadata travel. */
    public boolean hasHeader() {
        return header;
    }

    /** Whether the message has its length in front. */
    public boolean isFramed() {
        return framed;
    }
}
