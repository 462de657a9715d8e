package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Enters the definitions of a file under their names and finds them again: {@code Name}, or {@code file.Name} of an include. */
final class ThriftScopes {
    private static final int LONGEST_SHOWN = 100;

    private final ThriftSuggestions suggestions;
    private final Diagnostics diagnostics;
    private final ThriftNames names;

    ThriftScopes(ThriftSuggestions suggestions, Diagnostics diagnostics) {
        this.suggestions = suggestions;
        this.diagnostics = diagnostics;
        this.names = new ThriftNames(diagnostics);
    }

    /** Enters what a file defines; structs are declared, to be defined later. */
    void enter(ThriftFile file) {
        for (Decl decl : file.parsed().ast().decls()) {
            Name name = name(decl);
            if (name == null) {
                continue;
            }
            names.check(file, name);
            ThriftSymbol symbol = new ThriftSymbol(name, decl, file);
            file.symbols().add(symbol);
            ThriftSymbol first = file.byName().putIfAbsent(name.text(), symbol);
            if (first != null) {
                diagnostics
                        .report(Problem.NAME_TAKEN, name.span(), name, first.label())
                        .note(Problem.FIRST_DECLARED_HERE, first.name().span());
            }
            if (decl instanceof Decl.Struct struct) {
                symbol.type = new StructType(
                        name.text(),
                        name.text(),
                        file.info(),
                        null,
                        kind(struct.kind()),
                        Visibility.UNSET,
                        ThriftAnnotations.options(struct.annotations()),
                        struct.comments(),
                        name.span());
            }
        }
    }

    private static @Nullable Name name(Decl decl) {
        if (decl instanceof Decl.Struct d) {
            return d.name();
        } else if (decl instanceof Decl.Enum d) {
            return d.name();
        } else if (decl instanceof Decl.Typedef d) {
            return d.name();
        } else if (decl instanceof Decl.Const d) {
            return d.name();
        } else if (decl instanceof Decl.Service d) {
            return d.name();
        }
        return null;
    }

    private static StructType.Kind kind(Decl.Struct.Kind kind) {
        return switch (kind) {
            case UNION -> StructType.Kind.UNION;
            case EXCEPTION -> StructType.Kind.EXCEPTION;
            case STRUCT -> StructType.Kind.STRUCT;
            case MESSAGE -> StructType.Kind.MESSAGE;
        };
    }

    /** The definitions that a name may stand for in a file; more than one when two includes have the same base name. */
    List<ThriftSymbol> candidates(ThriftFile file, String name) {
        ThriftSymbol own = file.byName().get(name);
        if (own != null) {
            return List.of(own);
        }
        List<ThriftSymbol> found = new ArrayList<>();
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            for (ThriftFile include : file.includes().getOrDefault(name.substring(0, dot), List.of())) {
                ThriftSymbol symbol = include.byName().get(name.substring(dot + 1));
                if (symbol != null) {
                    file.used().add(include);
                    found.add(symbol);
                }
            }
        }
        return found;
    }

    /**
     * The definition that a name stands for; reports when there is none or more than one.
     *
     * @param wanted what could stand here, for suggestions
     */
    @Nullable
    ThriftSymbol find(ThriftFile file, Name name, Predicate<ThriftSymbol> wanted) {
        List<ThriftSymbol> found = candidates(file, name.text());
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            reportUndefined(file, name, wanted);
        } else {
            reportAmbiguous(name, found);
        }
        return null;
    }

    /** Reports a name that is in no file; says nothing when a file that could have it was not read to its end. */
    void reportUndefined(ThriftFile file, Name name, Predicate<ThriftSymbol> wanted) {
        markUsed(file, name);
        if (!file.parsed().complete()) {
            return;
        }
        Diagnostic report = diagnostics.report(Problem.NAME_UNDEFINED, name.span(), shown(name.text()));
        if (!suggestions.isSpent()) {
            suggestions.help(report, name.text(), known(file, wanted));
        }
        int dot = name.text().indexOf('.');
        String prefix = dot < 0 ? "" : name.text().substring(0, dot);
        if (dot > 0 && !file.includes().containsKey(prefix) && !file.byName().containsKey(prefix)) {
            report.help(Problem.THRIFT_NOT_INCLUDED, shown(prefix));
        }
    }

    /** Counts the include that a name begins with as used, whatever is found in it. */
    void markUsed(ThriftFile file, Name name) {
        int dot = name.text().indexOf('.');
        if (dot > 0) {
            file.used().addAll(file.includes().getOrDefault(name.text().substring(0, dot), List.of()));
        }
    }

    private static Set<String> known(ThriftFile file, Predicate<ThriftSymbol> wanted) {
        Set<String> known = new TreeSet<>();
        file.byName().values().stream()
                .filter(wanted)
                .forEach(s -> known.add(s.name().text()));
        file.includes()
                .forEach((base, includes) -> includes.forEach(include -> include.byName().values().stream()
                        .filter(wanted)
                        .forEach(s -> known.add(base + "." + s.name().text()))));
        return known;
    }

    private static String shown(String name) {
        return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
    }

    /** Reports a name that is in more than one file. */
    void reportAmbiguous(Name name, List<ThriftSymbol> found) {
        Diagnostic report = diagnostics.report(Problem.THRIFT_NAME_AMBIGUOUS, name.span(), name);
        found.forEach(s -> report.note(Problem.THRIFT_DEFINED_HERE, s.name().span()));
    }
}
