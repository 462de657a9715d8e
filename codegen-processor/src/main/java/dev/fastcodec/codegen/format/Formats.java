package dev.fastcodec.codegen.format;

import dev.fastcodec.codegen.plan.Notation;
import java.util.Map;
import java.util.Objects;

/** The list of formats. */
public final class Formats {
    private static final Map<Notation, Format> ALL = Map.of(
            Notation.PROTO, new ProtoFormat(),
            Notation.BINARY, new ThriftFormat(new BinaryDialect()),
            Notation.COMPACT, new ThriftFormat(new CompactDialect()),
            Notation.TJSON, new JsonFormat(JsonDialect.TYPED),
            Notation.SIMPLE_JSON, new JsonFormat(JsonDialect.SIMPLE),
            Notation.READABLE_JSON, new JsonFormat(JsonDialect.READABLE),
            Notation.PROTO_JSON, new JsonFormat(JsonDialect.PROTO),
            Notation.TEXT, new TextFormat());

    private Formats() {}

    /** The writer of codecs. */
    public static Format of(Notation notation) {
        return Objects.requireNonNull(ALL.get(notation), notation.name());
    }
}
