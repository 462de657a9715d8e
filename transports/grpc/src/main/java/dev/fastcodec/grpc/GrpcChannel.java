package dev.fastcodec.grpc;

import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Receiver;
import dev.fastcodec.rpc.Sender;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Deadline;
import io.grpc.MethodDescriptor;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A channel over one of grpc-java's, which stays the user's to be made, set up and shut down: {@code Shop.client(GrpcChannel.of(managedChannel))}.
 *
 * <p>Takes methods of Protobuf, and those of Thrift that are not oneway, which go as Kitex sends them: in the Binary protocol the structs of arguments
 * and result, and in streams the structs themselves. Messages are encoded at once, so that they may be changed as soon as they are sent.
 */
public final class GrpcChannel implements Channel {
    private final io.grpc.Channel channel;
    private final CallOptions options;
    private final Executor executor;
    private final Map<Method<?, ?>, MethodDescriptor<Object, Object>> descriptors;

    private GrpcChannel(
            io.grpc.Channel channel,
            CallOptions options,
            Executor executor,
            Map<Method<?, ?>, MethodDescriptor<Object, Object>> descriptors) {
        this.channel = Objects.requireNonNull(channel);
        this.options = Objects.requireNonNull(options);
        this.executor = Objects.requireNonNull(executor);
        this.descriptors = descriptors;
    }

    /** A channel whose blocking calls with streams both ways hold a thread each of a pool of daemon threads. */
    public static GrpcChannel of(io.grpc.Channel channel) {
        return of(channel, Threads.shared());
    }

    /** A channel with other threads for blocking calls with streams both ways; there must be one for each such call. */
    public static GrpcChannel of(io.grpc.Channel channel, Executor executor) {
        return new GrpcChannel(channel, CallOptions.DEFAULT, executor, new ConcurrentHashMap<>());
    }

    /** The same with options of grpc-java's for each call: credentials, compression, limits of size, waiting for a connection. */
    public GrpcChannel with(CallOptions callOptions) {
        return new GrpcChannel(channel, callOptions, executor, descriptors);
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public <Q, R> CompletableFuture<R> unary(Call call, Method<Q, R> method, Q request) {
        CallerThread caller = call.isBlocking() ? new CallerThread() : null;
        ClientUnary<Q, R> exchange = new ClientUnary<>(call, method);
        CompletableFuture<R> response = exchange.start(this, caller, request);
        if (caller != null) {
            caller.await(response, exchange::interrupt);
        }
        return response;
    }

    @Override
    public <Q, R> Sender<Q> stream(Call call, Method<Q, R> method, Receiver<R> responses) {
        return new ClientStream<>(call, method, responses).start(this);
    }

    /** A call that has not been started. */
    ClientCall<Object, Object> open(Call call, Method<?, ?> method, Answered answered, @Nullable Executor callbacks) {
        MethodDescriptor<Object, Object> descriptor = descriptors.get(method);
        if (descriptor == null) {
            descriptor = descriptors.computeIfAbsent(method, Methods::client);
        }
        CallOptions all = answered.watch(options);
        if (callbacks != null) {
            all = all.withExecutor(callbacks);
        }
        if (call.deadline() != null) {
            Deadline deadline = Deadline.after(call.deadline().nanosLeft(), TimeUnit.NANOSECONDS);
            Deadline set = options.getDeadline();
            all = all.withDeadline(set == null ? deadline : set.minimum(deadline));
        }
        return channel.newCall(descriptor, all);
    }
}
