package dev.fastcodec.rpc;

import static dev.fastcodec.rpc.Texts.strings;
import static dev.fastcodec.rpc.Texts.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.wkt.Any;
import dev.fastcodec.wkt.StringValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes with a call besides messages, and what stands around it; errors. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterceptorTest {
    private final ExecutorService threads = Texts.threads();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdown();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS), "a thread is left behind");
    }

    private LocalChannel channel(Handler<?, ?>... handlers) {
        return Texts.channel(threads, handlers);
    }

    private static StringValue answerWithHeaders(StringValue request) {
        Call call = Call.current();
        assertTrue(call.isServer());
        call.responseHeaders().add("got", String.join(",", call.headers().all("Word")));
        call.trailers().add("sum-bin", call.headers().getBytes("sum-bin"));
        return request;
    }

    @Test
    void headersAndTrailersGoBothWays() {
        Channel channel = channel(
                Handlers.unary(Texts.UNARY, InterceptorTest::answerWithHeaders),
                Handlers.clientStream(Texts.CLIENT, q -> answerWithHeaders(q.next())));
        AtomicReference<Metadata> headers = new AtomicReference<>();
        AtomicReference<Metadata> trailers = new AtomicReference<>();
        Channel view = channel.with(new Metadata().add("word", "b"))
                .with(call -> call.headers().add("word", "a").add("sum-bin", new byte[] {1, -1}))
                .with(call -> call.onHeaders(headers::set).onTrailers(trailers::set));
        for (Runnable call : List.<Runnable>of(
                () -> Stubs.unary(view, Texts.UNARY, text("x")),
                () -> Stubs.clientStream(view, Texts.CLIENT, List.of(text("x")).iterator()))) {
            headers.set(null);
            trailers.set(null);
            call.run();
            assertEquals("b,a", headers.get().get("GOT"));
            assertArrayEquals(new byte[] {1, -1}, trailers.get().getBytes("sum-bin"));
        }
        assertThrows(IllegalStateException.class, Call::current);
    }

    @Test
    void headersCanBeSentBeforeTheFirstAnswer() {
        CompletableFuture<Metadata> headers = new CompletableFuture<>();
        Channel channel = channel(Handlers.bothStream(Texts.BOTH, requests -> {
                    Call.current().responseHeaders().add("early", "yes");
                    Call.current().sendHeaders();
                    requests.forEachRemaining(r -> {});
                    return Collections.emptyIterator();
                }))
                .with(call -> call.onHeaders(headers::complete));
        // The requests wait for the headers of the response.
        List<StringValue> none = List.of();
        var requests = Texts.stream(List.of(0, 1).iterator())
                .map(i -> text(headers.join().get("early")))
                .iterator();
        assertEquals(
                none,
                Texts.stream(Stubs.bothStream(channel, Texts.BOTH, requests)).toList());
    }

    @Test
    void theSameInterceptorStandsAroundCallsOnBothSides() {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Interceptor log = (call, next) -> {
            String side = call.isServer() ? "server " : "client ";
            call.mapRequests(q -> note(seen, side + "request ", q));
            call.mapResponses(r -> note(seen, side + "response ", r));
            return next.proceed(call).whenComplete((r, e) -> seen.add(side + "end " + (r == null ? null : text(r))));
        };
        Channel channel = channel(
                        Handlers.unary(Texts.UNARY, q -> text("re")).with(log),
                        Handlers.bothStream(Texts.BOTH, q -> q).with(log))
                .with(log);
        Stubs.unary(channel, Texts.UNARY, text("a"));
        String re = text(text("re")).toString();
        assertEquals(
                List.of(
                        "client request a",
                        "server request a",
                        "server response re",
                        "server end " + re,
                        "client response re",
                        "client end " + re),
                seen);
        seen.clear();
        assertEquals(
                List.of("a", "b"),
                strings(Stubs.bothStream(
                        channel, Texts.BOTH, List.of(text("a"), text("b")).iterator())));
        assertEquals(10, seen.size(), seen.toString());
        for (String side : List.of("client ", "server ")) {
            assertTrue(seen.indexOf(side + "request a") < seen.indexOf(side + "request b"), seen.toString());
            assertTrue(seen.indexOf(side + "response b") < seen.indexOf(side + "end null"), seen.toString());
        }
    }

    private static Object note(List<String> seen, String what, Object message) {
        seen.add(what + ((StringValue) message).getValue());
        return message;
    }

    @Test
    void messagesCanBeReplacedAndOuterComesFirst() {
        Interceptor a = (call, next) -> {
            call.mapRequests(q -> text(((StringValue) q).getValue() + "a"));
            call.mapResponses(r -> text(((StringValue) r).getValue() + "A"));
            return next.proceed(call);
        };
        Interceptor b = (call, next) -> {
            call.mapRequests(q -> text(((StringValue) q).getValue() + "b"));
            call.mapResponses(r -> text(((StringValue) r).getValue() + "B"));
            return next.proceed(call);
        };
        List<Handler<?, ?>> handlers =
                Handler.with(List.of(Handlers.unary(Texts.UNARY, q -> text(q.getValue() + "|"))), a, b);
        Channel channel = new LocalChannel(Router.of(handlers), threads).with(a, b);
        assertEquals(text("abab|BABA"), Stubs.unary(channel, Texts.UNARY, text("")));
        assertEquals(text("babab|BABAB"), Stubs.unary(channel.with(b), Texts.UNARY, text("")));
    }

    @Test
    void anInterceptorCanRefuse() {
        Interceptor guard = (call, next) -> {
            if (!call.headers().has("authorization")) {
                throw new RpcException(Status.UNAUTHENTICATED, "who are you");
            }
            return next.proceed(call);
        };
        Channel channel = channel(
                Handlers.unary(Texts.UNARY, q -> q).with(guard),
                Handlers.bothStream(Texts.BOTH, q -> q).with(guard));
        RpcException e = assertThrows(RpcException.class, () -> Stubs.unary(channel, Texts.UNARY, text("a")));
        assertEquals(Status.UNAUTHENTICATED, e.status());
        assertEquals("who are you", e.getMessage());
        assertTrue(e.isRemote());
        var answers = Stubs.bothStream(channel, Texts.BOTH, List.of(text("a")).iterator());
        assertEquals(
                Status.UNAUTHENTICATED,
                assertThrows(RpcException.class, answers::hasNext).status());
        e = assertThrows(RpcException.class, () -> Stubs.unary(channel.with(guard), Texts.UNARY, text("a")));
        assertFalse(e.isRemote());
        Channel known = channel.with(guard).with(new Metadata().add("authorization", "x"));
        assertEquals(text("a"), Stubs.unary(known, Texts.UNARY, text("a")));
        assertEquals(
                List.of("a"),
                strings(Stubs.bothStream(known, Texts.BOTH, List.of(text("a")).iterator())));
    }

    @Test
    void anInterceptorCanRetryAndTheOuterOneSeesTheLastAttempt() {
        AtomicInteger attempts = new AtomicInteger();
        Channel channel = channel(Handlers.unary(Texts.UNARY, q -> {
            Call.current().trailers().add("attempt", "" + attempts.incrementAndGet());
            if (attempts.get() < 3) {
                throw new RpcException(Status.UNAVAILABLE, "later");
            }
            return text(Call.current().headers().all("word"));
        }));
        Interceptor retry = (call, next) -> next.proceed(call.again())
                .exceptionallyCompose(e -> next.proceed(call.again()).exceptionallyCompose(f -> next.proceed(call)));
        AtomicReference<String> attempt = new AtomicReference<>();
        Interceptor outer = (call, next) -> next.proceed(call)
                .whenComplete((r, e) -> attempt.set(call.trailers().get("attempt")));
        Interceptor inner = (call, next) -> {
            call.headers().add("word", "w");
            return next.proceed(call);
        };
        assertEquals(text("[w]"), Stubs.unary(channel.with(outer, retry, inner), Texts.UNARY, text("a")));
        assertEquals("3", attempt.get());
    }

    @Test
    void anInterceptorCanTakeItsTime() {
        CompletableFuture<String> token = new CompletableFuture<>();
        Interceptor late = (call, next) -> token.thenComposeAsync(
                t -> {
                    call.headers().put("token", t);
                    return next.proceed(call);
                },
                threads);
        Channel channel = channel(
                        Handlers.unary(
                                Texts.UNARY, q -> text(Call.current().headers().get("token"))),
                        Handlers.clientStream(
                                        Texts.CLIENT,
                                        q -> text(Call.current().headers().get("token") + strings(q)))
                                .with(late))
                .with(late);
        CompletableFuture<StringValue> waiting =
                Stubs.unaryAsync(channel, Texts.UNARY, text("a")).toCompletableFuture();
        CompletableFuture<StringValue> streaming =
                Stubs.clientStreamAsync(channel, Texts.CLIENT, new Numbers(2)).toCompletableFuture();
        assertFalse(waiting.isDone());
        token.complete("t");
        assertEquals(text("t"), waiting.join());
        assertEquals(text("t[0, 1]"), streaming.join());
    }

    @Test
    void errorsKeepTheirTypeStatusTrailersAndDetails() {
        Any detail = new Any().setTypeUrl("type.googleapis.com/x.Y").setValue(new byte[] {8, 1});
        Channel channel = channel(
                Handlers.unary(Texts.UNARY, q -> {
                    Call.current().trailers().add("of-call", "1");
                    throw new RpcException(Status.NOT_FOUND, "no ä")
                            .with(new Metadata().add("of-error", "2"))
                            .withDetails(List.of(detail));
                }),
                Handlers.serverStream(Texts.SERVER, q -> {
                    throw new BizStatusException(7, "closed", Map.of("until", "monday"));
                }),
                Handlers.clientStream(Texts.CLIENT, q -> {
                    throw new IllegalStateException("secret");
                }));
        RpcException e = assertThrows(RpcException.class, () -> Stubs.unary(channel, Texts.UNARY, text("a")));
        assertEquals(Status.NOT_FOUND, e.status());
        assertEquals("no ä", e.text());
        assertEquals("1", e.trailers().get("of-call"));
        assertEquals("2", e.trailers().get("of-error"));
        assertEquals(List.of(detail), e.details());
        BizStatusException biz =
                assertThrows(BizStatusException.class, () -> Stubs.serverStream(channel, Texts.SERVER, text("a"))
                        .next());
        assertEquals(7, biz.code());
        assertEquals(Map.of("until", "monday"), biz.extra());
        e = assertThrows(
                RpcException.class, () -> Stubs.clientStream(channel, Texts.CLIENT, Collections.emptyIterator()));
        assertEquals(Status.UNKNOWN, e.status());
        assertEquals("", e.text());
    }

    @Test
    void theStackOfAFailureShowsTheCaller() {
        Channel channel = channel();
        RpcException e = assertThrows(RpcException.class, () -> Stubs.unary(channel, Texts.UNARY, text("a")));
        assertTrue(List.of(e.getStackTrace()).stream()
                .anyMatch(f -> f.getMethodName().contains("theStackOfAFailureShowsTheCaller")));
    }
}
