package dev.fastcodec.thrift;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;

/**
 * Messages of the Binary protocol. Strict: version and type in 32 bits, the name as a string, the sequence id in 32 bits. Old: the name as a string,
 * the type in 8 bits, the sequence id; told from strict by the highest bit, as a length is not negative.
 */
final class BinaryForm extends StructForm {
    private static final int VERSION_1 = 0x80010000;
    private static final int VERSION = 0xffff0000;
    private static final int TYPE = 0xff;

    @Override
    int writeHead(ThriftWriter w, int p, Envelope e) {
        String name = e.name();
        byte[] b = w.grow(p, 3 * Integer.BYTES + 3L * name.length() + ThriftWriter.SLACK);
        p = BinaryWriter.i32(b, p, VERSION_1 | e.type().number());
        p = BinaryWriter.string(b, p, name);
        return BinaryWriter.i32(b, p, e.sequence());
    }

    @Override
    Head readHead(byte[] b, int p, int end) {
        BinaryReader r = new BinaryReader(end, 1);
        int first = BinaryReader.i32(b, p);
        if (first >= 0) {
            int q = r.length(b, p);
            String name = r.string(b, q, r.n);
            q += r.n;
            return new Head(new Envelope(type(q, b[q]), name, BinaryReader.i32(b, q + 1)), q + 1 + Integer.BYTES);
        }
        if ((first & VERSION) != VERSION_1) {
            throw DecodeException.at(
                    Kind.INVALID_DATA, p, "message that begins with 0x" + Integer.toHexString(first) + ", not 0x8001");
        }
        MessageType type = type(p + 3, first & TYPE);
        int q = r.length(b, p + Integer.BYTES);
        String name = r.string(b, q, r.n);
        q += r.n;
        return new Head(new Envelope(type, name, BinaryReader.i32(b, q)), q + Integer.BYTES);
    }

    /** The type of a number; reads of the Compact protocol use it too. */
    static MessageType type(int p, int number) {
        MessageType type = MessageType.forNumber(number);
        if (type == null) {
            throw DecodeException.at(Kind.INVALID_DATA, p, "message type " + number);
        }
        return type;
    }

    @Override
    ThriftWriter writer(byte[] b) {
        return new BinaryWriter(b);
    }

    @Override
    ThriftReader reader(int end, int maxDepth) {
        return new BinaryReader(end, maxDepth);
    }

    @Override
    ThriftCodec<?> own(Codec<?> codec) {
        if (codec instanceof BinaryCodec<?> own) {
            return own;
        }
        throw notOwn(codec, "BINARY");
    }
}
