package dev.fastcodec.rpc;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** One call of a {@link LocalChannel} with a stream. Each side is told things in a mailbox of its own, one after the other. */
final class LocalStream<Q, R> {
    private final Call call;
    private final Method<Q, R> method;
    private final Payload payload;
    private final Executor executor;
    private final Mailbox clientSide;
    private final Mailbox serverSide;
    private final AtomicBoolean ended = new AtomicBoolean();

    LocalStream(Call call, Method<Q, R> method, Executor executor) {
        this.call = call;
        this.method = method;
        this.payload = LocalChannel.payload(method);
        this.executor = executor;
        this.clientSide = new Mailbox(executor);
        this.serverSide = new Mailbox(executor);
    }

    Sender<Q> open(Handler<?, ?> handler, Receiver<R> client) {
        if (handler == null) {
            clientSide.execute(() -> client.fail(LocalChannel.unimplemented(method)));
            return Sender.ofNothing();
        }
        return connect(handler, client);
    }

    private <P, A> Sender<Q> connect(Handler<P, A> handler, Receiver<R> client) {
        Call served = Call.server(handler.method(), new Metadata(call.headers()), call.deadline(), executor);
        Connection<P, A> connection = new Connection<>(handler, served, client);
        connection.start();
        return connection.requestSender;
    }

    /** Both pipes between the two sides. */
    private final class Connection<P, A> {
        private final Handler<P, A> handler;
        private final Call served;
        private final Receiver<R> client;
        private final LocalPipe<Q, P> requests;
        private final LocalPipe<A, R> responses;
        private final Sender<Q> requestSender = new RequestSender();
        private final AtomicBoolean headersSent = new AtomicBoolean();
        private final Cancellation.Registration timer;
        private Receiver<P> server; // in the mailbox of the server's side only

        Connection(Handler<P, A> handler, Call served, Receiver<R> client) {
            this.handler = handler;
            this.served = served;
            this.client = client;
            this.requests = new LocalPipe<>(
                    method.requests(payload),
                    handler.method().requests(payload),
                    message -> server.message(message),
                    serverSide,
                    () -> clientSide.execute(client::ready));
            this.responses = new LocalPipe<>(
                    handler.method().responses(payload),
                    method.responses(payload),
                    client::message,
                    clientSide,
                    () -> serverSide.execute(() -> server.ready()));
            this.timer = call.watchDeadline();
        }

        void start() {
            served.headerSender(this::sendHeaders);
            serverSide.execute(() -> server = handler.stream(served, new ResponseSender()));
            call.cancellation().onCancel(() -> cancel(call.cancellation().cause()));
        }

        /** The caller, or the deadline, has had enough. */
        private void cancel(Throwable cause) {
            if (!ended.compareAndSet(false, true)) {
                return;
            }
            timer.close();
            requests.close();
            responses.close();
            clientSide.execute(() -> client.fail(cause));
            serverSide.execute(() -> {
                RpcException told = cause instanceof RpcException rpc && rpc.status() == Status.DEADLINE_EXCEEDED
                        ? rpc
                        : new RpcException(Status.CANCELLED, "cancelled by the client");
                server.fail(told);
                served.cancellation().cancel(told);
            });
        }

        private void sendHeaders() {
            if (headersSent.compareAndSet(false, true)) {
                Metadata headers = new Metadata(served.responseHeaders());
                clientSide.execute(() -> call.headersReceived(headers));
            }
        }

        /** The server has ended it, well or with a failure. */
        private void finish(Throwable failure) {
            if (ended.get()) {
                return;
            }
            sendHeaders();
            RuntimeException answer = failure == null ? null : LocalChannel.answered(failure, served.trailers());
            Metadata trailers = answer instanceof RpcException rpc ? rpc.trailers() : new Metadata(served.trailers());
            responses.end(() -> {
                if (ended.compareAndSet(false, true)) {
                    timer.close();
                    requests.close();
                    call.trailersReceived(trailers);
                    if (answer == null) {
                        client.end();
                    } else {
                        client.fail(answer);
                    }
                }
            });
        }

        private final class RequestSender implements Sender<Q> {
            @Override
            public void request(int messages) {
                responses.request(messages);
            }

            @Override
            public boolean isReady() {
                return requests.isReady();
            }

            @Override
            public void send(Q message) {
                requests.send(message);
            }

            @Override
            public void end() {
                requests.end(() -> server.end());
            }

            @Override
            public void fail(Throwable cause) {
                cancel(cause);
            }
        }

        private final class ResponseSender implements Sender<A> {
            @Override
            public void request(int messages) {
                requests.request(messages);
            }

            @Override
            public boolean isReady() {
                return responses.isReady();
            }

            @Override
            public void send(A message) {
                sendHeaders();
                responses.send(message);
            }

            @Override
            public void end() {
                finish(null);
            }

            @Override
            public void fail(Throwable cause) {
                finish(cause);
            }
        }
    }
}
