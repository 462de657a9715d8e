package dev.fastcodec.thrift;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.schema.FieldSchema;
import dev.fastcodec.schema.FieldType;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.thrift.MessageForm.Input;

/**
 * Finds the field of a failure, which costs successful reads nothing: walks through the bytes once more, into the values that span the failure's
 * position or do not end.
 */
final class ThriftLocator {
    /** Deeper than this the path is cut off. */
    private static final int MAX_DEPTH = 200;

    private final ThriftReader r;
    private final byte[] b;
    private final DecodeException failure;
    private final StringBuilder path = new StringBuilder();
    private final int position;

    private ThriftLocator(ThriftReader r, byte[] b, DecodeException failure) {
        this.r = r;
        this.b = b;
        this.failure = failure;
        position = failure.offset();
    }

    /** How deep the reader may go that looks for the failure: no deeper than the one that failed, if it failed for that. */
    static int depth(DecodeException failure, int maxDepth) {
        return failure.kind() == Kind.DEPTH ? maxDepth : Integer.MAX_VALUE;
    }

    /**
     * The failure with its path and an offset that counts from the input's origin on.
     *
     * @param r a reader at the outermost struct
     * @param struct null when nothing is known of it but that it is the body of a message
     */
    static DecodeException located(ThriftReader r, Input in, DecodeException failure, MessageSchema struct) {
        ThriftLocator locator = new ThriftLocator(r, in.b(), failure);
        locator.path.append(struct == null ? "body" : struct.name());
        locator.fields(in.from(), struct);
        return new DecodeException(
                failure.kind(), failure.getMessage(), failure.offset() - in.origin(), locator.path.toString());
    }

    /** Goes on among fields, whose names are numbers when the struct is not known. */
    private void fields(int p, MessageSchema struct) {
        int lastId = 0;
        while (true) {
            int q;
            try {
                q = r.field(b, p, lastId);
            } catch (DecodeException | IndexOutOfBoundsException e) {
                return;
            }
            if (r.type == TType.STOP || p <= position && position < q) {
                return;
            }
            int type = r.type;
            int id = r.n;
            int next = r.isInHeader() ? q : after(q, type);
            if (isAt(next)) {
                FieldSchema field = struct == null ? null : struct.field(id);
                path.append('.').append(field == null ? Integer.toString(id) : field.name());
                inside(q, type, field == null ? null : field.type());
                return;
            }
            lastId = id;
            p = next;
        }
    }

    /** Goes on within the value of the failure, whose type may be unknown and need not be what the schema says. */
    private void inside(int p, int type, FieldType known) {
        if (type < TType.STRUCT || type == TType.UUID || r.depth() > MAX_DEPTH) {
            return;
        }
        try {
            r.enter(p);
            if (type == TType.STRUCT) {
                fields(p, known instanceof MessageSchema struct ? struct : null);
            } else if (type == TType.MAP) {
                pairs(r.entries(b, p), known instanceof FieldType.MapOf map ? map : null);
            } else {
                elements(r.elements(b, p), element(known));
            }
        } catch (DecodeException e) {
            // the failure is in the header, or this is one level too many
            return;
        } catch (IndexOutOfBoundsException e) {
            // the input ends in the header
            return;
        }
    }

    private static FieldType element(FieldType container) {
        return container instanceof FieldType.ListOf list
                ? list.element()
                : container instanceof FieldType.SetOf set ? set.element() : null;
    }

    private void elements(int p, FieldType known) {
        int type = r.type;
        for (int i = 0, count = r.n; i < count; i++) {
            int next = after(p, type);
            if (isAt(next)) {
                path.append('[').append(i).append(']');
                inside(p, type, known);
                return;
            }
            p = next;
        }
    }

    private void pairs(int p, FieldType.MapOf known) {
        int keyType = r.keyType;
        int valueType = r.type;
        for (int i = 0, count = r.n; i < count; i++) {
            int value = after(p, keyType);
            int next = isAt(value) ? value : after(value, valueType);
            if (isAt(value)) {
                path.append('[').append(i).append("].key");
                inside(p, keyType, known == null ? null : known.key());
                return;
            } else if (isAt(next)) {
                path.append('[').append(i).append("].value");
                inside(value, valueType, known == null ? null : known.value());
                return;
            }
            p = next;
        }
    }

    private boolean isAt(int next) {
        return next < 0 || next > position;
    }

    /** Where a value ends, or -1 when it does not. */
    private int after(int p, int type) {
        int depth = r.depth();
        try {
            int q = r.value(b, p, type);
            return q > r.end ? -1 : q;
        } catch (DecodeException | IndexOutOfBoundsException | StackOverflowError e) {
            r.depth(depth);
            return -1;
        }
    }
}
