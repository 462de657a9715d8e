package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Reserved;
import dev.fastcodec.idl.schema.StructType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the fields of structs, unions and exceptions and, once defaults can be resolved, defines their types. */
final class ThriftStructs {
    private final ThriftFields fields;
    private final Diagnostics diagnostics;
    private final Map<StructType, List<ThriftMember>> members = new HashMap<>();
    private final Map<StructType, Set<String>> hidden = new HashMap<>();
    private final Set<StructType> incomplete = new HashSet<>();

    ThriftStructs(ThriftFields fields, Diagnostics diagnostics) {
        this.fields = fields;
        this.diagnostics = diagnostics;
    }

    /** Reads the fields of a struct without their defaults. */
    void read(ThriftSymbol symbol) {
        Decl.Struct decl = (Decl.Struct) symbol.decl();
        List<Decl.Field> decls = new ArrayList<>();
        for (Decl member : decl.body()) {
            decls.add((Decl.Field) member);
        }
        boolean union = decl.kind() == Decl.Struct.Kind.UNION;
        ThriftAnnotations.markUsed(symbol.file(), decl.annotations());
        ThriftFields.Owner owner = union ? ThriftFields.Owner.UNION : ThriftFields.Owner.STRUCT;
        List<ThriftMember> read =
                fields.read(symbol.file(), decls, owner, decl.name().text());
        members.put(type(symbol), read);
        if (read.size() < decls.size()) {
            Set<String> names = new HashSet<>();
            decls.forEach(d -> names.add(d.name().text()));
            hidden.put(type(symbol), names);
        }
        if (!symbol.file().parsed().complete()) {
            incomplete.add(type(symbol));
        }
        ThriftFile file = symbol.file();
        if (union && decls.isEmpty() && file.isRequested() && file.parsed().complete()) {
            diagnostics.report(Problem.THRIFT_UNION_EMPTY, decl.name().span(), decl.name());
        }
        if (union) {
            refuseSecondDefault(decl.name().text(), decls);
        }
    }

    private void refuseSecondDefault(String union, List<Decl.Field> decls) {
        Decl.Field first = null;
        for (Decl.Field decl : decls) {
            if (decl.defaultValue() != null && first != null) {
                diagnostics
                        .report(Problem.THRIFT_UNION_DEFAULTS, decl.name().span(), union)
                        .note(Problem.FIRST_SET_HERE, first.name().span());
            } else if (decl.defaultValue() != null) {
                first = decl;
            }
        }
    }

    /** The fields of a struct, as far as their types are known. */
    List<ThriftMember> members(StructType type) {
        return members.getOrDefault(type, List.of());
    }

    /** Whether a field of this name is there but its type is wrong, or the struct's file could not be read to its end. */
    boolean hasHiddenField(StructType type, String name) {
        return hidden.getOrDefault(type, Set.of()).contains(name) || incomplete.contains(type);
    }

    /** Defines a struct, its defaults resolved. */
    void define(ThriftSymbol symbol, ThriftValues values) {
        StructType type = type(symbol);
        List<Field> finished = new ArrayList<>();
        for (ThriftMember member : members(type)) {
            finished.add(values.field(member));
        }
        type.define(
                new StructType.Body(finished, List.of(), List.of(), List.of(), List.of(), List.of(), Reserved.NONE));
    }

    static StructType type(ThriftSymbol symbol) {
        return (StructType) Objects.requireNonNull(symbol.type);
    }
}
