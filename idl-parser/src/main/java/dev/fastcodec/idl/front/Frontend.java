package dev.fastcodec.idl.front;

import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.source.Source;

/** Reads the text of one language. Stateless and thread-safe. */
public interface Frontend {
    /** The ending of its files, with the dot. */
    String extension();

    /**
     * Parses a file. Syntax errors are reported, and the declarations that could be read are returned all the same.
     */
    IdlFile parse(Source source, Diagnostics diagnostics);
}
