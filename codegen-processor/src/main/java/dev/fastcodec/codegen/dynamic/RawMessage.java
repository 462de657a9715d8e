package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.DecodeException;
import java.util.ArrayList;
import java.util.List;

/** The fields of a message by number, without a type: strings are the bytes that they are. */
public final class RawMessage {
    private static final byte[] NONE = {};

    private final List<UnknownField> fields;

    private RawMessage(List<UnknownField> fields) {
        this.fields = fields;
    }

    /**
     * Reads the fields.
     *
     * @throws DecodeException when the bytes are no message
     */
    public static RawMessage read(byte[] bytes) {
        return new RawMessage(WireInput.fields(bytes, WireReader.MAX_DEPTH));
    }

    /** The bytes of a string, of bytes or of a message; the last when there are several, and none when there is none. */
    public byte[] bytes(int number) {
        List<byte[]> all = all(number);
        return all.isEmpty() ? NONE : all.get(all.size() - 1);
    }

    /** The bytes of all values of a repeated field. */
    public List<byte[]> all(int number) {
        List<byte[]> values = new ArrayList<>();
        for (UnknownField field : fields) {
            if (field.number() == number && field instanceof UnknownField.Delimited delimited) {
                values.add(delimited.value());
            }
        }
        return values;
    }

    /** An integer, or 0. */
    public long varint(int number) {
        long value = 0;
        for (UnknownField field : fields) {
            if (field.number() == number && field instanceof UnknownField.Varint varint) {
                value = varint.value();
            }
        }
        return value;
    }
}
