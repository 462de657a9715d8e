package dev.fastcodec.netty;

import dev.fastcodec.netty.echo.EchoArgs;
import dev.fastcodec.netty.echo.EchoResult;
import dev.fastcodec.netty.echo.Letter;
import dev.fastcodec.netty.echo.Note;
import dev.fastcodec.netty.echo.Refused;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.Receiver;
import dev.fastcodec.rpc.Responder;
import dev.fastcodec.rpc.Sender;
import dev.fastcodec.schema.ServiceSchema.Mode;
import java.util.function.BiFunction;

/** Methods as generated code has them, written by hand, and handlers for them. */
final class EchoService {
    static final String NAME = "Echo";
    static final Method<EchoArgs, EchoResult> ECHO = thrift("echo", Mode.UNARY);
    static final Method<EchoArgs, EchoResult> VISIT = thrift("visit", Mode.ONEWAY);
    static final Method<EchoArgs, EchoResult> MISSING = thrift("missing", Mode.UNARY);
    static final Method<Letter, Letter> POST = Method.<Letter, Letter>of("echo.Post", "post", Mode.UNARY, () -> null)
            .with(Payload.PROTO, Letter.PROTO, Letter.PROTO);
    static final Method<Note, Note> CHAT = stream("chat", Mode.BOTH_STREAM);
    static final Method<Note, Note> NOTHING = stream("nothing", Mode.BOTH_STREAM);

    private EchoService() {}

    private static Method<EchoArgs, EchoResult> thrift(String name, Mode mode) {
        return Method.<EchoArgs, EchoResult>of(NAME, name, mode, () -> null)
                .with(Payload.BINARY, EchoArgs.BINARY, EchoResult.BINARY)
                .with(Payload.COMPACT, EchoArgs.COMPACT, EchoResult.COMPACT);
    }

    private static Method<Note, Note> stream(String name, Mode mode) {
        return Method.<Note, Note>of(NAME, name, mode, () -> null)
                .with(Payload.STRUCT_BINARY, Note.BINARY, Note.BINARY);
    }

    static EchoArgs args(int id, String text) {
        return new EchoArgs().setNote(new Note().setId(id).setText(text));
    }

    static EchoResult result(Note note) {
        return new EchoResult().setSuccess(note);
    }

    static EchoResult refused(String why) {
        Refused refused = new Refused();
        refused.setWhy(why);
        return new EchoResult().setRefused(refused);
    }

    /** A handler that blocks and answers. */
    static <Q, R> Handler<Q, R> answering(Method<Q, R> method, BiFunction<Call, Q, R> body) {
        return unary(method, true, (call, request, responder) -> responder.complete(body.apply(call, request)));
    }

    /** What handles a call without a stream. */
    interface Body<Q, R> {
        void handle(Call call, Q request, Responder<R> responder);
    }

    static <Q, R> Handler<Q, R> unary(Method<Q, R> method, boolean blocking, Body<Q, R> body) {
        return new Handler<>() {
            @Override
            public Method<Q, R> method() {
                return method;
            }

            @Override
            public boolean isBlocking() {
                return blocking;
            }

            @Override
            public void unary(Call call, Q request, Responder<R> responder) {
                body.handle(call, request, responder);
            }

            @Override
            public Receiver<Q> stream(Call call, Sender<R> responses) {
                throw new AssertionError();
            }
        };
    }

    static <Q, R> Handler<Q, R> streaming(Method<Q, R> method, BiFunction<Call, Sender<R>, Receiver<Q>> body) {
        return new Handler<>() {
            @Override
            public Method<Q, R> method() {
                return method;
            }

            @Override
            public boolean isBlocking() {
                return false;
            }

            @Override
            public void unary(Call call, Q request, Responder<R> responder) {
                throw new AssertionError();
            }

            @Override
            public Receiver<Q> stream(Call call, Sender<R> responses) {
                return body.apply(call, responses);
            }
        };
    }
}
