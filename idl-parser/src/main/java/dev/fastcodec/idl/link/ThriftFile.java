package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.schema.FileInfo;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Thrift file while it is linked: its names, and the files that it includes by their base names. */
final class ThriftFile {
    private final ParsedFile parsed;
    private final FileInfo info;
    private final List<ThriftSymbol> symbols = new ArrayList<>();
    private final Map<String, ThriftSymbol> byName = new HashMap<>();
    private final Map<String, List<ThriftFile>> includes = new HashMap<>();
    private final Set<ThriftFile> used = new HashSet<>();

    ThriftFile(ParsedFile parsed, Map<String, String> namespaces) {
        this.parsed = parsed;
        this.info = new FileInfo(parsed.path(), FileInfo.Language.THRIFT, "", "", namespaces, options(parsed));
    }

    /** The option that fbthrift's {@code package} is. */
    private static Options options(ParsedFile parsed) {
        List<Options.Option> options = new ArrayList<>();
        for (Decl decl : parsed.ast().decls()) {
            if (decl instanceof Decl.Package name) {
                options.add(
                        new Options.Option("package", new Value.Text(name.name().text())));
            }
        }
        return options.isEmpty() ? Options.NONE : new Options(options);
    }

    ParsedFile parsed() {
        return parsed;
    }

    FileInfo info() {
        return info;
    }

    /** Whether to tell the user of things that are not wrong but unwise. */
    boolean isRequested() {
        return parsed.requested();
    }

    /** Every definition in order, also one whose name was taken. */
    List<ThriftSymbol> symbols() {
        return symbols;
    }

    /** The definitions by name, of two with one name the first. */
    Map<String, ThriftSymbol> byName() {
        return byName;
    }

    /** The included files by base name; two may share it. */
    Map<String, List<ThriftFile>> includes() {
        return includes;
    }

    /** Included files that something was looked up in. */
    Set<ThriftFile> used() {
        return used;
    }

    @Override
    public String toString() {
        return parsed.path();
    }
}
