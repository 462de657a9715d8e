package dev.fastcodec.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.rpc.Router;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Health checking, asked by grpc-java's own stubs. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HealthTest {
    private final Health health = new Health();

    private Loopback loopback() {
        return Loopback.of(GrpcServices.of(Router.of(health.handlers())));
    }

    private static HealthCheckRequest of(String service) {
        return HealthCheckRequest.newBuilder().setService(service).build();
    }

    @Test
    void checks() {
        try (Loopback loopback = loopback()) {
            HealthGrpc.HealthBlockingStub stub = HealthGrpc.newBlockingStub(loopback.channel);
            assertEquals(ServingStatus.SERVING, stub.check(of("")).getStatus());
            StatusRuntimeException e = assertThrows(StatusRuntimeException.class, () -> stub.check(of("shop.Shop")));
            assertEquals(Status.Code.NOT_FOUND, e.getStatus().getCode());
            health.serving("shop.Shop", true);
            assertEquals(ServingStatus.SERVING, stub.check(of("shop.Shop")).getStatus());
            health.stop();
            assertEquals(ServingStatus.NOT_SERVING, stub.check(of("shop.Shop")).getStatus());
            assertEquals(ServingStatus.NOT_SERVING, stub.check(of("")).getStatus());
        }
    }

    @Test
    void tellsWhoWatchesAndForgetsWhoDoesNoMore() throws Exception {
        try (Loopback loopback = loopback()) {
            Context.CancellableContext context = Context.current().withCancellation();
            Iterator<HealthCheckResponse> statuses = context.call(
                    () -> HealthGrpc.newBlockingStub(loopback.channel).watch(of("shop.Shop")));
            assertEquals(ServingStatus.SERVICE_UNKNOWN, statuses.next().getStatus());
            health.serving("shop.Shop", true);
            assertEquals(ServingStatus.SERVING, statuses.next().getStatus());
            health.serving("shop.Shop", true); // no news
            health.serving("shop.Shop", false);
            assertEquals(ServingStatus.NOT_SERVING, statuses.next().getStatus());
            assertEquals(1, health.watchers());
            context.cancel(null);
            while (health.watchers() > 0) {
                Thread.onSpinWait(); // until the time-out
            }
        }
    }
}
