package dev.fastcodec.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.grpc.Clients.SimpleClient;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each client with each server. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InteropTest {
    private static final int LARGE = 3 << 20;

    static Stream<Arguments> pairs() {
        return Stream.of(Clients.values())
                .flatMap(client -> Stream.of(Servers.values()).map(server -> Arguments.of(client, server)))
                .filter(a -> a.get()[0] != Clients.GRPC_JAVA || a.get()[1] != Servers.GRPC_JAVA);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void fourKindsOfCalls(Clients client, Servers server) {
        try (Loopback loopback = Loopback.of(server.services())) {
            SimpleClient stub = client.of(loopback.channel);
            List<String> many =
                    IntStream.range(0, 500).mapToObj(Integer::toString).toList();
            assertEquals("re: a", stub.unary("a"));
            assertEquals(many, stub.server("500"));
            assertEquals(List.of(), stub.server("0"));
            assertEquals(String.join(",", many), stub.client(many));
            assertEquals("", stub.client(List.of()));
            assertEquals(many.stream().map(s -> "re: " + s).toList(), stub.both(many));
            assertEquals(List.of(), stub.both(List.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void largeAndEmptyMessages(Clients client, Servers server) {
        try (Loopback loopback = Loopback.of(server.services())) {
            SimpleClient stub = client.of(loopback.channel);
            String large = "é€x".repeat(LARGE / 6);
            assertEquals("re: " + large, stub.unary(large));
            assertEquals(List.of("re: " + large, "re: ", "re: " + large), stub.both(List.of(large, "", large)));
            assertEquals("", stub.client(List.of("")));
        }
    }

    @ParameterizedTest
    @CsvSource({"OURS,GRPC_JAVA", "OURS_ASYNC,OURS", "GRPC_JAVA,OURS"})
    void tenThousandCalls(Clients client, Servers server) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (Loopback loopback = Loopback.of(server.services())) {
            SimpleClient stub = client.of(loopback.channel);
            List<Callable<Void>> calls = IntStream.range(0, 10_000)
                    .mapToObj(i -> (Callable<Void>) () -> {
                        assertEquals("re: " + i, stub.unary(Integer.toString(i)));
                        return null;
                    })
                    .toList();
            for (Future<Void> call : threads.invokeAll(calls)) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
