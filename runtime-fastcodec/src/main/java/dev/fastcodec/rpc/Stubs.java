package dev.fastcodec.rpc;

import dev.fastcodec.schema.ServiceSchema.Mode;
import dev.fastcodec.thrift.TApplicationException;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;

/** What the client stubs that are generated do with a channel. For generated code. */
public final class Stubs {
    private Stubs() {}

    /**
     * Calls a method without streams and waits.
     *
     * @throws RpcException when the call failed
     * @throws BizStatusException when the answer is a business error
     * @throws dev.fastcodec.EncodeException when the request cannot be written
     */
    public static <Q, R> R unary(Channel channel, Method<Q, R> method, Q request) {
        Call call = channel.newCall(method).blocking();
        CompletableFuture<R> response = channel.unary(call, method, request);
        try {
            return response.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            RpcException interrupted = new RpcException(Status.CANCELLED, "interrupted", e);
            call.cancellation().cancel(interrupted);
            throw interrupted;
        } catch (ExecutionException e) {
            throw here(Chain.cause(e.getCause()));
        }
    }

    /** Calls a method without streams. Cancelling the stage, which is a {@link CompletableFuture}, cancels the call. */
    public static <Q, R> CompletionStage<R> unaryAsync(Channel channel, Method<Q, R> method, Q request) {
        Call call = channel.newCall(method);
        return new CallFuture<>(call, channel.unary(call, method, request));
    }

    /** Takes what the caller wants out of a response. */
    @FunctionalInterface
    public interface Result<R, T> {
        /** The result, or the exception that is there in its place. */
        T of(R response) throws Exception;
    }

    /** As {@link #unaryAsync(Channel, Method, Object)}, for what is in the response. */
    public static <Q, R, T> CompletionStage<T> unaryAsync(
            Channel channel, Method<Q, R> method, Q request, Result<? super R, ? extends T> result) {
        Call call = channel.newCall(method);
        CompletableFuture<T> unwrapped = new CompletableFuture<>();
        channel.unary(call, method, request).whenComplete((response, failure) -> {
            if (failure != null) {
                unwrapped.completeExceptionally(Chain.cause(failure));
                return;
            }
            try {
                unwrapped.complete(result.of(response));
            } catch (Exception e) { // one that the service declares, or that there is none
                unwrapped.completeExceptionally(e);
            }
        });
        return new CallFuture<>(call, unwrapped);
    }

    /** The failure of a call whose response has neither a result nor an exception. */
    public static RpcException missingResult(Method<?, ?> method) {
        TApplicationException cause = new TApplicationException(
                TApplicationException.Code.MISSING_RESULT, method.name() + " failed: unknown result");
        return new RpcException(Status.INTERNAL, cause.getMessage(), cause);
    }

    /** Calls a method that answers with a stream, which is a {@link MessageStream}. */
    public static <Q, R> Iterator<R> serverStream(Channel channel, Method<Q, R> method, Q request) {
        Call call = channel.newCall(method).blocking();
        MessageIterator<R> responses = new MessageIterator<>(new Gate());
        Sender<Q> sender = channel.stream(call, method, responses);
        responses.start(sender);
        sendOne(sender, request);
        return new CallerStream<>(responses);
    }

    private static <Q> void sendOne(Sender<Q> sender, Q request) {
        try {
            sender.send(request);
            sender.end();
        } catch (RuntimeException | Error e) {
            sender.fail(e);
            throw e;
        }
    }

    /** Calls a method that takes a stream and answers once: sends all requests in this thread, then waits. */
    public static <Q, R> R clientStream(Channel channel, Method<Q, R> method, Iterator<? extends Q> requests) {
        Call call = channel.newCall(method).blocking();
        Gate writable = new Gate();
        MessageIterator<R> responses = new MessageIterator<>(writable);
        Sender<Q> sender = channel.stream(call, method, responses);
        responses.start(sender);
        sendAll(requests, sender, writable, responses);
        if (!responses.hasNext()) {
            throw noResponse(method);
        }
        R response = responses.next();
        if (responses.hasNext()) {
            responses.close();
            throw new RpcException(Status.INTERNAL, "several responses of " + method.fullName());
        }
        return response;
    }

    private static <Q> void sendAll(
            Iterator<? extends Q> requests, Sender<Q> sender, Gate writable, MessageIterator<?> responses) {
        try {
            if (Pull.sendAll(requests, sender, writable, responses::hasEnded)) {
                sender.end();
            }
        } catch (RuntimeException | Error e) {
            sender.fail(e);
            throw e;
        }
    }

    /** Calls a method with streams both ways: a thread of the channel's sends the requests. The responses are a {@link MessageStream}. */
    public static <Q, R> Iterator<R> bothStream(Channel channel, Method<Q, R> method, Iterator<? extends Q> requests) {
        Call call = channel.newCall(method).blocking();
        Gate writable = new Gate();
        MessageIterator<R> responses = new MessageIterator<>(writable);
        Sender<Q> sender = channel.stream(call, method, responses);
        responses.start(sender);
        channel.executor().execute(() -> {
            try {
                sendAll(requests, sender, writable, responses);
            } catch (RuntimeException | Error e) {
                responses.fail(e); // unless the channel has said so: what iterates must know
            }
        });
        return new CallerStream<>(responses);
    }

    /** Calls a method that answers with a stream; the call is made when somebody subscribes, each time anew. */
    public static <Q, R> Flow.Publisher<R> serverStreamAsync(Channel channel, Method<Q, R> method, Q request) {
        return subscriber -> MessagePublisher.<R>call(subscriber, inbound -> {
            Sender<Q> sender = channel.stream(channel.newCall(method), method, inbound);
            inbound.start(sender);
            try {
                sendOne(sender, request);
            } catch (RuntimeException e) {
                inbound.fail(e);
            }
        });
    }

    /** Calls a method that takes a stream and answers once; the call is made at once. */
    public static <Q, R> CompletionStage<R> clientStreamAsync(
            Channel channel, Method<Q, R> method, Flow.Publisher<? extends Q> requests) {
        Call call = channel.newCall(method);
        CompletableFuture<R> response = new CompletableFuture<>();
        MessageSubscriber<Q> outbound = new MessageSubscriber<>();
        Sender<Q> sender = channel.stream(call, method, new SingleResponse<>(method, response, outbound));
        sender.request(2); // the second is one too many, and must be seen
        outbound.start(sender);
        requests.subscribe(outbound);
        return new CallFuture<>(call, response);
    }

    /** Calls a method with streams both ways; the call is made when somebody subscribes, each time anew. */
    public static <Q, R> Flow.Publisher<R> bothStreamAsync(
            Channel channel, Method<Q, R> method, Flow.Publisher<? extends Q> requests) {
        return subscriber -> MessagePublisher.<R>call(subscriber, inbound -> {
            MessageSubscriber<Q> outbound = new MessageSubscriber<>();
            inbound.alsoTell(outbound);
            Sender<Q> sender = channel.stream(channel.newCall(method), method, inbound);
            inbound.start(sender);
            outbound.start(sender);
            requests.subscribe(outbound);
        });
    }

    private static RpcException noResponse(Method<?, ?> method) {
        return new RpcException(Status.INTERNAL, "no response of " + method.fullName());
    }

    /** The failure to be thrown in this thread, whose stack an RpcException then shows; others, which carry their meaning in their class, as they are. */
    static RuntimeException here(Throwable failure) {
        if (failure instanceof RpcException rpc) {
            return rpc.here();
        } else if (failure instanceof RuntimeException unchecked) {
            return unchecked;
        } else if (failure instanceof Error error) {
            throw error;
        }
        return new RpcException(Status.UNKNOWN, failure.toString(), failure);
    }

    /** A response that cancels its call when it is cancelled. */
    private static final class CallFuture<R> extends CompletableFuture<R> {
        private final Call call;

        CallFuture(Call call, CompletableFuture<R> response) {
            this.call = call;
            response.whenComplete((r, failure) -> {
                if (failure == null) {
                    complete(r);
                } else {
                    completeExceptionally(Chain.cause(failure));
                }
            });
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled) {
                call.cancellation().cancel();
            }
            return cancelled;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>();
        }
    }

    /** Takes the one response to a stream of requests. */
    private static final class SingleResponse<R> implements Receiver<R> {
        private final Method<?, R> method;
        private final CompletableFuture<R> response;
        private final MessageSubscriber<?> requests;
        private R message;
        private int count;

        SingleResponse(Method<?, R> method, CompletableFuture<R> response, MessageSubscriber<?> requests) {
            assert method.mode() == Mode.CLIENT_STREAM : method;
            this.method = method;
            this.response = response;
            this.requests = requests;
        }

        @Override
        public void message(R m) {
            message = m;
            count++;
        }

        @Override
        public void end() {
            requests.stop();
            if (count == 1) {
                response.complete(message);
            } else {
                response.completeExceptionally(
                        count == 0
                                ? noResponse(method)
                                : new RpcException(Status.INTERNAL, "several responses of " + method.fullName()));
            }
        }

        @Override
        public void fail(Throwable cause) {
            requests.stop();
            response.completeExceptionally(cause);
        }

        @Override
        public void ready() {
            requests.ready();
        }
    }
}
