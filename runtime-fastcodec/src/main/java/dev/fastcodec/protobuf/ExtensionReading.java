package dev.fastcodec.protobuf;

import dev.fastcodec.BoolList;
import dev.fastcodec.DoubleList;
import dev.fastcodec.EnumList;
import dev.fastcodec.Extendable;
import dev.fastcodec.Extension;
import dev.fastcodec.Extension.Type;
import dev.fastcodec.ExtensionSet;
import dev.fastcodec.FloatList;
import dev.fastcodec.IntList;
import dev.fastcodec.LongList;
import dev.fastcodec.Message;
import dev.fastcodec.MessageList;
import dev.fastcodec.UnknownFields;
import java.util.Arrays;

/** Reads extensions. */
final class ExtensionReading {
    private static final int LENGTH = 2;

    private ExtensionReading() {}

    /** How single values of a type stand on the wire. */
    static int wireType(Type type) {
        return switch (type) {
            case BOOL, INT32, INT64, UINT32, UINT64, SINT32, SINT64, ENUM, CLOSED_ENUM -> 0;
            case FIXED64, SFIXED64, DOUBLE -> 1;
            case STRING, UNCHECKED_STRING, BYTES, MESSAGE, ITEM -> LENGTH;
            case GROUP -> 3;
            case FIXED32, SFIXED32, FLOAT -> 5;
        };
    }

    /** Whether a field with this tag can be read as the extension: packed or not, however it is declared. */
    static boolean fits(Extension<?, ?> x, int tag) {
        int wire = tag & 7;
        return wire == wireType(x.type()) || wire == LENGTH && isPacked(x, tag);
    }

    private static boolean isPacked(Extension<?, ?> x, int tag) {
        int single = wireType(x.type());
        return x.isRepeated() && (tag & 7) == LENGTH && single != LENGTH && single != 3;
    }

    /**
     * Reads a field whose wire type fits.
     *
     * @param p the position behind its tag
     * @param m the message that gets the extension, or, for a closed enum, an unknown field
     * @return the position behind it
     */
    static int read(ProtoReader r, byte[] b, int p, int end, int tag, Extension<?, ?> x, Extendable<?> m) {
        if (x.type() == Type.CLOSED_ENUM) {
            return closedEnum(r, b, p, end, tag, x, m);
        }
        return read(r, b, p, end, tag, x, m.mutableExtensions());
    }

    /** As the other, but that numbers are taken which a closed enum does not know. */
    static int read(ProtoReader r, byte[] b, int p, int end, int tag, Extension<?, ?> x, ExtensionSet into) {
        if (x.type().isMessage()) {
            return message(r, b, p, end, tag, x, into);
        } else if (isPacked(x, tag)) {
            return packed(r, b, p, end, x, into);
        }
        switch (x.type()) {
            case BOOL -> {
                p = r.varint(b, p);
                keep(x, into, r.v != 0);
            }
            case INT32, UINT32 -> {
                p = r.varint(b, p);
                keep(x, into, (int) r.v);
            }
            case ENUM, CLOSED_ENUM -> {
                p = r.varint(b, p);
                if (x.isRepeated()) {
                    ((EnumList<?>) (Object) into.list(x)).numbers().push((int) r.v);
                } else {
                    into.put(x, (int) r.v);
                }
            }
            case INT64, UINT64 -> {
                p = r.varint(b, p);
                keep(x, into, r.v);
            }
            case SINT32 -> {
                p = r.varint(b, p);
                keep(x, into, ProtoInput.unzigzag((int) r.v));
            }
            case SINT64 -> {
                p = r.varint(b, p);
                keep(x, into, ProtoInput.unzigzag(r.v));
            }
            case FIXED32, SFIXED32 -> {
                keep(x, into, ProtoInput.fixed32(b, p));
                p += Integer.BYTES;
            }
            case FIXED64, SFIXED64 -> {
                keep(x, into, ProtoInput.fixed64(b, p));
                p += Long.BYTES;
            }
            case FLOAT -> {
                keep(x, into, ProtoInput.float32(b, p));
                p += Float.BYTES;
            }
            case DOUBLE -> {
                keep(x, into, ProtoInput.float64(b, p));
                p += Double.BYTES;
            }
            case STRING -> {
                p = r.length(b, p, end);
                keep(x, into, r.string(b, p, r.n));
                p += r.n;
            }
            case UNCHECKED_STRING -> {
                p = r.length(b, p, end);
                keep(x, into, ProtoInput.lenientString(b, p, r.n));
                p += r.n;
            }
            case BYTES -> {
                p = r.length(b, p, end);
                keep(x, into, Arrays.copyOfRange(b, p, p + r.n));
                p += r.n;
            }
            case MESSAGE, GROUP, ITEM -> throw new AssertionError(x);
        }
        return p;
    }

    private static void keep(Extension<?, ?> x, ExtensionSet into, Object value) {
        if (x.isRepeated()) {
            into.list(x).add(value);
        } else {
            into.put(x, value);
        }
    }

    private static int packed(ProtoReader r, byte[] b, int p, int end, Extension<?, ?> x, ExtensionSet into) {
        Object list = into.list(x);
        return switch (x.type()) {
            case BOOL -> r.packedBool(b, p, end, (BoolList) list);
            case INT32, UINT32 -> r.packedInt32(b, p, end, (IntList) list);
            case ENUM, CLOSED_ENUM -> r.packedInt32(b, p, end, ((EnumList<?>) list).numbers());
            case INT64, UINT64 -> r.packedInt64(b, p, end, (LongList) list);
            case SINT32 -> r.packedSInt32(b, p, end, (IntList) list);
            case SINT64 -> r.packedSInt64(b, p, end, (LongList) list);
            case FIXED32, SFIXED32 -> r.packedFixed32(b, p, end, (IntList) list);
            case FIXED64, SFIXED64 -> r.packedFixed64(b, p, end, (LongList) list);
            case FLOAT -> r.packedFloat(b, p, end, (FloatList) list);
            case DOUBLE -> r.packedDouble(b, p, end, (DoubleList) list);
            default -> throw new AssertionError(x);
        };
    }

    private static int closedEnum(
            ProtoReader r, byte[] b, int p, int end, int tag, Extension<?, ?> x, Extendable<?> m) {
        if (!isPacked(x, tag)) {
            int after = r.varint(b, p);
            int number = (int) r.v;
            if (!x.constants().apply(number).isUnrecognized()) {
                return read(r, b, p, end, tag, x, m.mutableExtensions());
            }
            UnknownFields kept = m.mutableUnknownFields();
            if (kept != null) {
                ProtoReader.unrecognized(kept, x.number(), number);
            }
            return after;
        }
        EnumList<?> list = (EnumList<?>) (Object) m.mutableExtensions().list(x);
        int from = list.size();
        p = r.packedInt32(b, p, end, list.numbers());
        UnknownFields unknown = ProtoReader.unrecognized(null, x.number(), list, from);
        UnknownFields kept = unknown == null ? null : m.mutableUnknownFields();
        if (kept != null) {
            kept.append(unknown.array(), 0, unknown.size());
        }
        return p;
    }

    private static int message(ProtoReader r, byte[] b, int p, int end, int tag, Extension<?, ?> x, ExtensionSet into) {
        if ((tag & 7) == LENGTH) {
            p = r.length(b, p, end);
            return message(r, b, p, r.enter(p, r.n, end), x, into);
        }
        long around = r.enterGroup(p, tag);
        fields(r, b, p, end, x, into);
        return r.leaveGroup(end, around);
    }

    /** Reads a message from {@code p} to {@code end}, which was entered, into that of the extension or into a new one of its list. */
    static int message(ProtoReader r, byte[] b, int p, int end, Extension<?, ?> x, ExtensionSet into) {
        int q = fields(r, b, p, end, x, into);
        r.leave(q, end);
        return q;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the codec is that of the message
    private static int fields(ProtoReader r, byte[] b, int p, int end, Extension<?, ?> x, ExtensionSet into) {
        ProtoCodec codec = (ProtoCodec) x.codec();
        Message<?> message = x.isRepeated() ? ((MessageList<?>) (Object) into.list(x)).add() : into.message(x);
        return codec.read(r, b, p, end, message);
    }
}
