package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Type;
import java.util.Locale;

/** Names types and values as Thrift's users know them. */
final class ThriftText {
    private static final int LEVELS = 2;

    private ThriftText() {}

    /** A type as it is written; what is nested deeply is left out. */
    static String of(Type type) {
        return of(type, LEVELS);
    }

    private static String of(Type type, int levels) {
        if (type instanceof ScalarType scalar) {
            return switch (scalar) {
                case INT8 -> "i8";
                case INT16 -> "i16";
                case INT32 -> "i32";
                case INT64 -> "i64";
                case BYTES -> "binary";
                default -> type.toString().toLowerCase(Locale.ROOT);
            };
        } else if (levels == 0 && ThriftTypes.isContainer(type)) {
            return "…";
        } else if (type instanceof Type.ListOf list) {
            return "list<" + of(list.element(), levels - 1) + ">";
        } else if (type instanceof Type.SetOf set) {
            return "set<" + of(set.element(), levels - 1) + ">";
        } else if (type instanceof Type.MapOf map) {
            return "map<" + of(map.key(), levels - 1) + ", " + of(map.value(), levels - 1) + ">";
        }
        return type.toString();
    }

    /** What kind of value a literal is, with its article. */
    static String of(Literal literal) {
        if (literal instanceof Literal.Int) {
            return "an integer";
        } else if (literal instanceof Literal.Float) {
            return "a double";
        } else if (literal instanceof Literal.Text) {
            return "a string";
        } else if (literal instanceof Literal.ListOf) {
            return "a list";
        } else if (literal instanceof Literal.Ident ident) {
            return ident.name().text();
        }
        return "a map";
    }
}
