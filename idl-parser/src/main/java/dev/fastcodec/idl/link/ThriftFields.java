package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads lists of fields: of structs, arguments and throws. Ids, names, types, requiredness; a field without a type is left out. */
final class ThriftFields {
    /** What a list of fields belongs to. */
    enum Owner {
        /** A struct or exception. */
        STRUCT,
        /** A union. */
        UNION,
        /** The arguments of a function. */
        ARGUMENTS,
        /** The exceptions of a function. */
        THROWS
    }

    private final ThriftTypes types;
    private final ThriftFieldIds ids;
    private final ThriftNames names;
    private final Diagnostics diagnostics;

    ThriftFields(ThriftTypes types, ThriftFieldIds ids, Diagnostics diagnostics) {
        this.types = types;
        this.ids = ids;
        this.names = new ThriftNames(diagnostics);
        this.diagnostics = diagnostics;
    }

    /**
     * Reads fields.
     *
     * @param ownerName name of the struct or function, for reports
     */
    List<ThriftMember> read(ThriftFile file, List<Decl.Field> decls, Owner owner, String ownerName) {
        List<Integer> numbers = ids.assign(decls, ownerName);
        Map<String, Span> byName = new HashMap<>();
        List<ThriftMember> members = new ArrayList<>();
        for (int i = 0; i < decls.size(); i++) {
            Decl.Field decl = decls.get(i);
            names.check(file, decl.name());
            ThriftAnnotations.markUsed(file, decl.options());
            Span first = byName.putIfAbsent(decl.name().text(), decl.name().span());
            if (first != null) {
                diagnostics
                        .report(Problem.THRIFT_FIELD_NAME_TWICE, decl.name().span(), decl.name(), ownerName)
                        .note(Problem.FIRST_USED_HERE, first);
            }
            Type type = types.resolve(file, decl.type());
            Field.Presence presence = presence(file, decl, owner);
            boolean exception = type instanceof StructType s && s.kind() == StructType.Kind.EXCEPTION;
            if (owner == Owner.THROWS && type != null && !exception) {
                diagnostics.report(Problem.THRIFT_THROWS_TYPE, decl.type().span(), ThriftText.of(type));
            }
            if (type != null) {
                members.add(new ThriftMember(decl, numbers.get(i), type, presence, file));
            }
        }
        return members;
    }

    private Field.Presence presence(ThriftFile file, Decl.Field decl, Owner owner) {
        Decl.Field.Label label = decl.label();
        boolean required = label == Decl.Field.Label.REQUIRED;
        boolean optional = label == Decl.Field.Label.OPTIONAL;
        if (required && (owner == Owner.UNION || owner == Owner.THROWS) && file.isRequested()) {
            Problem problem = owner == Owner.UNION ? Problem.THRIFT_UNION_REQUIRED : Problem.THRIFT_THROWS_REQUIRED;
            diagnostics.report(problem, decl.span(), decl.name());
        }
        if (optional && owner == Owner.ARGUMENTS && file.isRequested()) {
            diagnostics.report(Problem.THRIFT_ARGUMENT_OPTIONAL, decl.span(), decl.name());
        }
        return switch (owner) {
            case UNION, THROWS -> Field.Presence.EXPLICIT;
            case ARGUMENTS -> required ? Field.Presence.REQUIRED : Field.Presence.ALWAYS;
            case STRUCT ->
                required ? Field.Presence.REQUIRED : optional ? Field.Presence.EXPLICIT : Field.Presence.ALWAYS;
        };
    }
}
