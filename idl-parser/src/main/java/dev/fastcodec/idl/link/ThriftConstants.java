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

    /**
     * What a name stands for.
     *
     * @param symbol the constant or enum
     * @param member the value of the enum, null for a constant
     */
    record Meaning(ThriftSymbol symbol, EnumType.@Nullable Value member) {}

    private record Members(Map<String, EnumType.Value> byName, Map<Integer, EnumType.Value> byNumber) {}

    /** The meaning of {@code X}, {@code E.X}, {@code file.X} or {@code file.E.X}; null when it has none or more than one, which is reported. */
    @Nullable
    Meaning find(ThriftFile file, Name name, Type wanted) {
        List<Meaning> found = new ArrayList<>();
        for (ThriftSymbol symbol : scopes.candidates(file, name.text())) {
            if (symbol.decl() instanceof Decl.Const) {
                found.add(new Meaning(symbol, null));
            }
        }
        int dot = name.text().lastIndexOf('.');
        List<ThriftSymbol> enums = dot < 0 ? List.of() : enums(file, name.text().substring(0, dot));
        for (ThriftSymbol symbol : enums) {
            EnumType.Value value =
                    members((EnumType) type(symbol)).byName().get(name.text().substring(dot + 1));
            if (value != null) {
                found.add(new Meaning(symbol, value));
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.size() > 1) {
            scopes.reportAmbiguous(name, found.stream().map(Meaning::symbol).toList());
        } else if (!enums.isEmpty()) {
            reportNoMember(
                    (EnumType) type(enums.get(0)), name, dot, enums.get(0).file());
        } else if (wanted instanceof EnumType anEnum && members(anEnum).byName().containsKey(name.text())) {
            diagnostics
                    .report(Problem.NAME_UNDEFINED, name.span(), name)
                    .help(Problem.DID_YOU_MEAN, qualified(file, anEnum) + "." + name);
        } else {
            scopes.reportUndefined(file, name, s -> s.decl() instanceof Decl.Const);
        }
        return null;
    }

    private List<ThriftSymbol> enums(ThriftFile file, String name) {
        return scopes.candidates(file, name).stream()
                .filter(s -> s.isType() && s.type instanceof EnumType)
                .toList();
    }

    private static Type type(ThriftSymbol symbol) {
        return Objects.requireNonNull(symbol.type);
    }

    private void reportNoMember(EnumType type, Name name, int dot, ThriftFile home) {
        if (home.parsed().complete()) {
            String member = name.text().substring(dot + 1);
            suggestions.help(
                    diagnostics.report(Problem.DEFAULT_NO_ENUM_VALUE, name.span(), type, member),
                    member,
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
