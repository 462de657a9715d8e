package dev.fastcodec.protobuf;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.Extension;
import dev.fastcodec.TypeRegistry;
import dev.fastcodec.schema.FieldSchema;
import dev.fastcodec.schema.FieldType;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.schema.Scalar;

/**
 * Finds the field of a failure, which costs successful reads nothing: walks through the bytes once more, into those sub-messages that the failure can
 * be in, to the field that spans its position or is the first to run past its message's end.
 */
final class ProtoLocator {
    /** Deeper than this the path is cut off. */
    private static final int MAX_DEPTH = 200;

    private static final int FOUND = -1;
    private static final int NOT_ENDED = -2;

    private static final int GROUP = 3;
    private static final int END_GROUP = 4;

    private final byte[] b;
    private final int from;
    private final int to;
    private final DecodeException failure;
    /** Whether the failure's position says where it is, and not only that the input's end was reached. */
    private final boolean exact;

    private final TypeRegistry registry;
    private final StringBuilder path = new StringBuilder();
    private final ProtoReader r = new ProtoReader(Integer.MAX_VALUE, null);
    private int position;

    /**
     * Looks for a failure.
     *
     * @param registry the extensions that were read, or null
     */
    ProtoLocator(byte[] b, int from, int to, DecodeException failure, TypeRegistry registry) {
        this.registry = registry;
        this.b = b;
        this.from = from;
        this.to = to;
        this.failure = failure;
        position = failure.offset();
        exact = failure.kind() != Kind.TRUNCATED || position < to;
    }

    /** The failure with an offset from the start of the slice and with its path. */
    DecodeException located(MessageSchema schema) {
        path.append(schema.name());
        find(from, to, schema, 0);
        return new DecodeException(failure.kind(), failure.getMessage(), position - from, path.toString());
    }

    /** Whether the failure is among the fields of one message or map entry. The path leads to it then, and is as it was otherwise. */
    private boolean find(int start, int end, FieldType within, int depth) {
        return fields(start, end, within, depth, 0) == FOUND;
    }

    /**
     * As {@link #find}, also for the fields of a group.
     *
     * @param groupEnd the tag that ends the group, 0 for a message
     * @return {@link #FOUND}, the position behind the end of the group, or {@link #NOT_ENDED} if there is none
     */
    private int fields(int start, int end, FieldType within, int depth, int groupEnd) {
        int p = start;
        while (p < end) {
            int content = tagEnd(p, end);
            if (content < 0 || exact && content > position) {
                return found(end);
            }
            int tag = r.tag;
            int wire = tag & 7;
            if (wire == END_GROUP) {
                return tag == groupEnd ? content : NOT_ENDED;
            }
            int length = path.length();
            MessageSetItem item = tag == MessageSetItem.START ? wholeItem(within, content, end) : null;
            if (item != null && item.end() > position) {
                return item(item, end, within, depth);
            } else if (wire == GROUP && depth < MAX_DEPTH && isMessage(within, tag >>> 3)) {
                int after = group(start, p, content, end, tag, within, depth);
                if (after == FOUND) {
                    return FOUND;
                }
                path.setLength(length);
                p = after;
                continue;
            }
            int next = contentEnd(content, end, tag);
            boolean here = next < 0 || exact && next > position;
            if (here || !exact || next == position) {
                FieldType child = step(start, p, end, within, tag >>> 3);
                boolean hasFields = child instanceof MessageSchema || child instanceof FieldType.MapOf;
                if (hasFields && depth < MAX_DEPTH && wire == 2 && next >= 0) {
                    if (find(r.length(b, content, end), next, child, depth + 1)) {
                        return FOUND;
                    }
                }
                if (here) {
                    return found(end);
                }
                path.setLength(length);
            }
            p = next;
        }
        return NOT_ENDED;
    }

    /** Looks into a group, once: to find its end would take as long. Its fields start at {@code content}. */
    private int group(int start, int p, int content, int end, int tag, FieldType within, int depth) {
        FieldType child = step(start, p, end, within, tag >>> 3);
        int after = fields(content, end, child, depth + 1, tag + 1);
        return after == NOT_ENDED ? found(end) : after;
    }

    /** Looks into an item that the failure is in. */
    private int item(MessageSetItem item, int end, FieldType within, int depth) {
        Extension<?, ?> extension = extension(within, item.type());
        path.append(".[").append(extension.name()).append(']');
        return find(item.from(), item.to(), extension.codec().schema(), depth + 1) ? FOUND : found(end);
    }

    private boolean isMessage(FieldType within, int number) {
        Extension<?, ?> extension = extension(within, number);
        FieldType type = extension == null ? type(within, number) : type(extension);
        return type instanceof MessageSchema
                || type instanceof FieldType.ListOf list && list.element() instanceof MessageSchema;
    }

    /** Leads the path to a field, and gives its type, that of an element of a list; null when it is unknown. */
    private FieldType step(int start, int p, int end, FieldType within, int number) {
        Extension<?, ?> extension = extension(within, number);
        FieldType type = extension == null ? type(within, number) : type(extension);
        path.append('.').append(extension == null ? name(within, number) : "[" + extension.name() + "]");
        if (type instanceof FieldType.ListOf || type instanceof FieldType.MapOf) {
            path.append('[').append(count(start, p, end, number)).append(']');
        }
        return type instanceof FieldType.ListOf list ? list.element() : type;
    }

    private int found(int end) {
        if (!exact) {
            position = end;
        }
        return FOUND;
    }

    /** The name of a field, its number when it is unknown. */
    private static String name(FieldType within, int number) {
        if (within instanceof FieldType.MapOf && number <= 2) {
            return number == 1 ? "key" : "value";
        }
        FieldSchema field = within instanceof MessageSchema message ? message.field(number) : null;
        return field == null ? Integer.toString(number) : field.name();
    }

    /** The type of a field, null when it is unknown. */
    private static FieldType type(FieldType within, int number) {
        if (within instanceof FieldType.MapOf map && number <= 2) {
            return number == 1 ? map.key() : map.value();
        }
        FieldSchema field = within instanceof MessageSchema message ? message.field(number) : null;
        return field == null ? null : field.type();
    }

    /** The extension of a message by its number, or null. */
    private Extension<?, ?> extension(FieldType within, int number) {
        if (registry == null || !(within instanceof MessageSchema message) || message.type() == null) {
            return null;
        }
        return message.field(number) != null
                ? null
                : registry.extension(message.type().newMessage().getClass(), number);
    }

    private static FieldType type(Extension<?, ?> x) {
        FieldType element =
                switch (x.type()) {
                    case MESSAGE, GROUP, ITEM -> x.codec().schema();
                    case ENUM, CLOSED_ENUM -> x.enumSchema();
                    case UNCHECKED_STRING -> Scalar.STRING;
                    default -> Scalar.valueOf(x.type().name());
                };
        return x.isRepeated() ? new FieldType.ListOf(element) : element;
    }

    /** The whole item of a {@code MessageSet} whose content is at {@code p} and whose type is known, or null. */
    private MessageSetItem wholeItem(FieldType within, int p, int end) {
        if (registry == null || !(within instanceof MessageSchema message) || message.field(1) != null) {
            return null;
        }
        try {
            MessageSetItem item = MessageSetItem.read(r, b, p, end);
            return item.isWhole() && extension(within, item.type()) != null ? item : null;
        } catch (DecodeException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** How many fields with a number are in front of one. */
    private int count(int p, int stop, int end, int number) {
        int count = 0;
        while (p < stop) {
            p = tagEnd(p, end);
            int tag = r.tag;
            count += tag >>> 3 == number ? 1 : 0;
            p = contentEnd(p, end, tag);
        }
        return count;
    }

    /** Where the tag at {@code p} ends, or -1 when there is none. */
    private int tagEnd(int p, int end) {
        try {
            int q = r.tag(b, p);
            return q > end ? -1 : q;
        } catch (DecodeException | IndexOutOfBoundsException e) {
            return -1;
        }
    }

    /** Where the content at {@code p} ends, or -1 when it does not end within its message. */
    private int contentEnd(int p, int end, int tag) {
        try {
            int q = r.skip(b, p, end, tag);
            return q > end ? -1 : q;
        } catch (DecodeException | IndexOutOfBoundsException | StackOverflowError e) {
            return -1;
        }
    }
}
