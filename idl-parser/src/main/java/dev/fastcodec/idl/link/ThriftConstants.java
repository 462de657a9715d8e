package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what a name in a value stands for: a constant, or a value of an enum. */
final class ThriftConstants {
    private final ThriftScopes scopes;
    private final ThriftSuggestions suggestions;
    private final Diagnostics diagnostics;
    private final Map<EnumType, Members> members = new HashMap<>();

    ThriftConstants(ThriftScopes scopes, ThriftSuggestions suggestions, Diagnostics diagnostics) {
        this.scopes = scopes;
        this.suggestions = suggestions;
        this.diagnostics = diagnostics;
    }

    /** What a name stands for. */
    sealed interface Meaning {}

    /** A constant. */
    record Constant(ThriftSymbol symbol) implements Meaning {}

    /** A value of an enum. */
    record Member(EnumType type, EnumType.Value value) implements Meaning {}

    private record Members(Map<String, EnumType.Value> byName, Map<Integer, EnumType.Value> byNumber) {}

    /**
     * The meaning of {@code X}, {@code E.X}, {@code file.X} or {@code file.E.X}; null when it has none or more than one, which is
     * reported.
     *
     * @param wanted the type of the place
     */
    @Nullable
    Meaning find(ThriftFile file, Name name, Type wanted) {
        List<Meaning> found = new ArrayList<>();
        List<ThriftSymbol> symbols = new ArrayList<>();
        for (ThriftSymbol symbol : scopes.candidates(file, name.text())) {
            if (symbol.decl() instanceof Decl.Const) {
                found.add(new Constant(symbol));
                symbols.add(symbol);
            }
        }
        int dot = name.text().lastIndexOf('.');
        String last = name.text().substring(dot + 1);
        List<ThriftSymbol> enums = dot < 0 ? List.of() : enums(file, name.text().substring(0, dot));
        for (ThriftSymbol symbol : enums) {
            EnumType type = (EnumType) Objects.requireNonNull(symbol.type);
            EnumType.Value value = members(type).byName().get(last);
            if (value != null) {
                found.add(new Member(type, value));
                symbols.add(symbol);
            }
        }
        if (found.size() > 1) {
            scopes.reportAmbiguous(name, symbols);
            return null;
        }
        return found.isEmpty() ? guess(file, name, last, enums, wanted) : found.get(0);
    }

    /** For a value of an enum Apache's compiler looks at the last part of a dotted name only: so do we, with a warning. */
    private @Nullable Meaning guess(ThriftFile file, Name name, String last, List<ThriftSymbol> enums, Type wanted) {
        boolean dotted = last.length() < name.text().length();
        EnumType.Value member =
                wanted instanceof EnumType type ? members(type).byName().get(last) : null;
        if (member != null && wanted instanceof EnumType type) {
            String right = qualified(file, type) + "." + last;
            if (!dotted) {
                diagnostics.report(Problem.NAME_UNDEFINED, name.span(), name).help(Problem.DID_YOU_MEAN, right);
                return null;
            }
            scopes.markUsed(file, name);
            if (file.isRequested()) {
                diagnostics.report(Problem.THRIFT_ENUM_LOOSE, name.span(), name, right);
            }
            return new Member(type, member);
        }
        if (enums.isEmpty()) {
            scopes.reportUndefined(file, name, s -> s.decl() instanceof Decl.Const);
        } else {
            reportNoMember(enums.get(0), name, last);
        }
        return null;
    }

    private List<ThriftSymbol> enums(ThriftFile file, String name) {
        return scopes.candidates(file, name).stream()
                .filter(s -> s.isType() && s.type instanceof EnumType)
                .toList();
    }

    private void reportNoMember(ThriftSymbol symbol, Name name, String last) {
        EnumType type = (EnumType) Objects.requireNonNull(symbol.type);
        if (symbol.file().parsed().complete()) {
            suggestions.help(
                    diagnostics.report(Problem.DEFAULT_NO_ENUM_VALUE, name.span(), type, last),
                    last,
                    members(type).byName().keySet());
        }
    }

    /** An enum's name as a file writes it. */
    private static String qualified(ThriftFile file, EnumType type) {
        return type.file().equals(file.info()) ? type.name() : type.file().baseName() + "." + type.name();
    }

    /** The value of an enum with this number, or null. */
    EnumType.@Nullable Value member(EnumType type, int number) {
        return members(type).byNumber().get(number);
    }

    private Members members(EnumType type) {
        return members.computeIfAbsent(type, t -> {
            Map<String, EnumType.Value> byName = new HashMap<>();
            Map<Integer, EnumType.Value> byNumber = new HashMap<>();
            for (EnumType.Value value : t.values()) {
                byName.putIfAbsent(value.name(), value);
                byNumber.putIfAbsent(value.number(), value);
            }
            return new Members(byName, byNumber);
        });
    }
}
