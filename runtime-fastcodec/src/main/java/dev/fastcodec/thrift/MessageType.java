package dev.fastcodec.thrift;

/** What a Thrift message is: one of two requests or one of two answers. */
public enum MessageType {
    /** Asks for an answer; its body has the arguments. */
    CALL(1),
    /** Answers with a result or with an exception that the service declares; its body is the struct of results. */
    REPLY(2),
    /** Answers with a {@link TApplicationException}. */
    EXCEPTION(3),
    /** Asks for no answer; its body has the arguments. Some clients send {@link #CALL} for it. */
    ONEWAY(4);

    private static final MessageType[] BY_NUMBER = {null, CALL, REPLY, EXCEPTION, ONEWAY};

    private final int number;

    MessageType(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** The type of a number on the wire; null when there is none. */
    public static MessageType forNumber(int number) {
        return number < 0 || number >= BY_NUMBER.length ? null : BY_NUMBER[number];
    }
}
