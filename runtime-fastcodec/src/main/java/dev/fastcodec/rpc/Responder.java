package dev.fastcodec.rpc;

/**
 * Takes the one answer to a call without streams. Made by engines; one of the methods is called, once, from any thread, and later calls are ignored.
 *
 * @param <R> the response
 */
public interface Responder<R> {
    /** The response; null for a call that has none. */
    void complete(R response);

    /** What went wrong: an {@link RpcException} or a {@link BizStatusException} as it is, anything else in the engine's own terms. */
    void fail(Throwable cause);
}
