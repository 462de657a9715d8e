package dev.fastcodec.conformance;

import com.google.protobuf.conformance.ConformanceRequest;
import com.google.protobuf.conformance.ConformanceResponse;
import com.google.protobuf.conformance.TestCategory;
import com.google.protobuf.conformance.WireFormat;
import com.google.protobuf_test_messages.edition2023.TestMessagesEdition2023Ext;
import com.google.protobuf_test_messages.editions.proto2.TestMessagesProto2EditionsExt;
import com.google.protobuf_test_messages.proto2.TestMessagesProto2Ext;
import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.MessageType;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.json.JsonCodec;
import dev.fastcodec.json.JsonOptions;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.text.TextCodec;
import dev.fastcodec.text.TextOptions;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers the conformance runner: reads requests from the standard input and writes responses to the standard output, each behind its length as four
 * bytes, the least significant first (conformance.proto).
 */
public final class Testee {
    private static final Map<String, MessageSchema> TYPES = Stream.of(
                    com.google.protobuf_test_messages.proto2.TestAllTypesProto2.SCHEMA,
                    com.google.protobuf_test_messages.proto3.TestAllTypesProto3.SCHEMA,
                    com.google.protobuf_test_messages.editions.proto2.TestAllTypesProto2.SCHEMA,
                    com.google.protobuf_test_messages.editions.proto3.TestAllTypesProto3.SCHEMA,
                    com.google.protobuf_test_messages.edition2023.TestAllTypesEdition2023.SCHEMA)
            .collect(Collectors.toMap(MessageSchema::fullName, schema -> schema));

    private static final TypeRegistry REGISTRY = TypeRegistry.of(
                    TestMessagesProto2Ext.ALL, TestMessagesProto2EditionsExt.ALL, TestMessagesEdition2023Ext.ALL)
            .with(TYPES.values().toArray(MessageSchema[]::new));

    private Testee() {}

    /** Answers until the input ends. */
    public static void main(String[] args) throws IOException {
        OutputStream out = new BufferedOutputStream(System.out);
        // Whatever else is printed must not get between the answers.
        System.setOut(new PrintStream(System.err, true));
        for (byte[] request = next(System.in); request != null; request = next(System.in)) {
            byte[] response = ConformanceResponse.PROTO.encode(answer(ConformanceRequest.PROTO.decode(request)));
            out.write(littleEndian().putInt(0, response.length).array());
            out.write(response);
            out.flush();
        }
    }

    private static ByteBuffer littleEndian() {
        return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The next request, or null at the end of the input. */
    private static byte[] next(InputStream in) throws IOException {
        ByteBuffer length = littleEndian();
        int n = in.readNBytes(length.array(), 0, Integer.BYTES);
        if (n == 0) {
            return null;
        }
        byte[] request = in.readNBytes(length.getInt(0));
        if (n < Integer.BYTES || request.length < length.getInt(0)) {
            throw new EOFException("input ends inside a request");
        }
        return request;
    }

    private static ConformanceResponse answer(ConformanceRequest request) {
        ConformanceResponse response = new ConformanceResponse();
        MessageSchema type = TYPES.get(request.getMessageType());
        if (type == null) {
            return response.setRuntimeError("no type " + request.getMessageType());
        }
        return answer(type.type(), request, response);
    }

    private static <T extends Message<T>> ConformanceResponse answer(
            MessageType<T> type, ConformanceRequest request, ConformanceResponse response) {
        T message;
        try {
            message = read(type, request);
        } catch (DecodeException e) {
            return response.setParseError(e.getMessage());
        } catch (RuntimeException | Error e) {
            return response.setRuntimeError(e.toString());
        }
        try {
            return write(type, message, request, response);
        } catch (EncodeException e) {
            return response.setSerializeError(e.getMessage());
        } catch (RuntimeException | Error e) {
            return response.setRuntimeError(e.toString());
        }
    }

    private static <T extends Message<T>> T read(MessageType<T> type, ConformanceRequest request) {
        if (request.hasTextPayload()) {
            return text(type).decode(request.getTextPayload());
        } else if (request.hasJsonPayload()) {
            boolean ignore = request.getTestCategory() == TestCategory.JSON_IGNORE_UNKNOWN_PARSING_TEST;
            JsonOptions options = JsonOptions.DEFAULT.ignoreUnknownFields(ignore);
            return json(type).with(options).decode(request.getJsonPayload());
        }
        return type.proto().with(REGISTRY).decode(request.getProtobufPayload());
    }

    private static <T extends Message<T>> ConformanceResponse write(
            MessageType<T> type, T message, ConformanceRequest request, ConformanceResponse response) {
        if (request.getRequestedOutputFormat() == WireFormat.TEXT_FORMAT) {
            TextOptions options = TextOptions.DEFAULT.unknownFields(request.getPrintUnknownFields());
            return response.setTextPayload(text(type).with(options).encodeToString(message));
        } else if (request.getRequestedOutputFormat() == WireFormat.JSON) {
            return response.setJsonPayload(json(type).encodeToString(message));
        }
        return response.setProtobufPayload(type.proto().encode(message));
    }

    private static <T extends Message<T>> TextCodec<T> text(MessageType<T> type) {
        return ((TextCodec<T>) type.text()).with(REGISTRY);
    }

    private static <T extends Message<T>> JsonCodec<T> json(MessageType<T> type) {
        return Objects.requireNonNull(type.json()).with(REGISTRY);
    }
}
