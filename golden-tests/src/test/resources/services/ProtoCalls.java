package calls.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.rpc.Channel;
import dev.fastcodec.rpc.LocalChannel;
import dev.fastcodec.rpc.Method;
import dev.fastcodec.rpc.Payload;
import dev.fastcodec.rpc.Router;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** What a user of the generated services would write; each public static method is a test. */
@SuppressWarnings("deprecation")
public final class ProtoCalls {
    private ProtoCalls() {}

    private static Letter letter(Object text) {
        return new Letter().setText(text.toString());
    }

    private static final class Office implements Post {
        @Override
        public Letter send(Letter request) {
            return letter("re: " + request.getText());
        }

        @Override
        public Letter sendAll(Iterator<Letter> requests) {
            return letter(texts(requests));
        }

        @Override
        public Iterator<Letter> sendAll_(Letter request) {
            return Stream.of(request, request).iterator();
        }

        @Override
        public Iterator<Letter> notify_(Iterator<Letter> requests) {
            return requests;
        }
    }

    private static final class LaterOffice implements Post.Async {
        @Override
        public CompletionStage<Letter> send(Letter request) {
            return CompletableFuture.completedFuture(letter("re: " + request.getText()));
        }

        @Override
        public CompletionStage<Letter> sendAll(Flow.Publisher<Letter> requests) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flow.Publisher<Letter> sendAll_(Letter request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flow.Publisher<Letter> notify_(Flow.Publisher<Letter> requests) {
            return requests;
        }
    }

    private static List<String> texts(Iterator<Letter> letters) {
        List<String> texts = new ArrayList<>();
        letters.forEachRemaining(l -> texts.add(l.getText()));
        return texts;
    }

    private static Channel channel(Router router) {
        return new LocalChannel(router, task -> new Thread(task).start());
    }

    public static void callsOfFourKinds() {
        Post post = Post.client(channel(Router.of(Post.handlers(new Office()))));
        assertEquals(letter("re: a"), post.send(letter("a")));
        assertEquals(letter("[a, b]"), post.sendAll(List.of(letter("a"), letter("b")).iterator()));
        assertEquals(List.of("a", "a"), texts(post.sendAll_(letter("a"))));
        assertEquals(List.of("a", "b"), texts(post.notify_(List.of(letter("a"), letter("b")).iterator())));
    }

    public static void asyncHandlersAnswerBlockingClients() {
        Post post = Post.client(channel(Router.of(Post.Async.handlers(new LaterOffice()))));
        assertEquals(letter("re: a"), post.send(letter("a")));
        assertEquals(List.of("a", "b"), texts(post.notify_(List.of(letter("a"), letter("b")).iterator())));
    }

    public static void describesItself() {
        assertEquals("letters.Post/Send", Post.Calls.SEND.fullName());
        assertEquals(Method.Idempotency.IDEMPOTENT, Post.Calls.SEND.idempotency());
        assertEquals(Method.Idempotency.UNKNOWN, Post.Calls.SEND_ALL.idempotency());
        assertEquals("letters.Post", Post.SCHEMA.fullName());
        assertEquals(true, Post.SCHEMA.options().get("deprecated"));
        assertTrue(Post.Calls.SEND.has(Payload.PROTO));
        assertTrue(Empty.handlers(new Empty() {}).isEmpty());
    }
}
