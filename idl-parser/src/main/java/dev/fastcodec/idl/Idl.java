package dev.fastcodec.idl;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.front.Frontend;
import dev.fastcodec.idl.front.ProtoFrontend;
import dev.fastcodec.idl.front.ThriftFrontend;
import dev.fastcodec.idl.link.ImportLoader;
import dev.fastcodec.idl.link.Linker;
import dev.fastcodec.idl.link.ParsedFile;
import dev.fastcodec.idl.link.ProtoLinker;
import dev.fastcodec.idl.link.RequestedFiles;
import dev.fastcodec.idl.link.ThriftLinker;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.source.SourcePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The door of the parser: loads IDL files into a linked schema. The steps of a load:
 *
 * <ol>
 *   <li>{@link RequestedFiles} maps the files that the user names to import paths;
 *   <li>{@link ImportLoader} reads and parses them and all that they import, and puts each file after its imports;
 *   <li>the {@link Linker} of each language turns its files into schema files, pass by pass;
 *   <li>the schema files are put together in that order.
 * </ol>
 */
public final class Idl {
    private Idl() {}

    /**
     * Loads files and all that they import. Names ending in {@code .proto} and {@code .thrift} may be mixed.
     *
     * @param files names of files on disk that lie under a root of the path, or import paths; each is loaded once
     * @param path where imports are looked up; stays open
     * @param diagnostics gets every error and warning
     * @return what could be linked, also when there are errors: ask {@link Diagnostics#hasErrors} before using it
     */
    public static Schema load(List<String> files, SourcePath path, Diagnostics diagnostics) {
        return load(files, path, ImplicitIds.ERROR, diagnostics);
    }

    /**
     * As {@link #load(List, SourcePath, Diagnostics)}, with a choice for Thrift.
     *
     * @param implicitIds what a field without a positive id means
     */
    public static Schema load(List<String> files, SourcePath path, ImplicitIds implicitIds, Diagnostics diagnostics) {
        RequestedFiles.Mapped requested = RequestedFiles.map(files, path, diagnostics);
        List<Linker> linkers = linkers(implicitIds);
        List<ParsedFile> parsed =
                ImportLoader.load(frontends(), linkers, requested.importPaths(), requested.path(), diagnostics);
        Map<ParsedFile, SchemaFile> linked = new HashMap<>();
        for (Linker linker : linkers) {
            List<ParsedFile> own = parsed.stream()
                    .filter(f -> f.ast().language() == linker.language())
                    .toList();
            List<SchemaFile> results = linker.link(own, diagnostics);
            for (int i = 0; i < own.size(); i++) {
                linked.put(own.get(i), results.get(i));
            }
        }
        List<SchemaFile> inOrder = new ArrayList<>();
        for (ParsedFile file : parsed) {
            inOrder.add(Objects.requireNonNull(linked.get(file)));
        }
        return new Schema(inOrder, requested.importPaths());
    }

    /**
     * Loads Protobuf files, whatever their names end in, and all that they import.
     *
     * @param importPaths each is loaded once
     * @param path where imports are looked up; stays open
     * @param anyEdition whether these files may be of an edition that is only being tried out
     * @param diagnostics gets every error and warning
     * @return as {@link #load}
     */
    public static Schema loadProtobuf(
            List<String> importPaths, SourcePath path, boolean anyEdition, Diagnostics diagnostics) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(importPaths));
        ProtoLinker linker = new ProtoLinker(anyEdition);
        List<ParsedFile> parsed =
                ImportLoader.load(List.of(new ProtoFrontend()), List.of(linker), distinct, path, diagnostics);
        return new Schema(linker.link(parsed, diagnostics), distinct);
    }

    /** The front ends, one line per language. */
    private static List<Frontend> frontends() {
        return List.of(new ProtoFrontend(), new ThriftFrontend());
    }

    /** The linkers, one line per language. */
    private static List<Linker> linkers(ImplicitIds implicitIds) {
        return List.of(new ProtoLinker(false), new ThriftLinker(implicitIds));
    }
}
