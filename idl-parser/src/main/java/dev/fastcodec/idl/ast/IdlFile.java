package dev.fastcodec.idl.ast;

import dev.fastcodec.idl.source.Source;
import java.util.List;

/**
 * A parsed file.
 *
 * @param source its text
 * @param language which IDL
 * @param decls the top-level declarations in source order, headers included
 */
public record IdlFile(Source source, Language language, List<Decl> decls) {
    /** The IDLs that the front ends read. */
    public enum Language {
        /** Protocol Buffers: proto2, proto3 and editions. */
        PROTO,
        /** Apache Thrift and thriftgo's dialect. */
        THRIFT
    }

    /** Copies the list. */
    public IdlFile {
        decls = List.copyOf(decls);
    }
}
