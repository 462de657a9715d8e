package dev.fastcodec.interop;

import dev.fastcodec.rpc.BizStatusException;
import dev.fastcodec.rpc.Call;
import java.util.Iterator;
import java.util.stream.IntStream;

/** Answers streams as the other programs' servers do. */
final class StreamService<T> {
    private final Messages<T> messages;

    StreamService(Messages<T> messages) {
        this.messages = messages;
    }

    Iterator<T> count(T asked) {
        Call call = Call.current();
        call.responseHeaders().put("h", "1");
        call.trailers().put("t", "2");
        call.sendHeaders();
        String text = messages.text().apply(asked);
        return switch (text) {
            case "biz" -> throw new BizStatusException(404, "not found", ShopService.EXTRA);
            case "error" -> throw new IllegalStateException("broken");
            case "endless" ->
                IntStream.iterate(0, i -> i + 1)
                        .mapToObj(i -> messages.maker().make("", i, new byte[1000]))
                        .iterator();
            default ->
                IntStream.range(0, messages.number().applyAsInt(asked))
                        .mapToObj(i -> messages.of(text, i))
                        .iterator();
        };
    }

    T sum(Iterator<T> all) {
        int sum = 0;
        while (all.hasNext()) {
            sum += messages.number().applyAsInt(all.next());
        }
        return messages.of("sum", sum);
    }

    Iterator<T> chat(Iterator<T> all) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public T next() {
                T message = all.next();
                return messages.of(
                        messages.text().apply(message) + "!", messages.number().applyAsInt(message));
            }
        };
    }
}
