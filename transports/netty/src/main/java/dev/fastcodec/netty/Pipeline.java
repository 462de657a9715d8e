package dev.fastcodec.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What bytes of a connection go through: TLS when it has that, packets, and then the connection. */
final class Pipeline extends ChannelInitializer<Channel> {
    private final int limit;
    private final boolean checked;
    private final @Nullable Handshake handshake;
    private final Function<Channel, Connection> connection;
    private final Consumer<Channel> ready;

    /** How TLS begins. */
    record Handshake(Function<Channel, SslHandler> handler, Duration timeout) {}

    /**
     * For connections of a client or a server.
     *
     * @param limit the most bytes of a packet
     * @param checked whether checksums are compared
     * @param ready is told when messages can be sent
     */
    Pipeline(
            int limit,
            boolean checked,
            @Nullable Handshake handshake,
            Function<Channel, Connection> connection,
            Consumer<Channel> ready) {
        this.limit = limit;
        this.checked = checked;
        this.handshake = handshake;
        this.connection = connection;
        this.ready = ready;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (handshake != null) {
            SslHandler tls = handshake.handler().apply(channel);
            tls.setHandshakeTimeoutMillis(handshake.timeout().toMillis());
            channel.pipeline().addLast(tls);
        }
        channel.pipeline()
                .addLast(new PacketReader(limit, checked))
                .addLast(new Start(handshake != null, ready))
                .addLast(connection.apply(channel));
    }

    /** Waits until messages can be sent. */
    private static final class Start extends ChannelInboundHandlerAdapter {
        private final boolean tls;
        private final Consumer<Channel> ready;

        Start(boolean tls, Consumer<Channel> ready) {
            this.tls = tls;
            this.ready = ready;
        }

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            if (!tls) {
                start(ctx);
            }
            ctx.fireChannelActive();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof SslHandshakeCompletionEvent handshake) {
                if (handshake.isSuccess()) {
                    start(ctx);
                } else {
                    ctx.fireExceptionCaught(handshake.cause());
                }
            }
            ctx.fireUserEventTriggered(event);
        }

        private void start(ChannelHandlerContext ctx) {
            ctx.pipeline().remove(this);
            ready.accept(ctx.channel());
        }
    }
}
