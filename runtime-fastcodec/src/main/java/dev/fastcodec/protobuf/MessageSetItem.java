package dev.fastcodec.protobuf;

import dev.fastcodec.Extension;
import dev.fastcodec.ExtensionSet;

/**
 * An item of a message with {@code message_set_wire_format}: a group 1 that holds the extension's number in field 2 and its message in field 3, in
 * any order. Of several the first counts, as for C++ (wire_format_lite.h, ParseMessageSetItemImpl).
 *
 * @param type the number, or -1 when there is none
 * @param from where the message starts, or -1 when there is none
 * @param to where it ends
 * @param end the position behind the group
 */
record MessageSetItem(int type, int from, int to, int end) {
    static final int START = 1 << 3 | 3;
    static final int END = START + 1;
    static final int TYPE = 2 << 3;
    static final int MESSAGE = 3 << 3 | 2;

    /** Looks through an item whose fields start at {@code p}, which checks all of it. */
    static MessageSetItem read(ProtoReader r, byte[] b, int p, int end) {
        int type = -1;
        int from = -1;
        int to = -1;
        long around = r.enterGroup(p, START);
        while (p < end) {
            p = r.tag(b, p);
            int tag = r.tag;
            if (r.endsGroup(p, tag)) {
                break;
            }
            int next = r.skip(b, p, end, tag);
            if (tag == TYPE && type < 0) {
                type = (int) r.v;
            } else if (tag == MESSAGE && from < 0) {
                from = next - r.n;
                to = next;
            }
            p = next;
        }
        return new MessageSetItem(type, from, to, r.leaveGroup(end, around));
    }

    /** Whether it has both parts. */
    boolean isWhole() {
        return type > 0 && from >= 0;
    }

    void readInto(ProtoReader r, byte[] b, Extension<?, ?> extension, ExtensionSet into) {
        ExtensionReading.message(r, b, from, r.enter(from, to - from, to), extension, into);
    }
}
