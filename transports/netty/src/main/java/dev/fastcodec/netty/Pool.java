package dev.fastcodec.netty;

import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connections of a client for one purpose. Opens one more as long as all are in use and there are not too many; then they are shared. */
final class Pool {
    private final int most;
    private final Supplier<ClientConnection> connector;
    private final List<ClientConnection> connections = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * None so far.
     *
     * @param connector opens one
     */
    Pool(int most, Supplier<ClientConnection> connector) {
        this.most = most;
        this.connector = connector;
    }

    /**
     * The connection with the fewest calls, on which one more is counted from now on.
     *
     * @throws RpcException when the channel is closed
     */
    ClientConnection reserve() {
        while (true) {
            ClientConnection least = least();
            if (least == null || least.load() > 0 && connections.size() < most) {
                least = open();
            }
            if (least.reserve()) {
                return least;
            }
        }
    }

    private @Nullable ClientConnection least() {
        ClientConnection least = null;
        int load = Integer.MAX_VALUE;
        for (ClientConnection each : connections) {
            if (!each.isUsable()) {
                connections.remove(each);
            } else if (each.load() < load) {
                least = each;
                load = each.load();
            }
        }
        return least;
    }

    private synchronized ClientConnection open() {
        if (closed) {
            throw new RpcException(Status.UNAVAILABLE, "channel is closed");
        }
        ClientConnection least = least();
        if (least != null && (least.load() == 0 || connections.size() >= most)) {
            return least;
        }
        ClientConnection opened = connector.get();
        connections.add(opened);
        return opened;
    }

    /** How many connections there are, those included that are being made. */
    int size() {
        return connections.size();
    }

    /** Closes all connections; calls in progress fail. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        connections.forEach(c -> c.close(new RpcException(Status.UNAVAILABLE, "channel is closed")));
    }
}
