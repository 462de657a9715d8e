package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.schema.SchemaFile;
import java.util.List;

/** Turns the parsed files of one language into schema files, pass by pass. Stateless and thread-safe. */
public interface Linker {
    /** The language whose files it links. */
    IdlFile.Language language();

    /**
     * The import paths under which an import may be found, best first; empty when it is never opened.
     *
     * @param importer the import path of the file that imports
     */
    List<String> candidates(String importer, Decl.Import anImport);

    /**
     * Links files.
     *
     * @param files every file of the language that was read, each after all that it imports
     * @return one linked file for each, in the same order, also when there are errors
     */
    List<SchemaFile> link(List<ParsedFile> files, Diagnostics diagnostics);
}
