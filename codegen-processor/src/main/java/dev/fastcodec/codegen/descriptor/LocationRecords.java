package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.UnknownFields;
import dev.fastcodec.codegen.bootstrap.SourceCodeInfo;
import dev.fastcodec.idl.schema.SourceInfo;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Utf8Text;
import java.nio.charset.StandardCharsets;

/**
 * Writes places as records of {@code SourceCodeInfo.location} (descriptor.proto). As objects they would be most of what a
 * descriptor takes, and nothing here looks at them. A length is written as one byte first, as nearly all are, and what stands
 * behind is moved when it needs more.
 */
final class LocationRecords {
    private static final int LOCATION = tag(1);
    private static final int PATH = tag(1);
    private static final int SPAN = tag(2);
    private static final int LEADING = tag(3);
    private static final int TRAILING = tag(4);
    private static final int DETACHED = tag(6);
    private static final int MAX_VARINT = 5;

    private final UnknownFields records;
    private final boolean ascii;
    private final boolean sourceOnly;
    private byte[] bytes;
    private int size;

    private LocationRecords(UnknownFields records, boolean ascii, boolean sourceOnly) {
        this.records = records;
        this.bytes = records.array();
        this.ascii = ascii;
        this.sourceOnly = sourceOnly;
    }

    /** The key of a field that has a length. */
    private static int tag(int field) {
        return field << 3 | 2;
    }

    /**
     * The places of a file. The records are among the unknown fields of the bean, which are written as they are.
     *
     * @param sourceOnly whether places of options of source retention are in it
     */
    static SourceCodeInfo of(SourceInfo info, boolean sourceOnly) {
        SourceCodeInfo proto = new SourceCodeInfo();
        LocationRecords writer = new LocationRecords(proto.mutableUnknownFields(), info.isAscii(), sourceOnly);
        writer.reserve(info.textLength());
        info.forEach(writer::add);
        return proto;
    }

    private void add(SourceInfo.Location location) {
        if (location.sourceOnly() && !sourceOnly) {
            return;
        }
        int start = open(LOCATION);
        packed(PATH, location.path());
        packed(SPAN, location.span());
        Comments comments = location.comments();
        if (comments != Comments.NONE) {
            comments(comments);
        }
        close(start);
        records.grew(size);
    }

    /** Begins what has a length; returns where it begins. */
    private int open(int tag) {
        reserve(2);
        bytes[size] = (byte) tag;
        size += 2;
        return size;
    }

    /** Ends what has a length. */
    private void close(int start) {
        int length = size - start;
        if (length < 0x80) {
            bytes[start - 1] = (byte) length;
            return;
        }
        int end = size;
        reserve(MAX_VARINT);
        size = start - 1;
        int more = 0;
        for (int rest = length >>> 7; rest != 0; rest >>>= 7) {
            more++;
        }
        System.arraycopy(bytes, start, bytes, start + more, length);
        varint(length);
        size = end + more;
    }

    private void packed(int tag, int[] values) {
        if (values.length > 0) {
            int start = open(tag);
            reserve(MAX_VARINT * values.length);
            for (int value : values) {
                varint(value);
            }
            close(start);
        }
    }

    private void varint(int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void comments(Comments comments) {
        if (comments.leading() != null) {
            text(LEADING, comments.leading());
        }
        if (comments.trailing() != null) {
            text(TRAILING, comments.trailing());
        }
        for (String comment : comments.detached()) {
            text(DETACHED, comment);
        }
    }

    private void text(int tag, String text) {
        byte[] encoded = ascii ? text.getBytes(StandardCharsets.US_ASCII) : Utf8Text.encode(text);
        reserve(1 + MAX_VARINT + encoded.length);
        bytes[size++] = (byte) tag;
        varint(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            records.grew(size);
            bytes = records.reserve(more);
        }
    }
}
