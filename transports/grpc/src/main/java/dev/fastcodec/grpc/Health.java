package dev.fastcodec.grpc;

import dev.fastcodec.grpc.bootstrap.HealthCheckRequest;
import dev.fastcodec.grpc.bootstrap.HealthCheckResponse;
import dev.fastcodec.grpc.bootstrap.HealthCheckResponse.ServingStatus;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Handlers;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.Receiver;
import dev.fastcodec.rpc.Responder;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Sender;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.schema.ServiceSchema;
import dev.fastcodec.schema.ServiceSchema.Mode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * gRPC's health checking, {@code grpc.health.v1.Health}, by which load balancers and others learn whether a server can be used. For use by several
 * threads.
 *
 * <pre>{@code
 * Health health = new Health();
 * serverBuilder.addServices(GrpcServices.of(Router.of(Shop.handlers(shop), health.handlers())));
 * health.serving("shop.Shop", false);
 * }</pre>
 */
public final class Health {
    private static final String SERVICE = "grpc.health.v1.Health";
    private static final Method<HealthCheckRequest, HealthCheckResponse> CHECK = method("Check", Mode.UNARY);
    private static final Method<HealthCheckRequest, HealthCheckResponse> WATCH = method("Watch", Mode.SERVER_STREAM);

    private final Map<String, ServingStatus> statuses = new HashMap<>();
    private final Map<String, Set<Watcher>> watchers = new HashMap<>();

    /** The server as a whole, whose name is empty, is serving; of services nothing is known. */
    public Health() {
        statuses.put("", ServingStatus.SERVING);
    }

    private static Method<HealthCheckRequest, HealthCheckResponse> method(String name, Mode mode) {
        return Method.<HealthCheckRequest, HealthCheckResponse>of(SERVICE, name, mode, Health::schema)
                .with(Payload.PROTO, HealthCheckRequest.PROTO, HealthCheckResponse.PROTO);
    }

    private static ServiceSchema schema() {
        return HealthCheckRequest.SCHEMA.file().services().get(0);
    }

    /** What a server needs to answer. */
    public List<Handler<?, ?>> handlers() {
        return List.of(
                Handlers.unary(CHECK, request -> new HealthCheckResponse().setStatus(check(request.getService()))),
                new Watch());
    }

    /** Says whether a service can be used; all who watch it are told. */
    public synchronized void serving(String service, boolean serving) {
        set(service, serving ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
    }

    /** Nothing in this server can be used any more: for the time before it stops. */
    public synchronized void stop() {
        List.copyOf(statuses.keySet()).forEach(service -> set(service, ServingStatus.NOT_SERVING));
    }

    private void set(String service, ServingStatus status) {
        if (statuses.put(service, status) != status) {
            watchers.getOrDefault(service, Set.of()).forEach(watcher -> watcher.changed(status));
        }
    }

    private synchronized ServingStatus check(String service) {
        ServingStatus status = statuses.get(service);
        if (status == null) {
            throw new RpcException(Status.NOT_FOUND, "unknown service " + service);
        }
        return status;
    }

    private synchronized void add(Watcher watcher, String service) {
        watchers.computeIfAbsent(service, s -> new LinkedHashSet<>()).add(watcher);
        watcher.changed(statuses.getOrDefault(service, ServingStatus.SERVICE_UNKNOWN));
    }

    private synchronized void remove(Watcher watcher, String service) {
        Set<Watcher> all = watchers.getOrDefault(service, Set.of());
        if (all.remove(watcher) && all.isEmpty()) {
            watchers.remove(service);
        }
    }

    /** How many watch; for tests. */
    synchronized int watchers() {
        return watchers.values().stream().mapToInt(Set::size).sum();
    }

    private final class Watch implements Handler<HealthCheckRequest, HealthCheckResponse> {
        @Override
        public Method<HealthCheckRequest, HealthCheckResponse> method() {
            return WATCH;
        }

        @Override
        public boolean isBlocking() {
            return false;
        }

        @Override
        public void unary(Call call, HealthCheckRequest request, Responder<HealthCheckResponse> responder) {
            throw new IllegalStateException(WATCH.fullName() + " has a stream");
        }

        @Override
        public Receiver<HealthCheckRequest> stream(Call call, Sender<HealthCheckResponse> responses) {
            responses.request(1);
            return new Watcher(responses);
        }
    }

    /** One who watches a service; whoever reads slowly gets the last status only. */
    private final class Watcher implements Receiver<HealthCheckRequest> {
        private final Sender<HealthCheckResponse> responses;
        private @Nullable String service;
        private @Nullable ServingStatus next;

        Watcher(Sender<HealthCheckResponse> responses) {
            this.responses = responses;
        }

        @Override
        public void message(HealthCheckRequest request) {
            service = request.getService();
        }

        @Override
        public void end() {
            if (service == null) {
                responses.fail(new RpcException(Status.INTERNAL, "no request of " + WATCH.fullName()));
            } else {
                add(this, service);
            }
        }

        @Override
        public void fail(Throwable cause) {
            if (service != null) {
                remove(this, service);
            }
        }

        void changed(ServingStatus status) {
            synchronized (this) {
                next = status;
                sendIfReady();
            }
        }

        @Override
        public void ready() {
            synchronized (this) {
                sendIfReady();
            }
        }

        private void sendIfReady() {
            if (next != null && responses.isReady()) {
                responses.send(new HealthCheckResponse().setStatus(next));
                next = null;
            }
        }
    }
}
