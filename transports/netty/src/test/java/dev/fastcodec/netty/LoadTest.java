package dev.fastcodec.netty;

import static dev.fastcodec.netty.EchoService.ECHO;
import static dev.fastcodec.netty.EchoService.args;
import static dev.fastcodec.netty.EchoService.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.netty.echo.EchoArgs;
import dev.fastcodec.netty.echo.EchoResult;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many calls on few connections, answered late, in any order, or too late: each gets its own answer or none. */
@ExtendWith(NoLeaks.class)
class LoadTest {
    @Test
    void everyCallGetsItsOwnAnswer() {
        run(4_000, Framing.FRAMED);
        run(4_000, Framing.TTHEADER);
    }

    @Test
    @Tag("deep")
    void everyOfManyCallsGetsItsOwnAnswer() {
        for (Framing framing : Framing.values()) {
            run(20_000, framing);
        }
    }

    private static void run(int count, Framing framing) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ScheduledExecutorService late = Executors.newScheduledThreadPool(2);
        Handler<EchoArgs, EchoResult> handler = EchoService.unary(ECHO, false, (call, args, responder) -> {
            int delay = args.getNote().getData().length % 30;
            Runnable answer = () -> responder.complete(result(args.getNote()));
            if (delay == 0) {
                answer.run();
            } else {
                late.schedule(answer, delay, TimeUnit.MILLISECONDS);
            }
        });
        ClientOptions options = ClientOptions.DEFAULT.framing(framing).connections(2);
        try (Loopback loopback = new Loopback(ServerOptions.DEFAULT, options, handler)) {
            List<CompletableFuture<EchoResult>> calls = new ArrayList<>();
            int answered = 0;
            int lateCalls = 0;
            for (int i = 0; i < count; i++) {
                EchoArgs args = args(i, "call " + i);
                args.getNote().setData(new byte[random.nextInt(500)]);
                Call call = Call.client(ECHO);
                if (random.nextInt(4) == 0) {
                    call.timeout(Duration.ofMillis(random.nextInt(25)));
                }
                calls.add(loopback.channel().unary(call, ECHO, args));
                if (i % 500 == 499) {
                    Loopback.await(CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new))
                            .handle((all, failure) -> null));
                }
            }
            for (int i = 0; i < count; i++) {
                try {
                    EchoResult result = calls.get(i)
                            .orTimeout(Loopback.PATIENCE, TimeUnit.SECONDS)
                            .join();
                    assertEquals(i, result.getSuccess().getId(), "seed " + seed);
                    assertEquals("call " + i, result.getSuccess().getText(), "seed " + seed);
                    answered++;
                } catch (CompletionException e) {
                    RpcException failure = assertInstanceOf(RpcException.class, e.getCause());
                    assertEquals(Status.DEADLINE_EXCEEDED, failure.status(), "seed " + seed);
                    lateCalls++;
                }
            }
            assertTrue(answered > count / 2 && lateCalls > 0, answered + " answered, " + lateCalls + " late");
            assertTrue(loopback.channel().connections() <= 2);
        } finally {
            late.shutdownNow();
        }
    }
}
