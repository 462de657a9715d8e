package dev.fastcodec.grpc;

import dev.fastcodec.EncodeException;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Metadata;
import io.grpc.ClientCall;
import io.grpc.Grpc;
import io.grpc.InternalMetadata;
import io.grpc.InternalMetadata.TrustedAsciiMarshaller;
import io.grpc.Metadata.Key;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Metadata in grpc-java's terms, and the reverse. Keys of metainfo, such as RPC_TRANSIT_TOKEN, have another spelling in HTTP, rpc-transit-token
 * (bytedance/gopkg's metainfo), which is seen on the wire only.
 */
final class Headers {
    private static final Pattern METAINFO =
            Pattern.compile("rpc[-_](transit|persist|backward)[-_].*", Pattern.CASE_INSENSITIVE);
    /** Text is ASCII as gRPC has it; Go's servers send what they are given, and so Kitex does UTF-8. Only grpc-java's inside lets one see the bytes. */
    private static final TrustedAsciiMarshaller<String> TEXT = new TrustedAsciiMarshaller<>() {
        @Override
        public byte[] toAsciiString(String value) {
            return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String parseAsciiString(byte[] serialized) {
            return new String(serialized, StandardCharsets.UTF_8);
        }
    };

    private Headers() {}

    /** The name in HTTP of a key of text. */
    private static String wireName(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return METAINFO.matcher(name).matches() ? name.replace('_', '-') : name;
    }

    /** The key of a name in HTTP. */
    private static String key(String name) {
        return METAINFO.matcher(name).matches() ? name.toUpperCase(Locale.ROOT).replace('-', '_') : name;
    }

    /**
     * Metadata to be sent; keys become lower case, as HTTP/2 wants them.
     *
     * @throws EncodeException when a key has characters that HTTP/2 does not take, or a text others than printable ASCII
     */
    static io.grpc.Metadata sent(Metadata metadata) {
        io.grpc.Metadata sent = new io.grpc.Metadata();
        for (Metadata.Entry entry : metadata) {
            try {
                if (entry.isBinary()) {
                    String name = entry.key().toLowerCase(Locale.ROOT);
                    sent.put(Key.of(name, io.grpc.Metadata.BINARY_BYTE_MARSHALLER), entry.bytes());
                } else {
                    String name = wireName(entry.key());
                    checkText(name, entry.text());
                    sent.put(Key.of(name, io.grpc.Metadata.ASCII_STRING_MARSHALLER), entry.text());
                }
            } catch (IllegalArgumentException e) {
                throw new EncodeException("metadata \"" + entry.key() + "\" is no header of HTTP/2: " + e.getMessage());
            }
        }
        return sent;
    }

    private static void checkText(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                throw new EncodeException("metadata \"" + name + "\" has a character that is not printable ASCII");
            }
        }
    }

    /** The response's headers are there, and with them the place of the other side. */
    static void received(Call call, ClientCall<?, ?> wire, io.grpc.Metadata headers) {
        SocketAddress peer = wire.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        if (peer != null) {
            call.put(Call.PEER, peer);
        }
        call.headersReceived(received(headers));
    }

    /** Metadata that came, all of it; read when somebody asks. */
    static Metadata received(io.grpc.Metadata metadata) {
        return Metadata.lazy(() -> read(metadata));
    }

    private static Metadata read(io.grpc.Metadata metadata) {
        Metadata received = new Metadata();
        for (String name : metadata.keys()) {
            if (Metadata.isBinary(name)) {
                Iterable<byte[]> all = metadata.getAll(Key.of(name, io.grpc.Metadata.BINARY_BYTE_MARSHALLER));
                if (all != null) {
                    all.forEach(bytes -> received.add(name, bytes));
                }
            } else {
                Iterable<String> all = metadata.getAll(InternalMetadata.keyOf(name, TEXT));
                if (all != null) {
                    String key = key(name);
                    all.forEach(text -> received.add(key, text));
                }
            }
        }
        return received;
    }
}
