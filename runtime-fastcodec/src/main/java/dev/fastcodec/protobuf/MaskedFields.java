package dev.fastcodec.protobuf;

import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.MessageType;
import dev.fastcodec.UnknownFields;
import java.util.Map;

/**
 * Takes some fields of messages in their encoded form, which is our own, so that every field that is not repeated stands there once. For the runtime
 * only.
 */
public final class MaskedFields {
    private static final int MAX_DEPTH = 10_000;
    private static final int MAX_VARINT32 = 5;
    private static final int START_GROUP = 3;

    private final byte[] b;
    private final ProtoReader r = new ProtoReader(MAX_DEPTH);
    private final boolean inside;
    private final boolean keepsAdded;

    /**
     * Fields of a message, and of those in it.
     *
     * @param fields by number; empty for a whole field
     * @param adds whether a whole field is a message, list or map, which is added to
     */
    public record Fields(Map<Integer, Fields> fields, boolean adds) {
        /** Copies the map. */
        public Fields {
            fields = Map.copyOf(fields);
        }

        boolean isWhole() {
            return fields.isEmpty();
        }
    }

    /** What happens to messages, lists and maps that are there. */
    public enum Lists {
        /** Those of the source are added. */
        ADD,
        /** Those of the source take their place. */
        REPLACE
    }

    /**
     * Fields of a message.
     *
     * @param inside whether fields that are covered are taken, or those that are not
     * @param keepsAdded whether those that are added to count as not covered
     */
    private MaskedFields(byte[] b, boolean inside, boolean keepsAdded) {
        this.b = b;
        this.inside = inside;
        this.keepsAdded = keepsAdded;
    }

    /** Removes all fields that are not covered; tells whether there were any. */
    public static <M extends Message<M>> boolean keep(MessageType<M> type, M message, Fields fields) {
        byte[] all = type.proto().encode(message);
        UnknownFields kept = taken(all, fields, true, false);
        if (kept.size() == all.length) {
            return false;
        }
        read(type, message.clear(), kept);
        return true;
    }

    /** Copies the fields that are covered. */
    public static <M extends Message<M>> void copy(
            MessageType<M> type, M source, M target, Fields fields, Lists lists) {
        UnknownFields result = taken(type.proto().encode(target), fields, false, lists == Lists.ADD);
        UnknownFields copied = taken(type.proto().encode(source), fields, true, false);
        result.append(copied.array(), 0, copied.size());
        read(type, target.clear(), result);
    }

    /** Without a look for required fields, which may be among those that were taken away. */
    private static <M extends Message<M>> void read(MessageType<M> type, M message, UnknownFields fields) {
        byte[] all = fields.toByteArray();
        try {
            ((ProtoCodec<M>) type.proto()).read(new ProtoReader(MAX_DEPTH), all, 0, all.length, message);
        } catch (StackOverflowError e) {
            throw new EncodeException("message nested too deeply for the stack", e);
        }
    }

    private static UnknownFields taken(byte[] b, Fields fields, boolean inside, boolean keepsAdded) {
        UnknownFields to = new UnknownFields();
        if (fields.isWhole()) {
            // an empty mask
            if (!inside) {
                to.append(b, 0, b.length);
            }
            return to;
        }
        new MaskedFields(b, inside, keepsAdded).take(0, b.length, fields, to);
        return to;
    }

    private void take(int p, int end, Fields fields, UnknownFields to) {
        while (p < end) {
            int start = p;
            p = r.tag(b, p);
            int tag = r.tag;
            int after = r.skip(b, p, end, tag);
            Fields field = fields.fields.get(tag >>> 3);
            if (field == null || field.isWhole()) {
                boolean covered = field != null && !(keepsAdded && field.adds);
                if (covered == inside) {
                    to.append(b, start, after);
                }
            } else if ((tag & 7) == START_GROUP) {
                int sizeOfTag = p - start;
                to.append(b, start, p);
                take(p, after - sizeOfTag, field, to);
                to.append(b, after - sizeOfTag, after);
            } else {
                message(start, p, after, r.n, field, to);
            }
            p = after;
        }
    }

    private void message(int start, int p, int after, int length, Fields field, UnknownFields to) {
        UnknownFields content = new UnknownFields();
        take(after - length, after, field, content);
        to.append(b, start, p);
        int n = content.size();
        byte[] size = to.reserve(MAX_VARINT32);
        int q = to.size();
        for (; n >= 0x80; n >>>= 7) {
            size[q++] = (byte) (n | 0x80);
        }
        size[q++] = (byte) n;
        to.grew(q);
        to.append(content.array(), 0, content.size());
    }
}
