package dev.fastcodec.libthrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Router;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.hbase.thrift.generated.IOError;
import org.apache.thrift.TApplicationException;
import org.apache.thrift.TException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Services of HBase through four stubs: Apache's client calls our server, whose handlers call Apache's server with our client. What comes in at the one end
 * must come out at the other, for each function, whatever is in between.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ApacheStubsTest {
    /** Of both services. */
    private static final int FUNCTIONS = 97;

    /** What Apache's handler is asked, and what it does. */
    private static final class Far implements InvocationHandler {
        private final AtomicReference<List<Object>> asked = new AtomicReference<>();
        private volatile Object answer;

        /** @param answer to be returned, or thrown when it can be */
        void expect(Object answer) {
            this.answer = answer;
        }

        @Override
        public Object invoke(Object proxy, Method function, Object[] arguments) throws Throwable {
            asked.set(call(function, arguments == null ? new Object[0] : arguments));
            if (answer instanceof Throwable failure) {
                throw failure;
            }
            return answer;
        }
    }

    private static List<Object> call(Method function, Object... arguments) {
        List<Object> call = new ArrayList<>();
        call.add(function.getName());
        call.addAll(Arrays.asList(arguments));
        return call;
    }

    private static List<Method> functions(ApacheService<?> service) {
        return Arrays.stream(service.type().getMethods())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static Method function(String name) {
        return functions(ApacheService.HBASE).stream()
                .filter(f -> f.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Our services; where calls name theirs, all of them. */
    private static Router router(NearEnd near, ApacheService<?> service, FarEnd.Opened far) {
        List<Handler<?, ?>> handlers = new ArrayList<>(service.relay().apply(far.channel()));
        if (near.isMultiplexed()) {
            ApacheService<?> other = service == ApacheService.HBASE ? ApacheService.HBASE2 : ApacheService.HBASE;
            handlers.addAll(other.relay().apply(far.channel()));
            return Router.of(handlers).fallback(service.name());
        }
        return Router.of(handlers);
    }

    @ParameterizedTest
    @EnumSource
    void everyFunctionGoesThrough(NearEnd near) throws Exception {
        long seed = Long.getLong("golden.seed", 17) + near.ordinal();
        int calls = 0;
        for (FarEnd far : FarEnd.values()) {
            ApacheValues values = new ApacheValues(new Random(seed + 100L * far.ordinal()));
            calls += all(near, far, ApacheService.HBASE, values) + all(near, far, ApacheService.HBASE2, values);
        }
        assertEquals(FUNCTIONS * FarEnd.values().length, calls);
    }

    private static int all(NearEnd near, FarEnd far, ApacheService<?> service, ApacheValues values) throws Exception {
        Far handler = new Far();
        try (FarEnd.Opened server = far.open(service, handler);
                NearEnd.Opened client = near.open(service, router(near, service, server))) {
            List<Method> functions = functions(service);
            for (Method function : functions) {
                Object[] arguments = new Object[function.getParameterCount()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = values.of(function.getGenericParameterTypes()[i]);
                }
                String what = near + " " + far + " " + function.getName();
                Object answer = answer(near, function, values);
                handler.expect(answer);
                assertEquals(answer, outcome(client.caller(), function, arguments), what);
                assertEquals(call(function, arguments), handler.asked.get(), what);
            }
            return functions.size();
        }
    }

    /** A result, or every now and then one of the exceptions that a function declares. */
    private static Object answer(NearEnd near, Method function, ApacheValues values)
            throws ReflectiveOperationException {
        Class<?>[] declared = function.getExceptionTypes();
        int choice = (Integer) values.of(int.class) & 3;
        if (near.hears(function) && choice < declared.length && declared[choice] != TException.class) {
            return values.of(declared[choice]);
        }
        return function.getReturnType() == void.class ? null : values.of(function.getGenericReturnType());
    }

    private static Object outcome(NearEnd.Caller caller, Method function, Object... arguments) {
        try {
            return caller.call(function, arguments);
        } catch (Throwable e) {
            return e;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyDeclaresIsAnApplicationException(NearEnd near) throws Exception {
        for (FarEnd far : FarEnd.values()) {
            Far handler = new Far();
            handler.expect(new IllegalStateException("broken"));
            try (FarEnd.Opened server = far.open(ApacheService.HBASE, handler);
                    NearEnd.Opened client = near.open(ApacheService.HBASE, router(near, ApacheService.HBASE, server))) {
                TApplicationException e = assertThrows(
                        TApplicationException.class, () -> client.caller().call(function("getClusterId")));
                assertEquals(TApplicationException.INTERNAL_ERROR, e.getType());
                assertEquals("Internal error processing getClusterId", e.getMessage());
                handler.expect(new IOError().setMessage("declared"));
                assertEquals(
                        new IOError().setMessage("declared"),
                        outcome(client.caller(), function("isTableEnabled"), ByteBuffer.allocate(3)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void unknownFunctions(NearEnd near) throws Exception {
        try (FarEnd.Opened server = FarEnd.NETTY_THREADED_SELECTOR.open(ApacheService.HBASE2, new Far());
                NearEnd.Opened client = near.open(
                        ApacheService.HBASE,
                        Router.of(ApacheService.HBASE2.relay().apply(server.channel())))) {
            for (int i = 0; i < 2; i++) { // the connection is as good as before
                TApplicationException e = assertThrows(
                        TApplicationException.class, () -> client.caller().call(function("getTableNames")));
                assertEquals(near.unknown(), e.getType());
                assertTrue(e.getMessage().contains("getTableNames"), e.getMessage());
            }
        }
    }
}
