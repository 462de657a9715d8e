package dev.fastcodec.bench.rpc;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Makes one call after the other. */
interface Caller {
    /** Calls and waits for the answer. */
    String call(String text) throws Exception;

    /**
     * Calls and does not wait.
     *
     * @param end is told the answer or the failure
     */
    void start(String text, BiConsumer<@Nullable String, @Nullable Throwable> end) throws Exception;
}
