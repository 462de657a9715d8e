package dev.fastcodec.thrift;

/** The protocols that a message can be in: envelope and struct alike. */
public enum Protocol {
    /** The Binary protocol, whose envelope is written in the strict form and read in the old form too. */
    BINARY(new BinaryForm()),
    /** The Compact protocol, version 1. */
    COMPACT(new CompactForm()),
    /** Typed JSON, libthrift's TJSONProtocol. */
    TJSON(new TJsonForm());

    private final MessageForm form;

    Protocol(MessageForm form) {
        this.form = form;
    }

    /** How its messages look. */
    MessageForm form() {
        return form;
    }
}
