package calls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import calls.shared.Base;
import dev.fastcodec.Codec;
import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.LocalChannel;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.Router;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.schema.ServiceSchema;
import dev.fastcodec.thrift.TApplicationException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;

/** What a user of the generated services would write; each public static method is a test. */
public final class ThriftCalls {
    private ThriftCalls() {}

    private static final Executor THREADS = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    };

    private static Item item(String sku) {
        return new Item().setSku(sku).setPrice(sku.length());
    }

    static final class Selling implements Shop {
        final CountDownLatch forgotten = new CountDownLatch(1);

        @Override
        public void ping() {
            assertEquals("Shop", Call.current().method().service());
        }

        @Override
        public int add(int a, int b) {
            return a + b;
        }

        @Override
        public Item find(String sku) throws Missing, Closed {
            switch (sku) {
                case "missing" -> throw new Missing().setSku(sku);
                case "closed" -> throw new Closed().setMessage("until monday");
                case "null" -> {
                    return null;
                }
                case "biz" -> throw new BizStatusException(9, "no", Map.of("a", "b"));
                case "bug" -> throw new IllegalStateException("secret");
                default -> {
                    return item(sku);
                }
            }
        }

        @Override
        public Item same(Item item) {
            return item;
        }

        @Override
        public void close(String why) throws Closed {
            if (why != null) {
                throw new Closed().setMessage(why);
            }
        }

        @Override
        public void forget(String sku, List<Integer> numbers) {
            assertEquals(List.of(1, 2), numbers);
            forgotten.countDown();
        }

        @Override
        public Map<String, List<Integer>> count(Kind kind, Set<String> names, byte[] raw) {
            return Map.of(kind + names.iterator().next(), List.of(raw.length));
        }

        @Override
        public boolean flag(boolean success) throws Missing {
            if (!success) {
                throw new Missing();
            }
            return false;
        }

        @Override
        public void wait_(String channel_, String service) {
            assertEquals("c", channel_);
        }

        @Override
        public Iterator<Item> chat(Iterator<Item> requests) {
            return requests;
        }

        @Override
        public Item upload(Iterator<Item> requests) {
            StringBuilder all = new StringBuilder();
            requests.forEachRemaining(i -> all.append(i.getSku()));
            return item(all.toString());
        }

        @Override
        public Iterator<Item> list(Item item) {
            return IntStream.range(0, (int) item.getPrice()).mapToObj(i -> item("" + i)).iterator();
        }
    }

    /** The same without waiting. */
    record Async(Selling selling) implements Shop.Async {
        private interface Body<T> {
            T get() throws Exception;
        }

        private static <T> CompletionStage<T> later(Body<T> body) {
            CompletableFuture<T> stage = new CompletableFuture<>();
            Call call = Call.current();
            THREADS.execute(() -> call.run(() -> {
                try {
                    stage.complete(body.get());
                } catch (Exception | Error e) {
                    stage.completeExceptionally(e);
                }
            }));
            return stage;
        }

        @Override
        public CompletionStage<Void> ping() {
            return later(() -> {
                selling.ping();
                return null;
            });
        }

        @Override
        public CompletionStage<Integer> add(int a, int b) {
            return later(() -> selling.add(a, b));
        }

        @Override
        public CompletionStage<Item> find(String sku) {
            return later(() -> selling.find(sku));
        }

        @Override
        public CompletionStage<Item> same(Item item) {
            return later(() -> selling.same(item));
        }

        @Override
        public CompletionStage<Void> close(String why) {
            return later(() -> {
                selling.close(why);
                return null;
            });
        }

        @Override
        public CompletionStage<Void> forget(String sku, List<Integer> numbers) {
            return later(() -> {
                selling.forget(sku, numbers);
                return null;
            });
        }

        @Override
        public CompletionStage<Map<String, List<Integer>>> count(Kind kind, Set<String> names, byte[] raw) {
            return later(() -> selling.count(kind, names, raw));
        }

        @Override
        public CompletionStage<Boolean> flag(boolean success) {
            return later(() -> selling.flag(success));
        }

        @Override
        public CompletionStage<Void> wait_(String channel_, String service) {
            return later(() -> {
                selling.wait_(channel_, service);
                return null;
            });
        }

        @Override
        public Flow.Publisher<Item> chat(Flow.Publisher<Item> requests) {
            return requests;
        }

        @Override
        public CompletionStage<Item> upload(Flow.Publisher<Item> requests) {
            return Items.of(requests)
                    .thenApply(all -> item(String.join("", all.stream().map(Item::getSku).toList())));
        }

        @Override
        public Flow.Publisher<Item> list(Item item) {
            return new Items.Published(selling.list(item));
        }
    }

    private static Channel channel(Router router) {
        return new LocalChannel(router, THREADS);
    }

    private static void each(Check check) throws Exception {
        Selling selling = new Selling();
        check.run(channel(Router.of(Shop.handlers(selling))), selling);
        selling = new Selling();
        check.run(channel(Router.of(Shop.Async.handlers(new Async(selling)))), selling);
    }

    private interface Check {
        void run(Channel channel, Selling selling) throws Exception;
    }

    public static void callsAndWaits() throws Exception {
        each((channel, selling) -> {
            Shop shop = Shop.client(channel);
            assertEquals(item("abc"), shop.find("abc"));
            assertEquals(item("x"), shop.same(item("x")));
            shop.close(null);
            assertEquals(Map.of("SMALLn", List.of(3)), shop.count(Kind.SMALL, Set.of("n"), new byte[3]));
            assertFalse(shop.flag(true));
            shop.wait_("c", null);
            shop.forget("a", List.of(1, 2));
            selling.forgotten.await();
        });
    }

    public static void callsInheritedMethodsUnderItsOwnName() throws Exception {
        each((channel, selling) -> {
            Shop shop = Shop.client(channel);
            shop.ping();
            assertEquals(5, shop.add(2, 3));
            Base base = shop;
            assertEquals(7, base.add(3, 4));
            RpcException e = assertThrows(RpcException.class, () -> Base.client(channel).ping());
            assertEquals(Status.UNIMPLEMENTED, e.status());
        });
    }

    public static void throwsWhatIsDeclaredAndWhatIsNot() throws Exception {
        each((channel, selling) -> {
            Shop shop = Shop.client(channel);
            assertEquals("missing", assertThrows(Missing.class, () -> shop.find("missing")).getSku());
            assertEquals("until monday", assertThrows(Closed.class, () -> shop.find("closed")).getMessage());
            assertEquals("why", assertThrows(Closed.class, () -> shop.close("why")).getMessage());
            assertThrows(Missing.class, () -> shop.flag(false));
            BizStatusException biz = assertThrows(BizStatusException.class, () -> shop.find("biz"));
            assertEquals(9, biz.code());
            assertEquals(Map.of("a", "b"), biz.extra());
            RpcException e = assertThrows(RpcException.class, () -> shop.find("bug"));
            assertEquals(Status.UNKNOWN, e.status());
            e = assertThrows(RpcException.class, () -> shop.find("null"));
            assertEquals(Status.INTERNAL, e.status());
            assertEquals(
                    TApplicationException.Code.MISSING_RESULT,
                    assertInstanceOf(TApplicationException.class, e.getCause()).getType());
        });
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static Throwable failure(CompletionStage<?> stage) {
        return assertThrows(CompletionException.class, () -> join(stage)).getCause();
    }

    public static void callsWithoutWaiting() throws Exception {
        each((channel, selling) -> {
            Shop.Async shop = Shop.Async.client(channel);
            assertEquals(item("abc"), join(shop.find("abc")));
            assertEquals(5, join(shop.add(2, 3)));
            assertNull(join(shop.ping()));
            assertNull(join(shop.close(null)));
            assertEquals(Map.of("BIGn", List.of(0)), join(shop.count(Kind.BIG, Set.of("n"), new byte[0])));
            assertEquals(new Missing().setSku("missing"), failure(shop.find("missing")));
            assertEquals(new Closed().setMessage("w"), failure(shop.close("w")));
            assertEquals(9, assertInstanceOf(BizStatusException.class, failure(shop.find("biz"))).code());
            assertEquals(Status.INTERNAL, assertInstanceOf(RpcException.class, failure(shop.find("null"))).status());
            assertNull(join(shop.forget("a", List.of(1, 2))));
            selling.forgotten.await();
        });
    }

    public static void streams() throws Exception {
        each((channel, selling) -> {
            List<Item> items = IntStream.range(0, 100).mapToObj(i -> item("" + i)).toList();
            Shop shop = Shop.client(channel);
            List<Item> echoed = new ArrayList<>();
            shop.chat(items.iterator()).forEachRemaining(echoed::add);
            assertEquals(items, echoed);
            assertEquals("012", shop.upload(items.subList(0, 3).iterator()).getSku());
            List<Item> listed = new ArrayList<>();
            shop.list(new Item().setPrice(100)).forEachRemaining(listed::add);
            assertEquals(items, listed);
            Shop.Async async = Shop.Async.client(channel);
            assertEquals(items, join(Items.of(async.chat(new Items.Published(items.iterator())))));
            assertEquals(items, join(Items.of(async.list(new Item().setPrice(100)))));
            assertEquals("01", join(async.upload(new Items.Published(items.subList(0, 2).iterator()))).getSku());
        });
    }

    public static void routesServicesThatShareMethods() throws Exception {
        Router router = Router.of(Shop.handlers(new Selling()), Other.handlers(sku -> item("other")));
        assertEquals(item("abc"), Shop.client(channel(router)).find("abc"));
        assertEquals(item("other"), Other.client(channel(router)).find("abc"));
        assertThrows(IllegalStateException.class, router::requireUnambiguous);
        assertSame(router.find("Other", "find"), router.fallback("Other").requireUnambiguous().find("find"));
    }

    private static <T> String hex(Codec<T> codec, T message) {
        byte[] bytes = codec.encode(message);
        assertArrayEquals(bytes, codec.encode(codec.decode(bytes)));
        return HexFormat.of().formatHex(bytes);
    }

    public static void writesTheStructsOfThrift() {
        var find = Shop.Calls.FIND;
        var args = new Shop.Calls.FindArgs().setSku("a");
        assertEquals("0b00010000000161" + "00", hex(find.requests(Payload.BINARY), args));
        assertEquals("180161" + "00", hex(find.requests(Payload.COMPACT), args));
        var found = new Shop.Calls.FindResult().setSuccess(item("b"));
        assertEquals(
                "0c0000" + "0b00010000000162" + "0a00020000000000000001" + "00" + "00",
                hex(find.responses(Payload.BINARY), found));
        assertEquals("0c00" + "180162" + "1602" + "00" + "00", hex(find.responses(Payload.COMPACT), found));
        var missing = new Shop.Calls.FindResult().setMissing(new Missing().setSku("b"));
        assertEquals("0c0001" + "0b00010000000162" + "00" + "00", hex(find.responses(Payload.BINARY), missing));
        assertSame(missing.getMissing(), find.failure(missing));
        assertNull(find.failure(found));
        assertEquals(
                "020000" + "00" + "00",
                hex(Shop.Calls.FLAG.responses(Payload.BINARY), new Shop.Calls.FlagResult().setSuccess(false)));
        assertNull(Shop.Calls.FORGET.responses(Payload.BINARY));
    }

    public static void writesBareStructsInStreamsAlone() {
        assertEquals(hex(Item.BINARY, item("b")), hex(Shop.Calls.CHAT.requests(Payload.STRUCT_BINARY), item("b")));
        assertFalse(Shop.Calls.CHAT.has(Payload.BINARY));
        assertFalse(Shop.Calls.SAME.has(Payload.STRUCT_BINARY));
    }

    public static void describesServicesAtRunTime() {
        Method<?, ?> find = Shop.Calls.FIND;
        assertEquals("Shop/find", find.fullName());
        assertSame(Shop.SCHEMA, find.serviceSchema());
        assertEquals("a", Shop.SCHEMA.options().text("team"));
        assertEquals("GET", find.schema().options().text("http"));
        assertSame(Base.SCHEMA, Shop.SCHEMA.base());
        assertEquals("low", Shop.Calls.PING.schema().options().text("cost"));
        assertEquals(ServiceSchema.Mode.BOTH_STREAM, Shop.Calls.CHAT.schema().mode());
        assertEquals(Method.Idempotency.UNKNOWN, find.idempotency());
        MessageSchema args = find.requests(Payload.BINARY).schema();
        assertEquals("find_args", args.name());
        assertEquals("sku", args.field(1).name());
        MessageSchema result = Shop.Calls.FLAG.responses(Payload.COMPACT).schema();
        assertEquals("success_", result.field(0).name());
        assertEquals("success", result.field(1).name());
        assertEquals("shop.thrift", Shop.SCHEMA.file().path());
        assertEquals("shared.thrift", Base.SCHEMA.file().path());
        assertTrue(Shop.SCHEMA.file().services().contains(Shop.SCHEMA));
    }
}
