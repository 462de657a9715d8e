package dev.fastcodec.grpc;

import dev.fastcodec.EncodeException;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Metadata;
import io.grpc.ClientCall;
import io.grpc.Grpc;
import io.grpc.Metadata.Key;
import java.net.SocketAddress;
import java.util.Locale;

/** Metadata in grpc-java's terms, and the reverse. */
final class Headers {
    private Headers() {}

    /**
     * Metadata to be sent; keys become lower case, as HTTP/2 wants them.
     *
     * @throws EncodeException when a key has characters that HTTP/2 does not take, or a text others than printable ASCII
     */
    static io.grpc.Metadata sent(Metadata metadata) {
        io.grpc.Metadata sent = new io.grpc.Metadata();
        for (Metadata.Entry entry : metadata) {
            String name = entry.key().toLowerCase(Locale.ROOT);
            try {
                if (entry.isBinary()) {
                    sent.put(Key.of(name, io.grpc.Metadata.BINARY_BYTE_MARSHALLER), entry.bytes());
                } else {
                    checkText(name, entry.text());
                    sent.put(Key.of(name, io.grpc.Metadata.ASCII_STRING_MARSHALLER), entry.text());
                }
            } catch (IllegalArgumentException e) {
                throw new EncodeException("metadata \"" + name + "\" is no header of HTTP/2: " + e.getMessage());
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
                Iterable<String> all = metadata.getAll(Key.of(name, io.grpc.Metadata.ASCII_STRING_MARSHALLER));
                if (all != null) {
                    all.forEach(text -> received.add(name, text));
                }
            }
        }
        return received;
    }
}
