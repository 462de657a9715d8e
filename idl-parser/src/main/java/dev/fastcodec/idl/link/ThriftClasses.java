package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Refuses definitions of two files that would be one Java class. */
final class ThriftClasses {
    private final Diagnostics diagnostics;

    ThriftClasses(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Checks files against each other; those of a file among themselves differ already. */
    void check(List<ThriftFile> files) {
        Map<String, ThriftSymbol> byClass = new HashMap<>();
        for (ThriftFile file : files) {
            String namespace = Objects.requireNonNullElse(file.info().namespace("java"), "");
            for (ThriftSymbol symbol : file.byName().values()) {
                if (symbol.decl() instanceof Decl.Const || symbol.decl() instanceof Decl.Typedef) {
                    continue;
                }
                String name = (namespace.isEmpty() ? "" : namespace + ".") + symbol;
                ThriftSymbol first = byClass.putIfAbsent(name, symbol);
                if (first != null && (file.isRequested() || first.file().isRequested())) {
                    diagnostics
                            .report(Problem.THRIFT_CLASS_TWICE, symbol.name().span(), name, first.file())
                            .note(Problem.FIRST_DECLARED_HERE, first.name().span())
                            .help(Problem.THRIFT_OTHER_NAMESPACE);
                }
            }
        }
    }
}
