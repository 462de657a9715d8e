package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.Message;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.json.JsonCodec;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.schema.SchemaTable;

/**
 * What went wrong with a call that no exception of the service stands for: the body of a message of type {@link MessageType#EXCEPTION}. On the wire
 * {@code struct { 1: string message, 2: i32 type }}, of which both fields are always written, and no other, as gopkg's reader cannot do with
 * more. Unchecked, as no function declares it. Mutable and not thread-safe, like every message.
 */
public final class TApplicationException extends RuntimeException implements Message<TApplicationException> {
    /** What its IDL would say. */
    public static final MessageSchema SCHEMA = new Table().message("TApplicationException");

    /** Thrift's Binary protocol. */
    public static final Codec<TApplicationException> BINARY = new TApplicationExceptionBinary();
    /** Thrift's Compact protocol. */
    public static final Codec<TApplicationException> COMPACT = new TApplicationExceptionCompact();
    /** Thrift's typed JSON, libthrift's {@code TJSONProtocol}. */
    public static final JsonCodec<TApplicationException> TJSON = new TApplicationExceptionTJson();

    private static final long serialVersionUID = 1;

    private String text;
    private int type;

    /** What went wrong: Thrift's own codes, 0 to 10, and those that Kitex adds. */
    public enum Code {
        /** None of the others. */
        UNKNOWN(0, "unknown application exception"),
        /** The service has no such function. */
        UNKNOWN_METHOD(1, "unknown method"),
        /** A server got an answer, or a client a call. */
        INVALID_MESSAGE_TYPE(2, "invalid message type"),
        /** The answer is for another function. */
        WRONG_METHOD_NAME(3, "wrong method name"),
        /** The answer is for another call. */
        BAD_SEQUENCE_ID(4, "bad sequence ID"),
        /** The answer has neither a result nor an exception. */
        MISSING_RESULT(5, "missing result"),
        /** The function failed with an exception that the service does not declare. */
        INTERNAL_ERROR(6, "unknown internal error"),
        /** The arguments could not be read. */
        PROTOCOL_ERROR(7, "unknown protocol error"),
        /** A transform of THeader that the server does not have. */
        INVALID_TRANSFORM(8, "Invalid transform"),
        /** A protocol that the server does not have. */
        INVALID_PROTOCOL(9, "Invalid protocol"),
        /** A kind of client that the server does not take. */
        UNSUPPORTED_CLIENT_TYPE(10, "Unsupported client type"),
        /** Kitex: the server has no such service. */
        UNKNOWN_SERVICE(20, "unknown service"),
        /** Kitex: the call does not say for which service it is. */
        NO_SERVICE_NAME(21, "no service name"),
        /** A number that is not among these. */
        UNRECOGNIZED(-1, "unknown application exception");

        private final int number;
        private final String text;

        Code(int number, String text) {
            this.number = number;
            this.text = text;
        }

        /** The number on the wire; -1 for {@link #UNRECOGNIZED}. */
        public int number() {
            return number;
        }

        /** What to say when there is nothing more to say; Kitex's words. */
        public String text() {
            return text;
        }

        /** The code of a number; {@link #UNRECOGNIZED} when there is none. */
        public static Code forNumber(int number) {
            for (Code code : values()) {
                if (code.number == number) {
                    return code;
                }
            }
            return UNRECOGNIZED;
        }
    }

    /** An exception of type 0 with no text. */
    public TApplicationException() {
        text = "";
    }

    /** An exception with a text of its own. */
    public TApplicationException(Code code, String message) {
        setType(code).setMessage(message);
    }

    /** An exception with the code's text. */
    public TApplicationException(Code code) {
        this(code, code.text());
    }

    /** The codec for a protocol. */
    public static Codec<TApplicationException> codec(Protocol protocol) {
        return switch (protocol) {
            case BINARY -> BINARY;
            case COMPACT -> COMPACT;
            case TJSON -> TJSON;
        };
    }

    /** What went wrong in words; empty when nobody said it, never null. */
    @Override
    public String getMessage() {
        return text;
    }

    /** Sets what went wrong in words; null is the empty text. */
    public TApplicationException setMessage(String message) {
        text = message == null ? "" : message;
        return this;
    }

    /** What went wrong. */
    public Code getType() {
        return Code.forNumber(type);
    }

    /** Sets what went wrong. */
    public TApplicationException setType(Code code) {
        if (code == Code.UNRECOGNIZED) {
            throw new IllegalArgumentException("UNRECOGNIZED has no number");
        }
        type = code.number;
        return this;
    }

    /** What went wrong as the number on the wire, which need not be one of {@link Code}. */
    public int typeNumber() {
        return type;
    }

    /** Sets what went wrong as a number. */
    public TApplicationException typeNumber(int number) {
        type = number;
        return this;
    }

    @Override
    public TApplicationException clear() {
        text = "";
        type = 0;
        return this;
    }

    @Override
    public TApplicationException copy() {
        return new TApplicationException().setMessage(text).typeNumber(type);
    }

    /** Null: unknown fields are not kept. */
    @Override
    public UnknownFields unknownFields() {
        return null;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof TApplicationException that && type == that.type && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + type;
    }

    @Override
    public String toString() {
        return "TApplicationException{message=\"" + text + "\", type=" + type + "}";
    }

    @Override
    public MessageSchema schema() {
        return SCHEMA;
    }

    private static final class Table extends SchemaTable {
        @Override
        protected String[] text() {
            return new String[] {"""
                thrift TApplicationException.thrift
                exception TApplicationException
                  1 string message
                  2 int32 type
                """};
        }
    }
}
