package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.diag.Suggestion;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up as protoc does: the first part of a name in the innermost scope that has it, the rest inside what was found,
 * and only in files that are visible. A leading dot starts at the root.
 */
final class ProtoScopes {
    /** Looking for near names costs time in proportion to all names: only the first reports get it. */
    private static final int SUGGESTIONS = 100;

    private static final List<String> SCALARS = List.copyOf(ProtoTypes.SCALARS.keySet());

    private final ProtoSymbol root;
    private final Diagnostics diagnostics;
    private final Map<ProtoFile, Map<String, TreeSet<String>>> visibleTypes = new HashMap<>();
    private int suggested;

    ProtoScopes(ProtoSymbol root, Diagnostics diagnostics) {
        this.root = root;
        this.diagnostics = diagnostics;
    }

    /** Why a lookup failed. */
    private static final class Reason {
        /** A declaration of that name in a file that is not imported. */
        @Nullable
        ProtoSymbol hidden;
        /** What the name was taken for because its first part was found in an inner scope. */
        @Nullable
        String resolved;
    }

    /**
     * The declaration that a name stands for, or null; marks its file as used.
     *
     * @param scope the innermost scope
     * @param typesOnly whether anything but a message or enum is passed over
     */
    @Nullable
    ProtoSymbol find(String name, ProtoSymbol scope, ProtoFile from, boolean typesOnly) {
        return find(name, scope, from, typesOnly, null);
    }

    /** Marks the file of an option's extension as used, when it is found. */
    void use(ProtoFile.OptionUse use, ProtoFile from) {
        find(use.name().text(), use.scope(), from, false);
    }

    private @Nullable ProtoSymbol find(
            String name, ProtoSymbol scope, ProtoFile from, boolean typesOnly, @Nullable Reason reason) {
        if (name.startsWith(".")) {
            return visible(inside(root, name, 1), from, reason);
        }
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        for (ProtoSymbol s = scope; s != null; s = s.parent()) {
            if (s == root && dot >= 0) {
                return visible(inside(root, name, 0), from, reason);
            }
            ProtoSymbol found = visible(s.member(first), from, reason);
            if (found == null) {
                continue;
            }
            if (dot < 0) {
                if (!typesOnly || found.isType() || s == root) {
                    return found;
                }
            } else if (found.isAggregate()) {
                ProtoSymbol whole = visible(inside(found, name, dot + 1), from, reason);
                if (whole == null && reason != null) {
                    reason.resolved = found.fullName() + name.substring(dot);
                }
                return whole;
            }
        }
        return null;
    }

    private static @Nullable ProtoSymbol inside(ProtoSymbol start, String name, int from) {
        ProtoSymbol at = start;
        int begin = from;
        while (at != null && begin <= name.length()) {
            int end = name.indexOf('.', begin);
            end = end < 0 ? name.length() : end;
            at = at.member(name.substring(begin, end));
            begin = end + 1;
        }
        return at;
    }

    private static @Nullable ProtoSymbol visible(
            @Nullable ProtoSymbol symbol, ProtoFile from, @Nullable Reason reason) {
        if (symbol == null) {
            return null;
        }
        if (symbol.kind() == ProtoSymbol.Kind.PACKAGE) {
            return from.visiblePackages().contains(symbol) ? symbol : null;
        }
        ProtoFile file = symbol.file();
        if (file == null || file == from || from.visible().contains(file)) {
            if (file != null && file != from) {
                from.used().add(file);
            }
            return symbol;
        }
        if (symbol.kind() == ProtoSymbol.Kind.EXTENSION
                && from.visibleToOptions().contains(file)) {
            from.used().add(file);
            return symbol;
        }
        if (reason != null && reason.hidden == null) {
            reason.hidden = symbol;
        }
        return null;
    }

    /** Whether a file may use a type that it found; reported when the type is local to another file. */
    boolean isUsable(ProtoSymbol found, Name name, ProtoFile from) {
        if (found.exported() || found.file() == from || found.file() == null) {
            return true;
        }
        diagnostics.report(
                Problem.NAME_LOCAL, name.span(), found.fullName(), found.file().path());
        return false;
    }

    /**
     * Reports a name that was not found, with what may be wrong; nothing when the file or one of its imports is incomplete.
     *
     * @param scalars whether a scalar type may stand there
     */
    void reportUndefined(Name name, ProtoSymbol scope, ProtoFile from, boolean scalars) {
        if (!from.complete()) {
            return;
        }
        String text = name.text();
        Reason reason = new Reason();
        find(text, scope, from, true, reason);
        Span at = name.span();
        if (reason.hidden != null && reason.hidden.file() != null) {
            String path = reason.hidden.file().path();
            diagnostics
                    .report(Problem.NAME_NOT_IMPORTED, at, reason.hidden.fullName(), path)
                    .help(Problem.IMPORT_IT, path);
            return;
        }
        ProtoSymbol outer = reason.resolved == null ? null : anywhere(text, scope);
        if (reason.resolved != null && outer != null) {
            diagnostics
                    .report(Problem.NAME_TRAP, at, text, reason.resolved)
                    .help(Problem.START_AT_ROOT, outer.fullName());
            return;
        }
        Diagnostic report = diagnostics.report(Problem.NAME_UNDEFINED, at, text);
        String wellKnown = WellKnownNames.file(text.startsWith(".") ? text.substring(1) : text);
        if (wellKnown != null) {
            report.help(Problem.IMPORT_IT, wellKnown);
        } else if (suggested++ < SUGGESTIONS) {
            suggest(report, text, scope, from, scalars);
        }
    }

    /** What a name would stand for if the scopes around that lack the whole of it were passed over. */
    private static @Nullable ProtoSymbol anywhere(String text, ProtoSymbol scope) {
        for (ProtoSymbol s = scope; s != null; s = s.parent()) {
            ProtoSymbol found = inside(s, text, 0);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void suggest(Diagnostic report, String text, ProtoSymbol scope, ProtoFile from, boolean scalars) {
        String simple = text.substring(text.lastIndexOf('.') + 1);
        Map<String, TreeSet<String>> bySimpleName = visibleTypes.computeIfAbsent(from, ProtoScopes::visibleTypes);
        List<String> names = new ArrayList<>(bySimpleName.keySet());
        if (scalars) {
            names.addAll(SCALARS);
        }
        String nearest = Suggestion.nearest(simple, names);
        if (nearest == null) {
            return;
        }
        if (scalars && SCALARS.contains(nearest)) {
            report.help(Problem.DID_YOU_MEAN, nearest);
            return;
        }
        String full = bySimpleName.getOrDefault(nearest, new TreeSet<>()).first();
        ProtoSymbol meant = inside(root, full, 0);
        boolean simpleFinds = find(nearest, scope, from, true) == meant;
        report.help(Problem.DID_YOU_MEAN, simpleFinds ? nearest : full);
    }

    private static Map<String, TreeSet<String>> visibleTypes(ProtoFile from) {
        Map<String, TreeSet<String>> bySimpleName = new HashMap<>();
        for (ProtoFile file : from.visible()) {
            file.messages().forEach(m -> collect(m, bySimpleName));
            file.enums().forEach(e -> collect(e.symbol(), bySimpleName));
        }
        return bySimpleName;
    }

    private static void collect(ProtoMessage message, Map<String, TreeSet<String>> bySimpleName) {
        collect(message.symbol(), bySimpleName);
        message.messages().forEach(m -> collect(m, bySimpleName));
        message.enums().forEach(e -> collect(e.symbol(), bySimpleName));
    }

    private static void collect(ProtoSymbol symbol, Map<String, TreeSet<String>> bySimpleName) {
        bySimpleName.computeIfAbsent(symbol.name(), n -> new TreeSet<>()).add(symbol.fullName());
    }
}
