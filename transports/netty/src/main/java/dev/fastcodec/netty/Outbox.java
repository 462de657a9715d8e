package dev.fastcodec.netty;

import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.thrift.Outgoing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is to go out on a connection, given by any thread. The event loop takes all that is there at once, puts small messages into one buffer, and flushes once
 * in the end: a busy connection makes few wake-ups and few system calls. State belongs to the event loop, but for what says otherwise.
 */
final class Outbox {
    /** Messages up to this size are copied to a common buffer, which costs less than a buffer and a promise for each. */
    private static final int SMALL = 16 << 10;

    private static final int BUFFER = 64 << 10;
    /** After so many bytes the event loop looks at other things. */
    private static final int TURN = 1 << 20;

    private final Owner owner;
    private final Queue<Item> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    /** Bytes in the queue. */
    private final AtomicLong queued = new AtomicLong();
    /** What waits for the channel. */
    private final Queue<Item> waiting = new ArrayDeque<>();

    private @Nullable Channel channel;
    private @Nullable RpcException closed;
    private @Nullable ByteBuf buffer;
    private List<Item> inBuffer = new ArrayList<>();

    /** Whose outbox it is. */
    interface Owner {
        /** Runs it later in the event loop, or now in this thread when that has ended. */
        void later(Runnable task);

        /** Why one message more must not be sent now, or null; in the event loop. */
        @Nullable
        RpcException refusal();

        /** There is room again, after {@link #hasRoom} said that there is none. */
        void roomAgain();

        /** Nothing more is there to be sent at the moment. */
        void emptied();
    }

    /** A message, and what happens with it; all in the event loop. */
    interface Item {
        /** What is sent. */
        Outgoing bytes();

        /** It is its turn, as soon as the event loop sees it. */
        default void begin() {}

        /** Whether it is still to be sent. */
        default boolean isWanted() {
            return true;
        }

        /** Whether {@link #sent} and {@link #failed} after writing are of interest. */
        default boolean wantsToKnow() {
            return false;
        }

        /** It was given to the system. */
        default void sent() {}

        /** It cannot be sent. */
        default void failed(RpcException cause) {}
    }

    /** A message that nobody asks after. */
    record Plain(Outgoing bytes) implements Item {}

    Outbox(Owner owner) {
        this.owner = owner;
    }

    /** Sends something when it is its turn; from any thread. */
    void add(Item item) {
        queued.addAndGet(size(item.bytes()));
        queue.add(item);
        schedule();
    }

    /** Whether the event loop keeps up with what is added; from any thread. */
    boolean hasRoom() {
        return queued.get() < Connection.HIGH_WATER;
    }

    /** Whether all that was added was given to the channel. */
    boolean isEmpty() {
        return queue.isEmpty() && waiting.isEmpty();
    }

    /** There is a channel to send to. */
    void open(Channel to) {
        channel = to;
        if (!waiting.isEmpty()) {
            waiting.forEach(this::pass);
            waiting.clear();
            flush(to);
        }
    }

    /** Nothing can be sent any more. */
    void close(RpcException cause) {
        closed = cause;
        waiting.forEach(this::pass);
        waiting.clear();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            owner.later(this::drain);
        }
    }

    private void drain() {
        scheduled.set(false);
        long taken = 0;
        for (Item item = queue.poll(); item != null; item = taken < TURN ? queue.poll() : null) {
            taken += size(item.bytes());
            item.begin();
            pass(item);
        }
        if (channel != null) {
            flush(channel);
        }
        long before = queued.getAndAdd(-taken);
        if (before >= Connection.HIGH_WATER && before - taken < Connection.HIGH_WATER) {
            owner.roomAgain();
        }
        if (queue.isEmpty()) {
            owner.emptied();
        } else {
            schedule();
        }
    }

    private void pass(Item item) {
        if (closed != null) {
            item.failed(closed);
        } else if (channel == null) {
            waiting.add(item);
        } else if (item.isWanted()) {
            RpcException refusal = owner.refusal();
            if (refusal == null) {
                write(channel, item);
            } else {
                item.failed(refusal);
            }
        }
    }

    private void write(Channel to, Item item) {
        Outgoing bytes = item.bytes();
        if (bytes.beside() > 0 || bytes.size() > SMALL) {
            flushBuffer(to);
            if (item.wantsToKnow()) {
                inBuffer.add(item);
            }
            write(to, buffer(bytes));
            return;
        }
        if (buffer != null && buffer.writableBytes() < bytes.size()) {
            flushBuffer(to);
        }
        if (buffer == null) {
            long most = Math.max(bytes.size(), Math.min(queued.get(), BUFFER));
            buffer = to.alloc().directBuffer((int) most);
        }
        buffer.writeBytes(bytes.array(), 0, bytes.size());
        if (item.wantsToKnow()) {
            inBuffer.add(item);
        }
    }

    private void flush(Channel to) {
        flushBuffer(to);
        to.flush();
    }

    private void flushBuffer(Channel to) {
        ByteBuf full = buffer;
        if (full != null) {
            buffer = null;
            write(to, full);
        }
    }

    /** Writes what those in {@link #inBuffer} are in. Nobody else has to be told of a failure, as the connection is. */
    private void write(Channel to, ByteBuf bytes) {
        if (inBuffer.isEmpty()) {
            to.write(bytes, to.voidPromise());
            return;
        }
        List<Item> told = inBuffer;
        inBuffer = new ArrayList<>();
        ChannelFuture writing = to.write(bytes);
        writing.addListener(done -> {
            if (done.isSuccess()) {
                told.forEach(Item::sent);
            } else {
                RpcException cause = Failures.unavailable(to.remoteAddress(), "cannot send to", done.cause());
                told.forEach(item -> item.failed(cause));
                to.pipeline().fireExceptionCaught(done.cause()); // as a void promise does
            }
        });
    }

    /** What was encoded, as what Netty sends: the array itself, and those of large binaries in between. */
    private static ByteBuf buffer(Outgoing out) {
        if (out.beside() == 0) {
            return Unpooled.wrappedBuffer(out.array(), 0, out.size());
        }
        List<ByteBuffer> pieces = new ArrayList<>();
        out.pieces(pieces::add);
        return Unpooled.wrappedBuffer(pieces.size(), pieces.toArray(ByteBuffer[]::new));
    }

    private static int size(Outgoing bytes) {
        return bytes.size() + bytes.beside();
    }
}
