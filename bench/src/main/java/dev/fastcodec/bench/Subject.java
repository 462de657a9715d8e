package dev.fastcodec.bench;

/**
 * One library at work on one shape.
 *
 * @param <D> what a message holds, as {@link Shape#data} gives it
 * @param <M> the library's message
 * @param build makes a fresh message
 * @param encode makes a new array of it
 * @param decode makes a message of the whole array, every string and number in it
 */
record Subject<D, M>(Step<D, M> build, Step<M, byte[]> encode, Step<byte[], M> decode) {
    /** A step from one thing to the next. */
    interface Step<A, B> {
        B apply(A a) throws Exception;
    }

    /** The same, for callers that do not know the types. */
    @SuppressWarnings("unchecked")
    Subject<Object, Object> untyped() {
        return (Subject<Object, Object>) this;
    }
}
