package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;

/** Messages of the Compact protocol. The envelope: a mark, type and version in 8 bits, the sequence id as an unsigned varint, the name as a string. */
final class CompactForm extends StructForm {
    private static final int MARK = 0x82;
    private static final int VERSION_1 = 1;
    private static final int VERSION_OF_FBTHRIFT = 2;
    private static final int VERSION = 0x1f;
    private static final int TYPE_SHIFT = 5;
    /** Mark, type, and two varints. */
    private static final int MOST = 2 + 2 * 5;

    @Override
    int writeHead(ThriftWriter w, int p, Envelope e) {
        String name = e.name();
        byte[] b = w.grow(p, MOST + 3L * name.length() + ThriftWriter.SLACK);
        b[p] = (byte) MARK;
        b[p + 1] = (byte) (e.type().number() << TYPE_SHIFT | VERSION_1);
        p = CompactWriter.varint32(b, p + 2, e.sequence());
        return CompactWriter.string(b, p, name);
    }

    @Override
    Head readHead(byte[] b, int p, int end) {
        CompactReader r = new CompactReader(end, 1);
        if (b[p] != (byte) MARK) {
            throw DecodeException.at(
                    Kind.INVALID_DATA,
                    p,
                    "message that begins with 0x" + Integer.toHexString(b[p] & 0xff) + ", not 0x82");
        }
        int version = b[p + 1] & VERSION;
        if (version != VERSION_1) {
            throw DecodeException.at(
                    Kind.INVALID_DATA,
                    p + 1,
                    version == VERSION_OF_FBTHRIFT
                            ? "Compact version 2 is fbthrift's, which is not read"
                            : "message of Compact version " + version);
        }
        MessageType type = BinaryForm.type(p + 1, (b[p + 1] & 0xff) >>> TYPE_SHIFT);
        int q = r.varint32(b, p + 2);
        int sequence = r.n;
        q = r.length(b, q);
        return new Head(new Envelope(type, r.string(b, q, r.n), sequence), q + r.n);
    }

    @Override
    ThriftWriter writer(byte[] b) {
        return new CompactWriter(b);
    }

    @Override
    ThriftReader reader(int end, int maxDepth) {
        return new CompactReader(end, maxDepth);
    }

    @Override
    ThriftCodec<?> own(Codec<?> codec) {
        if (codec instanceof CompactCodec<?> own) {
            return own;
        }
        throw notOwn(codec, "COMPACT");
    }
}
