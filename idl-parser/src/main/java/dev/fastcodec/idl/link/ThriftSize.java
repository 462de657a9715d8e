package dev.fastcodec.idl.link;

/**
 * How large a type or value is when written out. Short definitions can stand for huge ones, because each may use the one before
 * twice.
 *
 * @param depth levels of nesting
 * @param total number of types or values in it, itself counted
 */
record ThriftSize(int depth, long total) {
    /** A scalar, or anything known by its name alone. */
    static final ThriftSize ONE = new ThriftSize(1, 1);

    private static final int MAX_DEPTH = 200;
    private static final long MAX_TOTAL = 1_000_000;

    /** What holds both this and the other. */
    ThriftSize and(ThriftSize other) {
        return new ThriftSize(Math.max(depth, other.depth), Math.min(total + other.total, Integer.MAX_VALUE));
    }

    /** What has this inside. */
    ThriftSize around() {
        return new ThriftSize(depth + 1, total + 1);
    }

    /** Whether code for it could not be written. */
    boolean isTooLarge() {
        return depth > MAX_DEPTH || total > MAX_TOTAL;
    }
}
