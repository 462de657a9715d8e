package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enters names of one file into scopes and says who may see them. */
final class ProtoNames {
    /** Names are stored with two bytes for their length. */
    private static final int LONGEST = 65535;

    private final ProtoFile file;
    private final Diagnostics diagnostics;
    private final List<TopLevel> topLevel = new ArrayList<>();

    /** A name that stands in a package, and the enum when it is the name of its value. */
    private record TopLevel(ProtoSymbol symbol, Decl.@Nullable Enum anEnum) {}

    ProtoNames(ProtoFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /**
     * Enters a name; when it is taken, that is reported and the declaration goes on outside of its scope. Names of packages
     * wait for {@link #enterTopLevel}.
     */
    ProtoSymbol enter(ProtoSymbol.Kind kind, String name, Span at, ProtoSymbol scope, boolean exported) {
        ProtoSymbol symbol = ProtoSymbol.declared(kind, name, scope, file, at, exported);
        checkLength(symbol, at);
        enter(symbol, scope, null);
        return symbol;
    }

    private void enter(ProtoSymbol symbol, ProtoSymbol scope, Decl.@Nullable Enum anEnum) {
        if (scope == file.packageScope()) {
            topLevel.add(new TopLevel(symbol, anEnum));
        } else {
            add(symbol, scope, anEnum, diagnostics);
        }
    }

    /** Enters the names that stand in the file's package, for one thread: other files are in that package, too. */
    void enterTopLevel(Diagnostics shared) {
        for (TopLevel name : topLevel) {
            add(name.symbol(), file.packageScope(), name.anEnum(), shared);
        }
    }

    private void add(ProtoSymbol symbol, ProtoSymbol scope, Decl.@Nullable Enum anEnum, Diagnostics to) {
        ProtoSymbol taken = scope.add(symbol);
        if (taken != null) {
            Diagnostic report = reportTaken(symbol, taken, scope, to);
            if (anEnum != null && !isInside(taken.span(), anEnum.span())) {
                report.help(Problem.ENUM_SCOPE, anEnum.name());
            }
        }
    }

    /** The entry of a map has a field {@code value}, whose name is longer. */
    private void checkLength(ProtoSymbol symbol, Span at) {
        int inside = symbol.kind() == ProtoSymbol.Kind.MAP_ENTRY ? ".value".length() : 0;
        int scope = symbol.parent() == null ? 0 : symbol.parent().fullName().length();
        if (scope + (scope == 0 ? 0 : 1) + symbol.name().length() + inside > LONGEST) {
            diagnostics.report(Problem.NAME_TOO_LONG, at, LONGEST);
        }
    }

    private Diagnostic reportTaken(ProtoSymbol symbol, ProtoSymbol taken, ProtoSymbol scope, Diagnostics to) {
        Span at = symbol.span();
        Span before = taken.span();
        if (taken.file() != file) {
            file.setComplete(false);
        }
        Diagnostic report = scope.fullName().isEmpty()
                ? to.report(Problem.NAME_TAKEN, at, symbol.name(), taken.kind().label())
                : to.report(
                        Problem.NAME_TAKEN_IN,
                        at,
                        symbol.name(),
                        scope.fullName(),
                        taken.kind().label());
        if (before != null) {
            report.note(Problem.FIRST_DECLARED_HERE, before);
        }
        return report;
    }

    /** Enters a value of an enum: a sibling of the enum, not a member. */
    void enterEnumValue(Name name, ProtoSymbol scope, Decl.Enum anEnum) {
        ProtoSymbol symbol =
                ProtoSymbol.declared(ProtoSymbol.Kind.ENUM_VALUE, name.text(), scope, file, name.span(), true);
        checkLength(symbol, name.span());
        enter(symbol, scope, anEnum);
    }

    private static boolean isInside(@Nullable Span inner, Span outer) {
        return inner != null
                && inner.source() == outer.source()
                && inner.start() >= outer.start()
                && inner.end() <= outer.end();
    }

    /**
     * Whether other files may use a type.
     *
     * @param said what stands before it: export true, local false, null for nothing
     * @param decl the whole declaration
     */
    boolean exported(@Nullable Boolean said, @Nullable ProtoMessage parent, boolean isEnum, Span decl, Name name) {
        ProtoFeatures.Visibility byDefault = file.features().visibility();
        if (said != null) {
            if (!file.edition().isAtLeast(ProtoEdition.EDITION_2024)) {
                String word = said ? "export" : "local";
                Span at = new Span(decl.source(), decl.start(), decl.start() + word.length());
                diagnostics.report(Problem.VISIBILITY_TOO_EARLY, at, word);
            } else if (said
                    && parent != null
                    && byDefault == ProtoFeatures.Visibility.STRICT
                    && !(isEnum && parent.isNamespace())) {
                diagnostics.report(Problem.EXPORT_NESTED, name.span(), name);
            }
            return said;
        }
        return switch (byDefault) {
            case EXPORT_ALL -> true;
            case EXPORT_TOP_LEVEL -> parent == null;
            case LOCAL_ALL, STRICT -> false;
        };
    }
}
