package dev.fastcodec.netty;

import dev.fastcodec.netty.echo.EchoArgs;
import dev.fastcodec.netty.echo.EchoResult;
import dev.fastcodec.netty.wire.Header;
import dev.fastcodec.netty.wire.MessageWriter;
import dev.fastcodec.netty.wire.Shape;
import dev.fastcodec.netty.wire.THeader;
import dev.fastcodec.netty.wire.TTHeader;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.Protocol;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Other sides that do what no proper client or server does: bytes over plain sockets. */
final class Peers {
    private static final int LIMIT = 64 << 20;

    private Peers() {}

    /** A socket to a server, which gives up after a while. */
    static Socket connect(NettyServer server) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
        socket.setSoTimeout((int) Loopback.PATIENCE * 1000);
        return socket;
    }

    /** The bytes of a call of echo. */
    static byte[] call(Framing framing, int sequence, EchoArgs args) {
        Map<String, String> strings = Map.of("isn", "Echo");
        Header header = framing.isKitex()
                ? TTHeader.of(sequence, strings, Map.of())
                : framing.hasHeader() ? THeader.of(sequence, Protocol.BINARY, strings) : null;
        return new MessageWriter(framing.isFramed() ? Shape.FRAMED_BINARY : Shape.BINARY, false, LIMIT)
                .write(header, Envelope.call("echo", sequence), EchoArgs.BINARY, args)
                .toByteArray();
    }

    /** The bytes of an answer of echo, framed. */
    static byte[] reply(int sequence, EchoResult result) {
        return new MessageWriter(Shape.FRAMED_BINARY, false, LIMIT)
                .write(null, Envelope.call("echo", sequence).reply(), EchoResult.BINARY, result)
                .toByteArray();
    }

    /** Reads a framed message. */
    static byte[] frame(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] frame = new byte[in.readInt()];
        in.readFully(frame);
        return frame;
    }

    /** Whether the other side has closed the connection; waits for it. */
    static boolean closed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return !(e instanceof java.net.SocketTimeoutException);
        }
    }

    /** What a server of {@link Listener} does with a connection. */
    interface Session {
        void run(Socket socket, int number) throws IOException;
    }

    /** A server that does with each connection what it is told, each in a thread. */
    static final class Listener implements AutoCloseable {
        private final ServerSocket listening;
        private volatile int accepted;
        private volatile @Nullable IOException failure;

        Listener(Session session) {
            try {
                listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread thread = new Thread(() -> accept(session));
            thread.setDaemon(true);
            thread.start();
        }

        private void accept(Session session) {
            try {
                while (true) {
                    Socket socket = listening.accept();
                    int number = accepted++;
                    Thread thread = new Thread(() -> {
                        try (socket) {
                            session.run(socket, number);
                        } catch (IOException e) {
                            failure = e;
                        }
                    });
                    thread.setDaemon(true);
                    thread.start();
                }
            } catch (IOException e) {
                // closed
            }
        }

        InetSocketAddress address() {
            return (InetSocketAddress) listening.getLocalSocketAddress();
        }

        int accepted() {
            return accepted;
        }

        @Override
        public void close() {
            try {
                listening.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static void send(Socket socket, byte[] bytes, int from, int to) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes, from, to - from);
        out.flush();
    }
}
