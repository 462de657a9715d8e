package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Options.Setting;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the options of one declaration have set so far: a field that is not repeated can be set once. */
final class ProtoOptionsSet {
    private final Node root = new Node();

    /** A message; its fields that are set. */
    private static final class Node {
        private final Map<Field, Node> fields = new HashMap<>();
        private Decl.@Nullable Option first;
    }

    /** Adds what a statement sets; false, and reported, when it is set already. */
    boolean add(Setting setting, Decl.Option statement, Diagnostics diagnostics) {
        Node at = root;
        int last = setting.path().size() - 1;
        for (int i = 0; i <= last; i++) {
            Field field = setting.path().get(i);
            Node next = at.fields.get(field);
            if (next != null && i == last && !isRepeated(field)) {
                Diagnostic report = diagnostics.report(
                        Problem.OPTION_TWICE, ProtoOptions.namePlace(statement), statement.nameText());
                if (next.first != null) {
                    report.note(Problem.FIRST_SET_HERE, ProtoOptions.namePlace(next.first));
                }
                return false;
            }
            if (next == null) {
                next = new Node();
                next.first = statement;
                at.fields.put(field, next);
            }
            at = next;
        }
        enter(setting.value(), at, statement);
        return true;
    }

    /** Reports messages that lack a required field. */
    void checkRequired(Diagnostics diagnostics) {
        for (Map.Entry<Field, Node> entry : root.fields.entrySet()) {
            checkRequired(entry.getKey(), entry.getValue(), diagnostics);
        }
    }

    private static void checkRequired(Field field, Node node, Diagnostics diagnostics) {
        if (field.type() instanceof StructType type && node.first != null) {
            for (Field part : type.fields()) {
                if (part.presence() == Field.Presence.REQUIRED && !node.fields.containsKey(part)) {
                    diagnostics.report(
                            Problem.OPTION_REQUIRED, ProtoOptions.namePlace(node.first), type.fullName(), part.name());
                }
            }
            for (Map.Entry<Field, Node> entry : node.fields.entrySet()) {
                checkRequired(entry.getKey(), entry.getValue(), diagnostics);
            }
        }
    }

    private static boolean isRepeated(Field field) {
        return field.type() instanceof Type.ListOf || field.type() instanceof Type.MapOf;
    }

    /** A zero that a field without presence does not write leaves the field unset. */
    private static void enter(Value value, Node into, Decl.Option statement) {
        if (value instanceof Value.Struct struct) {
            for (Value.FieldValue part : struct.fields()) {
                if (part.field().presence() != Field.Presence.IMPLICIT
                        || isRepeated(part.field())
                        || !isZero(part.value())) {
                    Node node = new Node();
                    node.first = statement;
                    into.fields.put(part.field(), node);
                    enter(part.value(), node, statement);
                }
            }
        }
    }

    private static boolean isZero(Value value) {
        return value instanceof Value.Int i && i.value() == 0
                || value instanceof Value.Bool b && !b.value()
                || value instanceof Value.Float f && Double.doubleToRawLongBits(f.value()) == 0
                || value instanceof Value.Text t && t.value().isEmpty()
                || value instanceof Value.Bytes y && y.value().length == 0
                || value instanceof Value.EnumValue e && e.value().number() == 0;
    }
}
