package dev.fastcodec.golden.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.codegen.Codegen;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.MethodSizes;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import dev.fastcodec.libthrift.Bridge;
import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.LocalChannel;
import dev.fastcodec.rpc.Router;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.thrift.protocol.TProtocol;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.slf4j.Logger;

/** Services of both IDLs, generated, and called by code that is compiled with them. */
class ServicesTest {
    private static final Path FOLDER = Path.of("src/test/resources/services");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Class<?>[] LIBRARIES = {
        Assertions.class, AssertionFailedError.class, API.class, Bridge.class, TProtocol.class, Logger.class
    };
    private static final List<String> IDL = List.of("shared.thrift", "shop.thrift", "peer.thrift", "letters.proto");

    @TestFactory
    List<DynamicTest> calls() throws Exception {
        Map<String, String> sources = new TreeMap<>(Codegen.generate(schema(), Options.DEFAULT));
        for (String path :
                List.of("calls/ThriftCalls", "calls/Items", "calls/LibthriftCalls", "calls/letters/ProtoCalls")) {
            String file = path.substring(path.lastIndexOf('/') + 1) + ".java";
            sources.put(path + ".java", Files.readString(FOLDER.resolve(file)));
        }
        ClassLoader loader = Compiled.loader(Compiled.compile(sources, LIBRARIES));
        List<DynamicTest> tests = new ArrayList<>();
        for (String user : List.of("calls.ThriftCalls", "calls.LibthriftCalls", "calls.letters.ProtoCalls")) {
            List<Method> methods = Arrays.stream(loader.loadClass(user).getDeclaredMethods())
                    .filter(m -> Modifier.isPublic(m.getModifiers()))
                    .sorted(Comparator.comparing(Method::getName))
                    .toList();
            assertTrue(methods.size() >= 3, user);
            methods.forEach(m -> tests.add(DynamicTest.dynamicTest(user + "." + m.getName(), () -> invoke(m))));
        }
        return tests;
    }

    private static void invoke(Method method) {
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            try {
                method.invoke(null);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static Schema schema() {
        try (SourcePath path = SourcePath.of(List.of(Roots.folder(FOLDER)))) {
            Diagnostics diagnostics = new Diagnostics();
            Schema schema = Idl.load(IDL, path, Options.DEFAULT.implicitIds(), diagnostics);
            assertFalse(diagnostics.hasErrors(), diagnostics.toString());
            return schema;
        }
    }

    @Test
    void servicesCanBeLeftOut() {
        Options without = Options.of(Map.of("services", "false"));
        Map<String, String> sources = Codegen.generate(schema(), without);
        assertEquals(
                List.of(
                        "calls/Closed.java",
                        "calls/FindRequest.java",
                        "calls/ForgetRequest.java",
                        "calls/Item.java",
                        "calls/Kind.java",
                        "calls/Missing.java",
                        "calls/Nothing.java",
                        "calls/PeerSchema.java",
                        "calls/ShopSchema.java",
                        "calls/letters/Letter.java",
                        "calls/letters/LettersSchema.java"),
                List.copyOf(new TreeMap<>(sources).keySet()));
        Compiled.compile(sources);
    }

    @Test
    void clashingNamesAreMended() {
        Compiled.of(Map.of("a.thrift", """
                namespace java a
                struct Async { 1: i32 a }
                struct Calls { 1: Async a }
                struct Client { 1: Calls channel }
                struct FIND { 1: i32 a }
                struct Method { 1: i32 a }
                struct List { 1: i32 a }
                struct item { 1: i32 a }
                exception e { 1: i32 e }
                service Channel {
                  FIND find(1: Async service, 2: Calls channel, 3: FIND args, 4: item item) throws (1: e e, 2: e m, 3: Thrown x)
                  List Find(1: Method method, 2: Client client) throws (1: Thrown success)
                  void client(), void handlers(), void async_handlers(), void schema(), void SCHEMA(), void class()
                  void toString(), void hashCode(1: i32 hashCode), void equals(1: i32 o), void clone(), void getClass()
                  item items(1: item item) (streaming.mode = "server")
                }
                exception Thrown { 1: i32 a }
                service Handler extends Channel { void fIND(), void Client() throws (1: e e) }
                """));
        Compiled.of(Map.of("unnamed.thrift", """
                struct Async { 1: i32 a }
                struct Calls { 1: Async a }
                struct FindArgs { 1: Calls a }
                service Client { FindArgs find(1: Async a, 2: Calls c) }
                service Shop extends Client { FindArgs more(1: Client_ c) }
                struct Client_ { 1: i32 a }
                """));
        Compiled.of(Map.of("p.proto", """
                syntax = "proto3";
                message Async { message Client {} }
                message Calls { Async a = 1; }
                message Object { Calls a = 1; }
                service String { rpc Get(Async.Client) returns (Calls); rpc get(Object) returns (stream Async); }
                service Iterator { rpc iterator(stream Object) returns (Object); }
                """));
    }

    /** Enough that one class had no room for them. */
    @Test
    void thriftServicesOfManyMethodsAreCalled() throws Exception {
        callThrift(650);
    }

    @Test
    @Tag("deep")
    void thriftServicesOfVeryManyMethodsAreCalled() throws Exception {
        callThrift(2000);
    }

    private static void callThrift(int count) throws Exception {
        Compiled compiled = Compiled.of(
                Map.of("many.thrift", """
                namespace java many
                exception E { 1: i32 a }
                service Few { i32 first(1: i32 a) throws (1: E e) }
                service Many extends Few {
                """ + methods(count, "  i32 f%d(1: i32 a) throws (1: E e)\n") + "}\n"),
                Options.of(Map.of("formats", "binary")));
        assertTrue(MethodSizes.check(compiled) > 15 * count);
        callSome(compiled, int.class, List.of("first", "f0", "f" + count / 2, "f" + (count - 1)), 7);
    }

    @Test
    void protobufServicesOfManyMethodsAreCalled() throws Exception {
        Compiled compiled = Compiled.of(
                Map.of(
                        "many.proto",
                        "syntax = \"proto3\"; package many; message M { int32 a = 1; }\nservice Many {\n"
                                + methods(2000, "  rpc F%d(M) returns (M);\n") + "}\n"),
                Options.of(Map.of("formats", "proto")));
        assertTrue(MethodSizes.check(compiled) > 10_000);
        Class<?> message = compiled.loader().loadClass("many.M");
        Object seven = message.getMethod("setA", int.class)
                .invoke(message.getConstructor().newInstance(), 7);
        callSome(compiled, message, List.of("f0", "f1234", "f1999"), seven);
    }

    private static String methods(int count, String format) {
        return IntStream.range(0, count).mapToObj(i -> format.formatted(i)).collect(Collectors.joining());
    }

    /** Calls methods of {@code many.Many} on both kinds of client and of server, which answer with what they get. */
    private static void callSome(Compiled compiled, Class<?> parameter, List<String> names, Object argument)
            throws Exception {
        Class<?> blocking = compiled.loader().loadClass("many.Many");
        Class<?> async = compiled.loader().loadClass("many.Many$Async");
        InvocationHandler echo = (proxy, method, arguments) ->
                method.getDeclaringClass() == async || method.getReturnType() == CompletionStage.class
                        ? CompletableFuture.completedFuture(arguments[0])
                        : arguments[0];
        for (Class<?> server : List.of(blocking, async)) {
            Object service = Proxy.newProxyInstance(compiled.loader(), new Class<?>[] {server}, echo);
            @SuppressWarnings("unchecked") // that is what it gives
            List<Handler<?, ?>> handlers =
                    (List<Handler<?, ?>>) server.getMethod("handlers", server).invoke(null, service);
            Channel channel = new LocalChannel(Router.of(handlers), Runnable::run);
            for (String name : names) {
                Object client = blocking.getMethod("client", Channel.class).invoke(null, channel);
                assertEquals(argument, blocking.getMethod(name, parameter).invoke(client, argument));
                Object waiting = async.getMethod("client", Channel.class).invoke(null, channel);
                Object stage = async.getMethod(name, parameter).invoke(waiting, argument);
                assertEquals(
                        argument,
                        ((CompletionStage<?>) stage).toCompletableFuture().join());
            }
        }
    }

    @Test
    void longChainsOfServicesCompile() {
        String services = Stream.iterate(1, i -> i < 40, i -> i + 1)
                .map(i -> "service S" + i + " extends S" + (i - 1) + " { void f" + i + "() (deprecated) }\n")
                .collect(Collectors.joining());
        Compiled.of(Map.of("chain.thrift", "namespace java chain\nservice S0 { void f0() } (deprecated)\n" + services));
    }
}
