package dev.fastcodec.netty;

import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.MessageType;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a client's connection that have not ended, by sequence id, and their time: one timer is for all of them, since it is set anew only when a call
 * must end before all others, and most calls end long before their time. State belongs to the event loop.
 */
final class InFlight {
    /** No two checks are closer to each other, so that many times close together cost one check. */
    private static final long GRAIN = TimeUnit.MILLISECONDS.toNanos(1);

    private final EventLoop loop;
    private final BiConsumer<PendingCall<?, ?>, RpcException> overdue;
    private final Map<Integer, PendingCall<?, ?>> calls = new HashMap<>();
    /** Those that get no answer, until they are sent. */
    private final Set<PendingCall<?, ?>> oneways = new HashSet<>();
    /** How many calls ended without their answer, which may still come. */
    private int abandoned;

    private @Nullable ScheduledFuture<?> timer;
    private long timerAt;

    /**
     * None.
     *
     * @param overdue ends a call whose time is over
     */
    InFlight(EventLoop loop, BiConsumer<PendingCall<?, ?>, RpcException> overdue) {
        this.loop = loop;
        this.overdue = overdue;
    }

    /** A call begins. */
    void add(PendingCall<?, ?> call) {
        if (call.isOneway()) {
            oneways.add(call);
        } else {
            calls.put(call.sequence(), call);
        }
        if (call.isLimited()) {
            watch(call.until());
        }
    }

    /** A call ends; false when it had not begun. */
    boolean remove(PendingCall<?, ?> call) {
        return call.isOneway() ? oneways.remove(call) : calls.remove(call.sequence(), call);
    }

    /** A call ends without its answer; false when it had not begun. */
    boolean abandon(PendingCall<?, ?> call) {
        boolean there = remove(call);
        if (there && !call.isOneway()) {
            abandoned++;
        }
        return there;
    }

    /** The call that has this answer, and which ends with it, or null. */
    @Nullable
    PendingCall<?, ?> answered(Envelope answer) {
        PendingCall<?, ?> call = calls.remove(answer.sequence());
        if (call == null && answer.type() == MessageType.EXCEPTION && calls.size() == 1 && abandoned == 0) {
            // Kitex and proxies answer with another sequence id, as a rule 0, when they could not read the call. It is
            // the only one.
            call = calls.remove(calls.keySet().iterator().next());
        }
        return call;
    }

    /** All calls end. */
    List<PendingCall<?, ?>> removeAll() {
        List<PendingCall<?, ?>> all = new ArrayList<>(calls.values());
        all.addAll(oneways);
        calls.clear();
        oneways.clear();
        if (timer != null) {
            timer.cancel(false);
        }
        return all;
    }

    private void watch(long until) {
        if (timer == null || until - timerAt < 0) {
            if (timer != null) {
                timer.cancel(false);
            }
            timerAt = until;
            timer = loop.schedule(this::check, Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    private void check() {
        timer = null;
        long now = System.nanoTime();
        long next = Long.MAX_VALUE;
        List<PendingCall<?, ?>> all = new ArrayList<>(calls.values());
        all.addAll(oneways);
        for (PendingCall<?, ?> call : all) {
            long left = call.isLimited() ? call.until() - now : Long.MAX_VALUE;
            if (left <= 0) {
                overdue.accept(call, call.deadlineExceeded());
            } else {
                next = Math.min(next, left);
            }
        }
        if (next < Long.MAX_VALUE) {
            watch(now + Math.max(GRAIN, next));
        }
    }
}
