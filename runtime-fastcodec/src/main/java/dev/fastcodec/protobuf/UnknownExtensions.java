package dev.fastcodec.protobuf;

import dev.fastcodec.DecodeException;
import dev.fastcodec.DecodeException.Kind;
import dev.fastcodec.Extension;
import dev.fastcodec.Extension.Type;
import dev.fastcodec.ExtensionSet;
import dev.fastcodec.UnknownFields;

/** Finds extensions among the unknown fields of a message. For the runtime only. */
public final class UnknownExtensions {
    private static final int MAX_DEPTH = 100;

    private final UnknownFields fields;
    private final Extension<?, ?> extension;
    private final ProtoReader r = new ProtoReader(MAX_DEPTH, null);
    /** Where the content of the field that was found starts, and what its tag was. */
    private int content;

    private int tag;
    private MessageSetItem item;

    private UnknownExtensions(UnknownFields fields, Extension<?, ?> extension) {
        this.fields = fields;
        this.extension = extension;
    }

    /** Whether an extension is among the fields. */
    public static boolean isIn(UnknownFields fields, Extension<?, ?> extension) {
        UnknownExtensions search = new UnknownExtensions(fields, extension);
        int p = 0;
        while (p < fields.size()) {
            p = search.next(p);
            if (search.isFound()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Moves an extension from the fields to a set.
     *
     * @throws DecodeException when its bytes are not what its type asks for; it is left where it is then
     */
    public static void take(UnknownFields fields, Extension<?, ?> extension, ExtensionSet into) {
        ExtensionSet taken = new ExtensionSet();
        Object before = into.raw(extension);
        if (before != null) {
            taken.put(extension, before);
        }
        UnknownExtensions search = new UnknownExtensions(fields, extension);
        String missing;
        try {
            search.readAll(taken);
            missing = ProtoExtensions.missing(taken);
        } catch (DecodeException e) {
            throw failure(extension, e.kind(), e.getMessage(), e.offset(), "");
        } catch (IndexOutOfBoundsException e) {
            throw failure(extension, Kind.TRUNCATED, "message ends inside a value", fields.size(), "");
        }
        if (missing != null) {
            throw failure(extension, Kind.MISSING_REQUIRED, "missing required field", fields.size(), missing);
        }
        into.put(extension, taken.raw(extension));
        remove(fields, extension);
    }

    private static DecodeException failure(Extension<?, ?> x, Kind kind, String what, int offset, String path) {
        String start = x.extendee().getSimpleName();
        return new DecodeException(kind, what, offset, start + (path.isEmpty() ? ".[" + x.name() + "]" : path));
    }

    private void readAll(ExtensionSet into) {
        for (int p = 0; p < fields.size(); ) {
            int end = next(p);
            if (isFound()) {
                readInto(into, end);
            }
            p = end;
        }
    }

    /** Removes an extension from the fields. */
    public static void remove(UnknownFields fields, Extension<?, ?> extension) {
        UnknownExtensions search = new UnknownExtensions(fields, extension);
        byte[] b = fields.array();
        int kept = 0;
        for (int p = 0, size = fields.size(); p < size; ) {
            int end = search.next(p);
            if (!search.isFound()) {
                System.arraycopy(b, p, b, kept, end - p);
                kept += end - p;
            }
            p = end;
        }
        fields.grew(kept);
    }

    /** Looks at the field at {@code p} and gives where it ends. */
    private int next(int p) {
        byte[] b = fields.array();
        content = r.tag(b, p);
        tag = r.tag;
        item = extension.type() == Type.ITEM && tag == MessageSetItem.START
                ? MessageSetItem.read(r, b, content, fields.size())
                : null;
        int end = item == null ? r.skip(b, content, fields.size(), tag) : item.end();
        if (end > fields.size()) {
            throw r.truncated(fields.size());
        }
        return end;
    }

    private boolean isFound() {
        return item == null
                ? tag >>> 3 == extension.number() && ExtensionReading.fits(extension, tag) && isKnown()
                : item.isWhole() && item.type() == extension.number();
    }

    /** Whether it is no number that a closed enum does not know. */
    private boolean isKnown() {
        if (extension.type() != Type.CLOSED_ENUM || (tag & 7) != 0) {
            return true;
        }
        r.varint(fields.array(), content);
        return !extension.constants().apply((int) r.v).isUnrecognized();
    }

    private void readInto(ExtensionSet into, int end) {
        byte[] b = fields.array();
        if (item == null) {
            ExtensionReading.read(r, b, content, end, tag, extension, into);
        } else {
            item.readInto(r, b, extension, into);
        }
    }
}
