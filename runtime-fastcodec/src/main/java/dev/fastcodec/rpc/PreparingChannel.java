package dev.fastcodec.rpc;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A view on a channel that prepares each call. */
final class PreparingChannel implements Channel {
    private final Channel channel;
    private final Consumer<Call> preparation;

    PreparingChannel(Channel channel, Consumer<Call> preparation) {
        this.channel = channel;
        this.preparation = Objects.requireNonNull(preparation);
    }

    @Override
    public Call newCall(Method<?, ?> method) {
        Call call = channel.newCall(method);
        preparation.accept(call);
        return call;
    }

    @Override
    public <Q, R> CompletableFuture<R> unary(Call call, Method<Q, R> method, Q request) {
        return channel.unary(call, method, request);
    }

    @Override
    public <Q, R> Sender<Q> stream(Call call, Method<Q, R> method, Receiver<R> responses) {
        return channel.stream(call, method, responses);
    }

    @Override
    public Executor executor() {
        return channel.executor();
    }
}
