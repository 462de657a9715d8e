package dev.fastcodec.netty;

import dev.fastcodec.Codec;
import dev.fastcodec.netty.wire.BizStatus;
import dev.fastcodec.netty.wire.Header;
import dev.fastcodec.netty.wire.Keys;
import dev.fastcodec.netty.wire.MessageWriter;
import dev.fastcodec.netty.wire.THeader;
import dev.fastcodec.netty.wire.TTHeader;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.MessageType;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.TApplicationException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the answer of one call in the shape in which it came, with the header that it had. From any thread. */
final class Replies {
    private final ServerConnection connection;
    private final Opened request;
    private final MessageWriter writer;

    Replies(ServerConnection connection, Opened request) {
        this.connection = connection;
        this.request = request;
        this.writer =
                MessageWriter.answering(request.message(), connection.options().limit());
    }

    Opened request() {
        return request;
    }

    /** Whether the wire has a place for metadata. */
    boolean hasHeader() {
        return request.message().header() != null;
    }

    /** Whether the wire has a place for business errors. */
    boolean hasBusinessErrors() {
        return request.message().ttheader() != null;
    }

    /**
     * A result.
     *
     * @throws dev.fastcodec.EncodeException when it cannot be written
     */
    <R> Outgoing reply(Codec<R> codec, R response, Map<String, String> strings) {
        Envelope envelope = request.envelope().reply();
        return writer.write(header(envelope, strings), envelope, codec, response);
    }

    /** A business error, when there is a place for it. */
    <R> Outgoing business(Codec<R> codec, BizStatus error, Map<String, String> strings) {
        Envelope envelope = request.envelope().reply();
        error.add(strings);
        return writer.writeEmpty(header(envelope, strings), envelope, codec);
    }

    /** What went wrong. */
    Outgoing exception(TApplicationException failure, Map<String, String> strings) {
        Envelope envelope = request.envelope().exception();
        return writer.writeException(header(envelope, strings), envelope, failure);
    }

    /** Answers what cannot be handled, unless it wants no answer. */
    void refuse(TApplicationException why) {
        if (request.envelope().type() != MessageType.ONEWAY) {
            connection.write(exception(why, new LinkedHashMap<>()));
        }
    }

    /** What both kinds of response metadata are on a wire that has one; to be added to when it has. */
    Map<String, String> strings(Call call) {
        if (!hasHeader()) {
            return Map.of();
        }
        Map<String, String> strings = new LinkedHashMap<>();
        Headers.add(call.responseHeaders(), strings);
        Headers.add(call.trailers(), strings);
        return strings;
    }

    private @Nullable Header header(Envelope envelope, Map<String, String> strings) {
        TTHeader asked = request.message().ttheader();
        if (asked == null) {
            return hasHeader() ? THeader.of(envelope.sequence(), writer.protocol(), strings) : null;
        }
        String type = Integer.toString(envelope.type().number());
        if (connection.isClosedNext()) {
            strings.put(Keys.CONNECTION_RESET, "1");
        }
        return new TTHeader(
                asked.flags(), asked.sequence(), writer.protocolId(), strings, Map.of(Keys.MESSAGE_TYPE, type));
    }
}
