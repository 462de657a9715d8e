package dev.fastcodec.netty;

/** What is around the messages of a client's calls. Servers take all of them, and answer in the one in which the call came. */
public enum Framing {
    /** Nothing, as libthrift's TSocket has it. Kitex calls it PurePayload. */
    UNFRAMED(false, false, false),
    /** The length in four bytes. libthrift's TFramedTransport; the default of Kitex's clients since 0.13. */
    FRAMED(false, false, true),
    /** Kitex's header, in which metadata, deadlines and business errors travel. */
    TTHEADER(true, true, false),
    /** Kitex's header, and the length in four bytes behind it. */
    TTHEADER_FRAMED(true, true, true),
    /** Apache Thrift's header, in which metadata travel: THeader of its libraries for C++, Go and Python. */
    THEADER(true, false, false);

    private final boolean header;
    private final boolean kitex;
    private final boolean framed;

    Framing(boolean header, boolean kitex, boolean framed) {
        this.header = header;
        this.kitex = kitex;
        this.framed = framed;
    }

    /** Whether metadata travel. */
    public boolean hasHeader() {
        return header;
    }

    /** Whether Kitex's header is in front, so that deadlines and business errors travel. */
    public boolean isKitex() {
        return kitex;
    }

    /** Whether the message has its length in front. */
    public boolean isFramed() {
        return framed;
    }
}
