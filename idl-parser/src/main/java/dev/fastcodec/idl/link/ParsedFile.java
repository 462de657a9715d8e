package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed file with its imports found.
 *
 * @param ast what it says; the name of its source is its import path
 * @param imports those that were found, in source order; one that was not found, or would close a cycle, is reported and
 *     left out
 * @param requested whether the user asked for it
 * @param complete false when it, or a file that it imports directly or not, has a syntax error or lacks an import: then a
 *     name that is not found is no error of its own
 */
public record ParsedFile(IdlFile ast, List<Imported> imports, boolean requested, boolean complete) {
    /** An import and the file behind it. */
    public record Imported(Decl.Import decl, ParsedFile file) {}

    /** Copies the list. */
    public ParsedFile {
        imports = List.copyOf(imports);
    }

    /** The path it is imported by. */
    public String path() {
        return ast.source().name();
    }

    /** The same only when it is the same file: contents are not compared. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return path();
    }
}
