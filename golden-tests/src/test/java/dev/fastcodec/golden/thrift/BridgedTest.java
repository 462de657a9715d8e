package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.Codec;
import dev.fastcodec.Message;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.libthrift.Bridge;
import dev.fastcodec.libthrift.Bridged;
import dev.fastcodec.thrift.Envelope;
import dev.fastcodec.thrift.Incoming;
import dev.fastcodec.thrift.MessageType;
import dev.fastcodec.thrift.Outgoing;
import dev.fastcodec.thrift.Protocol;
import dev.fastcodec.thrift.TApplicationException;
import dev.fastcodec.thrift.TApplicationException.Code;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.thrift.ProcessFunction;
import org.apache.thrift.TBase;
import org.apache.thrift.TBaseProcessor;
import org.apache.thrift.TDeserializer;
import org.apache.thrift.TException;
import org.apache.thrift.TMultiplexedProcessor;
import org.apache.thrift.TSerializer;
import org.apache.thrift.TServiceClient;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TMultiplexedProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.TMemoryBuffer;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated types where libthrift takes its own: serializers, and the two ends of a call, of which either may be ours. */
class BridgedTest {
    private static VectorTypes types;
    private static Bean req;
    private static Bean args;

    @BeforeAll
    static void compile() {
        types = new VectorTypes();
        req = types.beans().of(types.type("Req"));
        args = types.beans().of(types.type("echo_args"));
    }

    private static Object req(String text) {
        Object made = req.make();
        req.set(made, req.field(1), text);
        req.set(made, req.field(2), 5);
        return made;
    }

    private static Object args(String text) {
        Object made = args.make();
        args.set(made, args.field(1), req(text));
        return made;
    }

    private static Bridged<?> wrap(String type, Object message) {
        return wrap(BridgeTest.bridge(types.codec(types.type(type), Wire.BINARY)), message);
    }

    @SuppressWarnings("unchecked") // the message is of the bridge's type
    private static <T extends Message<T>> Bridged<T> wrap(Bridge<T> bridge, Object message) {
        return bridge.wrap((T) message);
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "COMPACT", "JSON"})
    void serializersTakeIt(AnyProtocol protocol) throws TException {
        Object message = req("é");
        byte[] bytes = new TSerializer(protocol::over).serialize(wrap("Req", message));
        StructValue value = new StructValue(types.type("Req")).with(1, "é").with(2, 5);
        assertArrayEquals(protocol.write(out -> Wire.writeStruct(out, value)), bytes);
        TDeserializer deserializer = new TDeserializer(protocol::over);
        byte[] wrong = Arrays.copyOf(bytes, bytes.length - 1);
        for (int i = 0; i < 100; i++) {
            assertThrows(TException.class, () -> deserializer.deserialize(wrap("Req", req.make()), wrong));
        }
        Bridged<?> read = wrap("Req", req.make());
        deserializer.deserialize(read, bytes);
        assertEquals(message, read.message());
    }

    @Test
    void behavesAsAStructOfLibthrift() {
        Object message = req("a");
        Bridged<?> one = wrap("Req", message);
        assertSame(message, one.message());
        TBase<?, ?> copy = one.deepCopy();
        assertEquals(one, copy);
        assertEquals(one.hashCode(), copy.hashCode());
        assertEquals(message.toString(), one.toString());
        assertNotSame(message, ((Bridged<?>) copy).message());
        one.clear();
        assertEquals(req.make(), one.message());
        assertNotEquals(one, copy);
        assertEquals(new Bridged.Field((short) 2, "n"), one.fieldForId(2));
        assertEquals("msg", one.fieldForId(1).getFieldName());
        assertEquals(1, one.fieldForId(1).getThriftFieldId());
        assertNull(one.fieldForId(3));
        Bridged.Field field = one.fieldForId(1);
        assertThrows(UnsupportedOperationException.class, () -> one.isSet(field));
        assertThrows(UnsupportedOperationException.class, () -> one.getFieldValue(field));
        assertThrows(UnsupportedOperationException.class, () -> one.setFieldValue(field, "b"));
        assertThrows(NotSerializableException.class, () -> new ObjectOutputStream(new ByteArrayOutputStream())
                .writeObject(one));
    }

    @Test
    void isComparedByItsBytes() {
        assertEquals(0, compare("a", "a"));
        assertTrue(compare("a", "b") < 0);
        assertTrue(compare("é", "b") > 0);
    }

    private static int compare(String one, String other) {
        return compare(BridgeTest.bridge(types.codec(types.type("Req"), Wire.BINARY)), req(one), req(other));
    }

    private static <T extends Message<T>> int compare(Bridge<T> bridge, Object one, Object other) {
        return wrap(bridge, one).compareTo(wrap(bridge, other));
    }

    /** A client of libthrift, as Apache's compiler makes them. */
    private static final class Client extends TServiceClient {
        Client(TProtocol in, TProtocol out) {
            super(in, out);
        }

        void send(String name, TBase<?, ?> arguments) throws TException {
            sendBase(name, arguments);
        }

        void receive(String name, TBase<?, ?> result) throws TException {
            receiveBase(result, name);
        }
    }

    @Test
    void libthriftsClientTalksToAServerOfOurs() throws TException {
        Codec<Object> codec = types.codec(types.type("echo_args"), Wire.BINARY);
        for (String text : new String[] {"a", "unknown"}) {
            TMemoryBuffer toServer = new TMemoryBuffer(64);
            TMemoryInputTransport toClient = new TMemoryInputTransport();
            Client client = new Client(
                    new TBinaryProtocol(toClient), new TMultiplexedProtocol(new TBinaryProtocol(toServer), "Echo"));
            client.send("echo", wrap("echo_args", args(text)));

            byte[] b = Arrays.copyOf(toServer.getArray(), toServer.length());
            Incoming call = Incoming.read(Protocol.BINARY, b, 0, b.length);
            assertEquals("Echo", call.envelope().service());
            assertEquals("echo", call.envelope().function());
            Outgoing answer = new Outgoing(Protocol.BINARY);
            if (text.equals("a")) {
                answer.add(call.envelope().reply(), codec, call.body(codec));
            } else {
                answer.add(
                        call.envelope().exception(),
                        TApplicationException.BINARY,
                        new TApplicationException(Code.UNKNOWN_METHOD));
            }
            toClient.reset(answer.array(), 0, answer.size());

            if (text.equals("a")) {
                Bridged<?> result = wrap("echo_args", args.make());
                client.receive("echo", result);
                assertEquals(args(text), result.message());
            } else {
                org.apache.thrift.TApplicationException e = assertThrows(
                        org.apache.thrift.TApplicationException.class,
                        () -> client.receive("echo", wrap("echo_args", args.make())));
                assertEquals("unknown method", e.getMessage());
                assertEquals(org.apache.thrift.TApplicationException.UNKNOWN_METHOD, e.getType());
            }
        }
    }

    /** A function of a processor of libthrift, as Apache's compiler makes them, which answers with its arguments. */
    private static final class Echo extends ProcessFunction<Object, TBase<?, ?>, TBase<?, ?>> {
        Echo() {
            super("echo");
        }

        @Override
        public boolean isOneway() {
            return false;
        }

        @Override
        public TBase<?, ?> getResult(Object iface, TBase<?, ?> arguments) {
            return arguments;
        }

        @Override
        public TBase<?, ?> getEmptyArgsInstance() {
            return wrap("echo_args", args.make());
        }

        @Override
        public TBase<?, ?> getEmptyResultInstance() {
            return wrap("echo_args", args.make());
        }
    }

    @Test
    @SuppressWarnings("rawtypes") // libthrift's map of functions has them
    void aClientOfOursTalksToLibthriftsServer() throws TException {
        Map<String, ProcessFunction<Object, ? extends TBase, ? extends TBase>> functions = Map.of("echo", new Echo());
        TMultiplexedProcessor server = new TMultiplexedProcessor();
        server.registerProcessor("Echo", new TBaseProcessor<>(new Object(), functions) {});
        Codec<Object> codec = types.codec(types.type("echo_args"), Wire.BINARY);
        for (String function : List.of("echo", "other")) {
            Outgoing call = new Outgoing(Protocol.BINARY);
            call.add(Envelope.call(function, 7).to("Echo"), codec, args("é"));
            TMemoryBuffer answer = new TMemoryBuffer(64);
            server.process(
                    new TBinaryProtocol(new TMemoryInputTransport(call.array(), 0, call.size())),
                    new TBinaryProtocol(answer));
            Incoming reply = Incoming.read(Protocol.BINARY, answer.getArray(), 0, answer.length());
            assertEquals(function, reply.envelope().name());
            assertEquals(7, reply.envelope().sequence());
            if (function.equals("echo")) {
                assertEquals(MessageType.REPLY, reply.envelope().type());
                assertEquals(args("é"), reply.body(codec));
            } else {
                assertEquals(MessageType.EXCEPTION, reply.envelope().type());
                assertEquals(Code.UNKNOWN_METHOD, reply.exception().getType());
            }
            assertEquals(answer.length(), reply.bodyEnd());
        }
    }
}
