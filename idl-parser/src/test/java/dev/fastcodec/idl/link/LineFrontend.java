package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.front.Frontend;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A language for tests of loading: every line that is not empty imports a file, except {@code !}, a syntax error. */
record LineFrontend(String extension, IdlFile.Language language) implements Frontend, Linker {
    @Override
    public IdlFile parse(Source source, Diagnostics diagnostics) {
        List<Decl> imports = new ArrayList<>();
        int start = 0;
        for (String line : source.text().split("\n", -1)) {
            Span span = new Span(source, start, start + line.length());
            if (line.equals("!")) {
                diagnostics.report(Problem.UNMATCHED_BRACE, span);
            } else if (!line.isEmpty()) {
                Literal.Text path = new Literal.Text(span, line.getBytes(StandardCharsets.UTF_8));
                imports.add(new Decl.Import(span, Comments.NONE, Decl.Import.Kind.PLAIN, path));
            }
            start += line.length() + 1;
        }
        return new IdlFile(source, language, imports);
    }

    @Override
    public List<String> candidates(String importer, Decl.Import anImport) {
        String path = anImport.path().text();
        int slash = importer.lastIndexOf('/');
        return slash < 0 ? List.of(path) : List.of(path, importer.substring(0, slash + 1) + path);
    }

    @Override
    public List<SchemaFile> link(List<ParsedFile> files, Diagnostics diagnostics) {
        return List.of();
    }
}
