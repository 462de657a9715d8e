package dev.fastcodec.golden.thrift;

import dev.fastcodec.golden.thrift.RandomSchema.FieldDecl;
import dev.fastcodec.golden.thrift.RandomSchema.StructDecl;
import dev.fastcodec.golden.thrift.Shape.Kind;
import dev.fastcodec.golden.thrift.Shape.Need;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** A schema as it was before: some fields are not there yet, and some are of another type or hold other elements. */
final class OlderSchema {
    private final SplittableRandom random;
    private final Set<Shape.Field> changed = new HashSet<>();

    private OlderSchema(SplittableRandom random) {
        this.random = random;
    }

    /** An older schema, and the fields that it does not know as the newer one does. */
    record Older(Corpus corpus, Set<Shape.Field> changed) {}

    /** Makes an older schema from a newer one. */
    static Older of(Corpus newer, SplittableRandom random) {
        OlderSchema older = new OlderSchema(random);
        return new Older(newer.with(older::declaration), older.changed);
    }

    private String declaration(StructDecl struct, FieldDecl field) {
        int what = random.nextInt(10);
        // a union must keep a member
        boolean first = struct.fields().get(0).equals(field);
        if (what < 3 && !(first && struct.struct().kind() == Kind.UNION)) {
            changed.add(field.field());
            return "";
        } else if (what < 5) {
            changed.add(field.field());
            String need = struct.struct().kind() == Kind.UNION ? "" : Need.OPTIONAL.text;
            return need + otherType(field.field().shape()) + " " + field.field().name();
        }
        // A default that is a struct may name fields that the older schema does not have.
        return field.field().initial() instanceof StructValue
                ? IdlText.declaration(new FieldDecl(field.field(), field.type(), null))
                : IdlText.declaration(field);
    }

    /** Another type of field, or the same container of other elements. */
    private String otherType(Shape shape) {
        if (random.nextInt(4) > 0) {
            if (shape instanceof Shape.ListOf list) {
                return "list<" + otherElement(list.element()) + ">";
            } else if (shape instanceof Shape.SetOf set) {
                return "set<" + otherElement(set.element()) + ">";
            } else if (shape instanceof Shape.MapOf map) {
                return random.nextBoolean()
                        ? "map<" + otherElement(map.key()) + ", string>"
                        : "map<string, " + otherElement(map.value()) + ">";
            }
        }
        return otherElement(shape);
    }

    private static String otherElement(Shape shape) {
        return switch (shape.code()) {
            case 2 -> "i8";
            case 3 -> "bool";
            case 8 -> "i64";
            case 10 -> "i32";
            case 11 -> "uuid";
            case 12 -> "map<i32, string>";
            case 15 -> "set<i32>";
            default -> "string";
        };
    }
}
