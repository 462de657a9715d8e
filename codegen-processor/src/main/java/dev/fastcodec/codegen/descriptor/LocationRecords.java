package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.codegen.bootstrap.SourceCodeInfo;
import dev.fastcodec.codegen.dynamic.WireOutput;
import dev.fastcodec.idl.schema.SourceInfo;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Utf8Text;
import java.nio.charset.StandardCharsets;

/**
 * Writes places as records of {@code SourceCodeInfo.location} (descriptor.proto). As objects they would be most of what a
 * descriptor takes, and nothing here looks at them.
 */
final class LocationRecords {
    private static final int LENGTH = 2;

    private final WireOutput out;
    private final boolean ascii;
    private final boolean sourceOnly;

    private LocationRecords(SourceInfo info, boolean sourceOnly) {
        this.out = new WireOutput(info.textLength());
        this.ascii = info.isAscii();
        this.sourceOnly = sourceOnly;
    }

    /**
     * The places of a file. The records are among the unknown fields of the bean, which are written as they are.
     *
     * @param sourceOnly whether places of options of source retention are in it
     */
    static SourceCodeInfo of(SourceInfo info, boolean sourceOnly) {
        LocationRecords records = new LocationRecords(info, sourceOnly);
        info.forEach(records::add);
        SourceCodeInfo proto = new SourceCodeInfo();
        records.out.appendTo(proto.mutableUnknownFields());
        return proto;
    }

    private void add(SourceInfo.Location location) {
        if (location.sourceOnly() && !sourceOnly) {
            return;
        }
        int start = out.open(1);
        packed(1, location.path());
        packed(2, location.span());
        Comments comments = location.comments();
        if (comments != Comments.NONE) {
            comments(comments);
        }
        out.close(start);
    }

    private void packed(int field, int[] values) {
        if (values.length > 0) {
            int start = out.open(field);
            for (int value : values) {
                out.varint(value);
            }
            out.close(start);
        }
    }

    private void comments(Comments comments) {
        if (comments.leading() != null) {
            text(3, comments.leading());
        }
        if (comments.trailing() != null) {
            text(4, comments.trailing());
        }
        for (String comment : comments.detached()) {
            text(6, comment);
        }
    }

    private void text(int field, String text) {
        out.tag(field, LENGTH);
        out.delimited(ascii ? text.getBytes(StandardCharsets.US_ASCII) : Utf8Text.encode(text));
    }
}
