package dev.fastcodec.rpc;

import java.util.Iterator;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** Makes handlers from what a service does. For generated code. */
public final class Handlers {
    private Handlers() {}

    /** Of a method without streams that blocks. */
    public static <Q, R> Handler<Q, R> unary(Method<Q, R> method, Function<? super Q, ? extends R> body) {
        return new UnaryHandler<>(method, true, (request, responder) -> responder.complete(body.apply(request)));
    }

    /** Of a method without streams that does not block. */
    public static <Q, R> Handler<Q, R> unaryAsync(
            Method<Q, R> method, Function<? super Q, ? extends CompletionStage<? extends R>> body) {
        return new UnaryHandler<>(
                method, false, (request, responder) -> body.apply(request).whenComplete((response, failure) -> {
                    if (failure == null) {
                        responder.complete(response);
                    } else {
                        responder.fail(Chain.cause(failure));
                    }
                }));
    }

    /**
     * Of a method without streams that does not block, whose response is a struct around the result.
     *
     * @param response makes the response of a result
     * @param exception makes the response of an exception that the service declares, and null of every other one
     */
    public static <Q, R, T> Handler<Q, R> unaryAsync(
            Method<Q, R> method,
            Function<? super Q, ? extends CompletionStage<? extends T>> body,
            Function<? super T, ? extends R> response,
            Function<? super Throwable, ? extends R> exception) {
        return unaryAsync(method, request -> body.apply(request).handle((result, failure) -> {
            if (failure == null) {
                return response.apply(result);
            }
            R declared = exception.apply(Chain.cause(failure));
            if (declared == null) {
                throw new CompletionException(Chain.cause(failure));
            }
            return declared;
        }));
    }

    /** Of a method that answers with a stream and blocks. */
    public static <Q, R> Handler<Q, R> serverStream(
            Method<Q, R> method, Function<? super Q, ? extends Iterator<? extends R>> body) {
        return new StreamHandler<>(method, true, (call, responses) -> {
            BlockingBody<Q, R> running = new BlockingBody<>(call, responses);
            return new SingleRequest<>(
                    method,
                    responses,
                    request -> running.start(() -> running.sendAll(body.apply(request))),
                    running.requests()::ready,
                    running.requests()::fail);
        });
    }

    /** Of a method that takes a stream, answers once and blocks. */
    public static <Q, R> Handler<Q, R> clientStream(
            Method<Q, R> method, Function<? super Iterator<Q>, ? extends R> body) {
        return new StreamHandler<>(method, true, (call, responses) -> {
            BlockingBody<Q, R> running = new BlockingBody<>(call, responses);
            running.requests().startAtServer(responses);
            running.start(() -> running.sendOne(body.apply(running.requests())));
            return running.requests();
        });
    }

    /** Of a method with streams both ways that blocks. */
    public static <Q, R> Handler<Q, R> bothStream(
            Method<Q, R> method, Function<? super Iterator<Q>, ? extends Iterator<? extends R>> body) {
        return new StreamHandler<>(method, true, (call, responses) -> {
            BlockingBody<Q, R> running = new BlockingBody<>(call, responses);
            running.requests().startAtServer(responses);
            running.start(() -> running.sendAll(body.apply(running.requests())));
            return running.requests();
        });
    }

    /** Of a method that answers with a stream and does not block. */
    public static <Q, R> Handler<Q, R> serverStreamAsync(
            Method<Q, R> method, Function<? super Q, ? extends Flow.Publisher<? extends R>> body) {
        return new StreamHandler<>(method, false, (call, responses) -> {
            MessageSubscriber<R> outbound = new MessageSubscriber<>();
            outbound.start(responses);
            return new SingleRequest<>(
                    method,
                    responses,
                    request -> call.run(() -> body.apply(request).subscribe(outbound)),
                    outbound::ready,
                    failure -> outbound.stop());
        });
    }

    /** Of a method that takes a stream, answers once and does not block. */
    public static <Q, R> Handler<Q, R> clientStreamAsync(
            Method<Q, R> method, Function<? super Flow.Publisher<Q>, ? extends CompletionStage<? extends R>> body) {
        return new StreamHandler<>(method, false, (call, responses) -> {
            MessagePublisher<Q> requests = new MessagePublisher<>();
            requests.startAtServer(responses);
            call.run(() -> body.apply(requests).whenComplete((response, failure) -> {
                if (failure == null) {
                    StreamHandler.sendOne(responses, response);
                } else {
                    responses.fail(Chain.cause(failure));
                }
            }));
            return requests;
        });
    }

    /** Of a method with streams both ways that does not block. */
    public static <Q, R> Handler<Q, R> bothStreamAsync(
            Method<Q, R> method, Function<? super Flow.Publisher<Q>, ? extends Flow.Publisher<? extends R>> body) {
        return new StreamHandler<>(method, false, (call, responses) -> {
            MessagePublisher<Q> requests = new MessagePublisher<>();
            MessageSubscriber<R> outbound = new MessageSubscriber<>();
            outbound.start(responses);
            requests.alsoTell(outbound);
            requests.startAtServer(responses);
            call.run(() -> body.apply(requests).subscribe(outbound));
            return requests;
        });
    }
}
