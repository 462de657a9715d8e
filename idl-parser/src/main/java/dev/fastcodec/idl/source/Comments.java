package dev.fastcodec.idl.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comments that belong to a declaration, without their markers. For Protobuf attached and cut as protoc does
 * (descriptor.proto, SourceCodeInfo.Location), a carriage return before a line end included; for Thrift by the same rule.
 *
 * @param detached comments before the leading one, each followed by an empty line
 * @param leading comment directly before the declaration, or null
 * @param trailing comment directly after it, or null
 */
public record Comments(
        List<String> detached,
        @Nullable String leading,
        @Nullable String trailing) {
    /** No comment at all. */
    public static final Comments NONE = new Comments(List.of(), null, null);

    /** Copies the list. */
    public Comments {
        detached = List.copyOf(detached);
    }

    /** The text for a reader: the leading comment, else the trailing one, else empty. */
    public String text() {
        return leading != null ? leading : trailing != null ? trailing : "";
    }
}
