package dev.fastcodec.rpc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Where calls go: what an engine is to a client stub. For use by several threads.
 *
 * <p>What holds for a call or for some of them is said by a view, which is cheap to make: {@code Shop.client(channel.with(Duration.ofSeconds(1)))}.
 * Views of views add up; of interceptors, those that were added last come first.
 */
public interface Channel {
    /**
     * Makes a call without streams. Never throws for what is wrong with this call, and never blocks unless {@link Call#isBlocking()}. When the call's
     * {@link Call#cancellation()} is cancelled, or its deadline over, the call ends at once.
     *
     * @return completes with the response; of a oneway method with null as soon as the request is out; or with the failure as it is thrown to the
     *     caller: an {@link RpcException}, a {@link BizStatusException}, or an {@link dev.fastcodec.EncodeException} when nothing was sent
     */
    <Q, R> CompletableFuture<R> unary(Call call, Method<Q, R> method, Q request);

    /**
     * Makes a call with a stream, and sends the headers.
     *
     * @param responses takes what comes back; may be told of a failure, and that the sender is ready, before this has returned, and gets no
     *     message before it asks for one
     * @return sends the requests, of which a method without a stream of them has one
     */
    <Q, R> Sender<Q> stream(Call call, Method<Q, R> method, Receiver<R> responses);

    /** Runs what pulls the requests of a blocking call that has streams both ways; such a call holds a thread until they are all sent. */
    Executor executor();

    /** A new call of the method, prepared as this channel says. */
    default Call newCall(Method<?, ?> method) {
        return Call.client(method);
    }

    /** A view on this channel that prepares each call: sets a deadline, adds headers, listens to trailers. */
    default Channel with(Consumer<Call> preparation) {
        return new PreparingChannel(this, preparation);
    }

    /** A view on this channel with so much time for each call. */
    default Channel with(Duration timeout) {
        return with(call -> call.timeout(timeout));
    }

    /** A view on this channel with a moment by which all calls must have ended. */
    default Channel with(Deadline deadline) {
        return with(call -> call.deadline(deadline));
    }

    /** A view on this channel with these headers besides. */
    default Channel with(Metadata headers) {
        return with(call -> call.headers().addAll(headers));
    }

    /** A view on this channel whose calls end when this is cancelled. */
    default Channel with(Cancellation cancellation) {
        return with((call, next) -> {
            Cancellation.Registration link =
                    cancellation.onCancel(() -> call.cancellation().cancel(cancellation.cause()));
            return next.proceed(call).whenComplete((response, failure) -> link.close());
        });
    }

    /** A view on this channel for calls on behalf of one that is being handled: they have its deadline and are cancelled with it. */
    default Channel within(Call handled) {
        return handled.deadline() == null
                ? with(handled.cancellation())
                : with(handled.cancellation()).with(handled.deadline());
    }

    /** A view on this channel with interceptors around each call, the first one outermost. */
    default Channel with(Interceptor... interceptors) {
        return new InterceptedChannel(this, List.of(interceptors));
    }
}
