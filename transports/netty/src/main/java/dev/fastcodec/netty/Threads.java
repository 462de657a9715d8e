package dev.fastcodec.netty;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What runs the user's code.
 *
 * @param own the same when it has to be shut down in the end
 */
record Threads(Executor executor, @Nullable OnDemandThreads own) {

    /** The user's own executor, or as many threads as there is work, which do not keep the program alive. */
    static Threads of(@Nullable Executor given, String name) {
        if (given != null) {
            return new Threads(given, null);
        }
        OnDemandThreads own = new OnDemandThreads(new DefaultThreadFactory(name, true));
        return new Threads(own, own);
    }

    void close() {
        if (own != null) {
            own.close();
        }
    }
}
