package dev.fastcodec.libthrift;

import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.Handler;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import org.apache.hadoop.hbase.thrift.generated.Hbase;
import org.apache.hadoop.hbase.thrift2.generated.THBaseService;
import org.apache.thrift.TProcessor;
import org.apache.thrift.async.TAsyncClient;
import org.apache.thrift.async.TAsyncClientManager;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolFactory;
import org.apache.thrift.transport.TNonblockingTransport;

/**
 * A service as Apache's compiler and ours make it.
 *
 * @param <I> Apache's interface
 * @param client Apache's client, which blocks
 * @param async Apache's client that does not
 * @param processor Apache's side of a server
 * @param relay our side of a server, which calls our client of a channel
 */
record ApacheService<I>(
        String name,
        Class<I> type,
        Function<TProtocol, I> client,
        AsyncClients async,
        Function<I, TProcessor> processor,
        Function<Channel, List<Handler<?, ?>>> relay) {
    static final ApacheService<Hbase.Iface> HBASE = new ApacheService<>(
            "Hbase",
            Hbase.Iface.class,
            Hbase.Client::new,
            Hbase.AsyncClient::new,
            Hbase.Processor::new,
            channel -> org.apache.hadoop.hbase.thrift.generated.fast.Hbase.handlers(
                    org.apache.hadoop.hbase.thrift.generated.fast.Hbase.client(channel)));
    static final ApacheService<THBaseService.Iface> HBASE2 = new ApacheService<>(
            "THBaseService",
            THBaseService.Iface.class,
            THBaseService.Client::new,
            THBaseService.AsyncClient::new,
            THBaseService.Processor::new,
            channel -> org.apache.hadoop.hbase.thrift2.generated.fast.THBaseService.handlers(
                    org.apache.hadoop.hbase.thrift2.generated.fast.THBaseService.client(channel)));

    /** Makes clients that do not block. */
    interface AsyncClients {
        TAsyncClient make(TProtocolFactory protocols, TAsyncClientManager manager, TNonblockingTransport transport);
    }

    /** A processor whose functions all do what a handler says. */
    TProcessor processor(InvocationHandler handler) {
        return processor.apply(
                type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler)));
    }
}
