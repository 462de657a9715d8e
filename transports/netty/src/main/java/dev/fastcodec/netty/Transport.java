package dev.fastcodec.netty;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/**
 * What moves the bytes: Linux's epoll where netty-transport-native-epoll is on the class path, the JDK's NIO otherwise.
 *
 * @param io how event loops wait
 */
record Transport(
        IoHandlerFactory io, Class<? extends Channel> client, Class<? extends ServerChannel> server, boolean isNative) {

    /** The best that there is. */
    static Transport best() {
        return nativeIsThere() ? Native.epoll() : nio();
    }

    /** The JDK's. */
    static Transport nio() {
        return new Transport(NioIoHandler.newFactory(), NioSocketChannel.class, NioServerSocketChannel.class, false);
    }

    /** Event loops with threads that do not keep the program alive. */
    EventLoopGroup loops(int threads, String name) {
        return new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory(name, true), io);
    }

    private static boolean nativeIsThere() {
        try {
            return Native.isAvailable();
        } catch (LinkageError e) {
            return false; // not even the classes are there
        }
    }

    /** Apart, as its classes may be missing. */
    private static final class Native {
        static boolean isAvailable() {
            return Epoll.isAvailable();
        }

        static Transport epoll() {
            return new Transport(
                    EpollIoHandler.newFactory(), EpollSocketChannel.class, EpollServerSocketChannel.class, true);
        }
    }
}
