package dev.fastcodec.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.netty.echo.Note;
import dev.fastcodec.netty.echo.Refused;
import dev.fastcodec.netty.talk.Talk;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stubs and handlers as they are generated, with all kinds of methods. */
@ExtendWith(NoLeaks.class)
class StubsTest {
    private final CompletableFuture<String> told = new CompletableFuture<>();

    /** The service, for callers of both kinds. */
    private final class Service implements Talk {
        @Override
        public Note answer(Note note, int times) throws Refused {
            if (times < 0) {
                Refused refused = new Refused();
                refused.setWhy("negative");
                throw refused;
            }
            return note.setText(note.getText().repeat(times));
        }

        @Override
        public void tell(String what) {
            told.complete(what);
        }

        @Override
        public Iterator<Note> count(Note to) {
            return ids(to.getId()).iterator();
        }

        @Override
        public Note sum(Iterator<Note> notes) {
            Note sum = new Note();
            notes.forEachRemaining(note -> sum.setId(sum.getId() + note.getId()));
            return sum;
        }

        @Override
        public Iterator<Note> chat(Iterator<Note> notes) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return notes.hasNext();
                }

                @Override
                public Note next() {
                    Note note = notes.next();
                    return note.setId(-note.getId());
                }
            };
        }
    }

    private static Stream<Note> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Note().setId(i));
    }

    private static List<Integer> ids(Iterator<Note> notes) {
        List<Integer> ids = new ArrayList<>();
        notes.forEachRemaining(note -> ids.add(note.getId()));
        return ids;
    }

    @ParameterizedTest
    @EnumSource
    void allKindsOfMethods(Framing framing) throws Exception {
        ClientOptions options = ClientOptions.DEFAULT.framing(framing);
        List<Handler<?, ?>> handlers = Talk.handlers(new Service());
        try (Loopback loopback = new Loopback(ServerOptions.DEFAULT, options, handlers.toArray(Handler<?, ?>[]::new))) {
            Talk talk = Talk.client(loopback.channel().with(Duration.ofSeconds(Loopback.PATIENCE)));
            Note note = new Note().setId(7).setText("ab").setData(new byte[] {1});
            assertEquals(note.copy().setText("ababab"), talk.answer(note, 3));
            Refused refused = assertThrows(Refused.class, () -> talk.answer(note, -1));
            assertEquals("negative", refused.getWhy());
            talk.tell("all");
            assertEquals("all", Loopback.await(told));
            assertEquals(ids(ids(5000).iterator()), ids(talk.count(new Note().setId(5000))));
            assertEquals(4999 * 2500, talk.sum(ids(5000).iterator()).getId());
            assertEquals(List.of(0, -1, -2), ids(talk.chat(ids(3).iterator())));

            Talk.Async async = Talk.Async.client(loopback.channel());
            CompletableFuture<Note> answer = async.answer(note, 2).toCompletableFuture();
            assertEquals("abab", Loopback.await(answer).getText());
            CompletableFuture<Note> failed = async.answer(note, -1).toCompletableFuture();
            assertEquals(
                    "negative",
                    assertInstanceOf(Refused.class, Loopback.failure(failed)).getWhy());
        }
    }

    @Test
    void failuresOfHandlersReachThoseWhoIterate() {
        Talk broken = new Talk() {
            @Override
            public Note answer(Note note, int times) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void tell(String what) {
                throw new IllegalStateException("broken");
            }

            @Override
            public Iterator<Note> count(Note to) {
                return ids(to.getId())
                        .peek(note -> {
                            if (note.getId() == 2) {
                                throw new IllegalStateException("broken");
                            }
                        })
                        .iterator();
            }

            @Override
            public Note sum(Iterator<Note> notes) {
                throw new IllegalStateException("broken");
            }

            @Override
            public Iterator<Note> chat(Iterator<Note> notes) {
                throw new IllegalStateException("broken");
            }
        };
        try (Loopback loopback = new Loopback(
                ServerOptions.DEFAULT,
                ClientOptions.DEFAULT,
                Talk.handlers(broken).toArray(Handler<?, ?>[]::new))) {
            Talk talk = Talk.client(loopback.channel());
            talk.tell("nobody hears of it");
            for (Runnable call : List.<Runnable>of(
                    () -> ids(talk.count(new Note().setId(5))),
                    () -> talk.sum(ids(3).iterator()),
                    () -> ids(talk.chat(ids(3).iterator())))) {
                RpcException e = assertThrows(RpcException.class, call::run);
                assertEquals(Status.UNKNOWN, e.status());
                assertEquals("broken", e.getCause().getMessage());
            }
            Iterator<Note> some = talk.count(new Note().setId(5));
            assertEquals(0, some.next().getId());
            assertEquals(1, some.next().getId());
            assertThrows(RpcException.class, some::next);
        }
    }
}
