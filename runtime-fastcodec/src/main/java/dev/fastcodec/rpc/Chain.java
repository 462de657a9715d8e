package dev.fastcodec.rpc;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Interceptors one inside the other. */
final class Chain {
    private final List<Interceptor> interceptors;

    Chain(List<Interceptor> interceptors) {
        this.interceptors = interceptors;
    }

    /** Runs them around something; whatever they throw is a failed stage. */
    CompletionStage<Object> run(Call call, Interceptor.Next last) {
        return run(0, call, last);
    }

    private CompletionStage<Object> run(int i, Call call, Interceptor.Next last) {
        try {
            return i == interceptors.size()
                    ? last.proceed(call)
                    : interceptors.get(i).intercept(call, c -> run(i + 1, c, last));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What a stage failed with, without what stages of stages put around it. */
    static Throwable cause(Throwable failure) {
        Throwable t = failure;
        while (t instanceof CompletionException && t.getCause() != null) {
            t = t.getCause();
        }
        return t;
    }
}
