package dev.fastcodec.rpc;

import java.util.concurrent.CompletionStage;

/**
 * Stands around calls, the same way at the client ({@link Channel#with(Interceptor...)}) and at the server ({@link Handler#with(Interceptor...)}).
 *
 * <pre>{@code
 * Interceptor token = (call, next) -> {
 *   call.headers().put("authorization", token());
 *   return next.proceed(call);
 * };
 * Interceptor timing = (call, next) -> {
 *   long start = System.nanoTime();
 *   return next.proceed(call).whenComplete((response, failure) -> record(call.method(), System.nanoTime() - start, failure));
 * };
 * }</pre>
 *
 * To refuse a call, throw or return a failed stage; to answer in place of the other side, return a stage with the response. A call without a stream may
 * be proceeded with more than once, which is a retry, each time with a fresh {@link Call#again()}.
 */
@FunctionalInterface
public interface Interceptor {
    /**
     * Handles a call. Must not block at the client of an {@code Async} stub, nor at the server unless the handler may.
     *
     * @return completes when the call has ended: with the response of a call without streams; with null of one with a stream, whose messages
     *     {@link Call#mapRequests} and {@link Call#mapResponses} see; or with the failure
     */
    CompletionStage<Object> intercept(Call call, Next next);

    /** The rest of the way. */
    @FunctionalInterface
    interface Next {
        /**
         * Goes on: to the next interceptor, then to the engine or the handler. At the server a blocking handler without streams runs inside. May be
         * called later, from any thread.
         */
        CompletionStage<Object> proceed(Call call);
    }
}
