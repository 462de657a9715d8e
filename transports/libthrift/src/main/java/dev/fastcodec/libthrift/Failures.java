package dev.fastcodec.libthrift;

import dev.fastcodec.DecodeException;
import org.apache.thrift.protocol.TProtocolException;

/** Failures of codecs as libthrift's. */
final class Failures {
    private Failures() {}

    static TProtocolException ofWriting(Throwable e) {
        return e instanceof StackOverflowError
                ? new TProtocolException(TProtocolException.DEPTH_LIMIT, "structs nested too deeply for the stack", e)
                : new TProtocolException(TProtocolException.INVALID_DATA, String.valueOf(e.getMessage()), e);
    }

    /** The offset is left out of the text: it counts bytes of the Binary protocol, which may be in no input. */
    static TProtocolException ofReading(Throwable e) {
        if (!(e instanceof DecodeException failure)) {
            return ofWriting(e);
        }
        String text = String.valueOf(failure.getMessage()).replace(" at offset " + failure.offset(), "");
        int type =
                switch (failure.kind()) {
                    case SIZE -> TProtocolException.SIZE_LIMIT;
                    case NEGATIVE_SIZE -> TProtocolException.NEGATIVE_SIZE;
                    case DEPTH -> TProtocolException.DEPTH_LIMIT;
                    default -> TProtocolException.INVALID_DATA;
                };
        return new TProtocolException(type, text, e);
    }
}
