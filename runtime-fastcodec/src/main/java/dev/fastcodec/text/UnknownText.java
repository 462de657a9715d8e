package dev.fastcodec.text;

import dev.fastcodec.DecodeException;
import dev.fastcodec.UnknownFields;
import dev.fastcodec.protobuf.ProtoReader;
import java.util.Arrays;

/**
 * Writes unknown fields by their numbers, in order: varints in decimal, what has a fixed size in hexadecimal; bytes that read as a message are taken
 * for one, up to ten levels (text_format.cc, PrintUnknownFields).
 */
final class UnknownText {
    private static final int LEVELS = 10;
    private static final int HEX_DIGITS_OF_INT = 8;
    private static final int HEX_DIGITS_OF_LONG = 16;
    private static final int START_GROUP = 3;
    private static final int END_GROUP = 4;
    private static final int DEPTH_OF_GROUPS = 100;

    private final TextWriter w;
    private final byte[] b;
    private final ProtoReader r = new ProtoReader(DEPTH_OF_GROUPS);

    /** A writer of what is in an array, whose end the reader takes for the input's. */
    private UnknownText(TextWriter w, byte[] b) {
        this.w = w;
        this.b = b;
    }

    static void write(TextWriter w, UnknownFields fields) {
        new UnknownText(w, fields.toByteArray()).fields(0, fields.size(), LEVELS);
    }

    static void write(TextWriter w, String name, byte[] value) {
        new UnknownText(w, value).bytes(name, 0, value.length, LEVELS);
    }

    /** Writes the fields up to an end, or up to the tag that ends a group, and gives the position behind it. */
    private int fields(int p, int end, int levels) {
        while (p < end) {
            p = r.tag(b, p);
            int tag = r.tag;
            String name = Integer.toString(tag >>> 3);
            if ((tag & 7) == END_GROUP) {
                return p;
            } else if ((tag & 7) == START_GROUP) {
                w.open(name);
                p = fields(p, end, levels - 1);
                w.close();
                continue;
            }
            int after = r.skip(b, p, end, tag);
            switch (tag & 7) {
                case 0 -> w.field(name, Long.toUnsignedString(r.v));
                case 1 -> w.field(name, hex(Long.toHexString(ProtoReader.fixed64(b, p)), HEX_DIGITS_OF_LONG));
                case 2 -> bytes(name, after - r.n, after, levels);
                default -> w.field(name, hex(Integer.toHexString(ProtoReader.fixed32(b, p)), HEX_DIGITS_OF_INT));
            }
            p = after;
        }
        return p;
    }

    private void bytes(String name, int from, int to, int levels) {
        if (levels > 0 && isMessage(from, to, levels)) {
            w.open(name);
            fields(from, to, levels - 1);
            w.close();
        } else {
            w.quoted(name, Arrays.copyOfRange(b, from, to), true);
        }
    }

    /** Whether they are fields, with no more groups within each other than there are levels left. */
    private boolean isMessage(int from, int to, int levels) {
        ProtoReader trial = new ProtoReader(levels);
        int p = from;
        try {
            while (p < to) {
                p = trial.tag(b, p);
                p = trial.skip(b, p, to, trial.tag);
            }
        } catch (DecodeException | IndexOutOfBoundsException e) {
            return false;
        }
        return p == to && from < to;
    }

    private static String hex(String digits, int width) {
        return "0x" + "0".repeat(width - digits.length()) + digits;
    }
}
