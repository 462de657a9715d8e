package dev.fastcodec.codegen.format;

import dev.fastcodec.codegen.Options.WireFormat;
import java.util.Map;
import java.util.Objects;

/** The list of formats. */
public final class Formats {
    private static final Map<WireFormat, Format> ALL = Map.of(
            WireFormat.PROTO, new ProtoFormat(),
            WireFormat.BINARY, new ThriftFormat(new BinaryDialect()),
            WireFormat.COMPACT, new ThriftFormat(new CompactDialect()),
            WireFormat.TJSON, new JsonFormat(JsonDialect.TYPED),
            WireFormat.SIMPLE_JSON, new JsonFormat(JsonDialect.SIMPLE),
            WireFormat.JSON, new JsonFormat(JsonDialect.READABLE),
            WireFormat.TEXT, new TextFormat());

    private Formats() {}

    /** The writer of a format's codecs. */
    public static Format of(WireFormat format) {
        return Objects.requireNonNull(ALL.get(format), format.name());
    }
}
