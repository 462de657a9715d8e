package dev.fastcodec.thrift;

/**
 * The base of generated codecs for the Binary protocol.
 *
 * @param <T> the struct, union or exception
 */
public abstract class BinaryCodec<T> extends ThriftCodec<T> {

    /** A codec that allows 64 levels with the outermost struct. */
    protected BinaryCodec() {}

    /**
     * Writes a struct from index {@code p} on, with STOP. There may be no room there, neither before nor after.
     *
     * @param b {@code w.b}
     * @return the index behind it, in {@code w.b}
     */
    protected abstract int write(BinaryWriter w, byte[] b, int p, T m);

    /**
     * Reads a struct from index {@code p} on.
     *
     * @return the index behind its STOP
     */
    protected abstract int read(BinaryReader r, byte[] b, int p, T m);

    @Override
    final int write(ThriftWriter w, int p, T message) {
        return write((BinaryWriter) w, w.b, p, message);
    }

    @Override
    final ThriftWriter writer(byte[] b) {
        return new BinaryWriter(b);
    }

    @Override
    final int read(ThriftReader r, byte[] b, int p, T message) {
        return read((BinaryReader) r, b, p, message);
    }

    @Override
    final ThriftReader reader(int end, int maxDepth) {
        return new BinaryReader(end, maxDepth);
    }
}
