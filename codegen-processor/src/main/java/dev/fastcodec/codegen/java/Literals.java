package dev.fastcodec.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.fastcodec.codegen.plan.LiteralPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Literal values as Java expressions. */
final class Literals {
    /** Longer bytes stand as Base64, which is shorter than one cast per byte. */
    private static final int MOST_BYTES_IN_PLAIN = 16;

    /** A string constant of a class file holds 65,535 bytes, and a character takes up to 3. */
    private static final int MOST_CHARACTERS = 16_000;

    private Literals() {}

    /** An expression of the value's general type; an enum as its constant. */
    static CodeBlock general(LiteralPlan literal, ValuePlan type) {
        if (literal instanceof LiteralPlan.Constant c && type instanceof ValuePlan.Enumeration e) {
            return CodeBlock.of("$T.$N", JavaTypes.of(e.name()), c.name());
        } else if (literal instanceof LiteralPlan.Int i && type instanceof ValuePlan.Enumeration e) {
            return CodeBlock.of("$T.forNumber($L)", JavaTypes.of(e.name()), i.value());
        } else if (literal instanceof LiteralPlan.ListOf list) {
            return collection(list, type);
        } else if (literal instanceof LiteralPlan.MapOf map && type instanceof ValuePlan.MapOf m) {
            return map(map, m);
        } else if (literal instanceof LiteralPlan.Struct s && type instanceof ValuePlan.Struct t) {
            CodeBlock.Builder code = CodeBlock.builder().add("new $T()", JavaTypes.of(t.name()));
            for (LiteralPlan.Setter setter : s.setters()) {
                code.add(".set$L($L)", setter.property(), general(setter.value(), setter.type()));
            }
            return code.build();
        }
        return stored(literal, type);
    }

    /** An expression for the Java field of a bean: an enum as its number. For simple literals. */
    static CodeBlock stored(LiteralPlan literal, ValuePlan type) {
        if (literal instanceof LiteralPlan.Bool b) {
            return CodeBlock.of("$L", b.value());
        } else if (literal instanceof LiteralPlan.Int i) {
            return integer(i.value(), type);
        } else if (literal instanceof LiteralPlan.Constant c) {
            return CodeBlock.of("$L", c.number());
        } else if (literal instanceof LiteralPlan.Real r) {
            return real(r.value(), type.is(ScalarType.FLOAT));
        } else if (literal instanceof LiteralPlan.Text t) {
            return type.is(ScalarType.UUID)
                    ? CodeBlock.of("$T.fromString($S)", UUID.class, t.value())
                    : string(t.value());
        } else if (literal instanceof LiteralPlan.Bytes b) {
            return bytes(b.value());
        }
        throw new AssertionError(literal);
    }

    private static CodeBlock integer(long value, ValuePlan type) {
        if (type instanceof ValuePlan.Scalar s) {
            switch (s.type()) {
                case BOOL:
                    return CodeBlock.of("$L", value != 0);
                case INT64, UINT64, SINT64, FIXED64, SFIXED64:
                    return value == Long.MIN_VALUE
                            ? CodeBlock.of("$T.MIN_VALUE", Long.class)
                            : CodeBlock.of("$LL", value);
                case INT8:
                    return CodeBlock.of("(byte) $L", value);
                case INT16:
                    return CodeBlock.of("(short) $L", value);
                case FLOAT, DOUBLE:
                    return real(value, s.type() == ScalarType.FLOAT);
                default:
                    break;
            }
        }
        return CodeBlock.of("$L", (int) value);
    }

    private static CodeBlock real(double value, boolean isFloat) {
        String type = isFloat ? "Float" : "Double";
        if (Double.isNaN(value)) {
            return CodeBlock.of("$T.NaN", ClassName.get("java.lang", type));
        } else if (isFloat ? Float.isInfinite((float) value) : Double.isInfinite(value)) {
            return CodeBlock.of(
                    "$T.$L", ClassName.get("java.lang", type), value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY");
        }
        return isFloat ? CodeBlock.of("$Lf", (float) value) : CodeBlock.of("$L", value);
    }

    /** A text; one that is too long for a constant of a class file is put together. */
    private static CodeBlock string(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return CodeBlock.of("$S", text);
        }
        List<CodeBlock> pieces = new ArrayList<>();
        for (int from = 0, to; from < text.length(); from = to) {
            to = Math.min(text.length(), from + MOST_CHARACTERS);
            to -= Character.isHighSurrogate(text.charAt(to - 1)) ? 1 : 0;
            pieces.add(CodeBlock.of("$S", text.substring(from, to)));
        }
        return CodeBlock.of("$T.join(\"\", $L)", String.class, CodeBlock.join(pieces, ",$W"));
    }

    private static CodeBlock bytes(byte[] value) {
        if (value.length > MOST_BYTES_IN_PLAIN) {
            return CodeBlock.of(
                    "$T.getDecoder().decode($L)",
                    Base64.class,
                    string(Base64.getEncoder().encodeToString(value)));
        }
        List<CodeBlock> parts = new ArrayList<>();
        for (byte b : value) {
            parts.add(CodeBlock.of("$L", b));
        }
        return CodeBlock.of("new byte[] {$L}", CodeBlock.join(parts, ", "));
    }

    private static CodeBlock collection(LiteralPlan.ListOf list, ValuePlan type) {
        boolean isSet = type instanceof ValuePlan.SetOf;
        ValuePlan element = type instanceof ValuePlan.SetOf set ? set.element() : ((ValuePlan.ListOf) type).element();
        List<CodeBlock> elements = new ArrayList<>();
        for (LiteralPlan item : list.elements()) {
            elements.add(isSet ? key(item, element) : general(item, element));
        }
        CodeBlock all = CodeBlock.join(elements, ",$W");
        return isSet
                ? CodeBlock.of("$T.setOf($L)", JavaTypes.runtime("Constants"), all)
                : CodeBlock.of("$T.of($L)", List.class, all);
    }

    private static CodeBlock map(LiteralPlan.MapOf map, ValuePlan.MapOf type) {
        List<CodeBlock> entries = new ArrayList<>();
        for (LiteralPlan.Entry entry : map.entries()) {
            entries.add(CodeBlock.of(
                    "$T.entry($L, $L)", Map.class, key(entry.key(), type.key()), general(entry.value(), type.value())));
        }
        return CodeBlock.of("$T.mapOf($L)", JavaTypes.runtime("Constants"), CodeBlock.join(entries, ",$W"));
    }

    /** As {@link #general}, for an element of a set or a key of a map. */
    static CodeBlock key(LiteralPlan literal, ValuePlan type) {
        CodeBlock code = general(literal, type);
        return type.is(ScalarType.BYTES) ? CodeBlock.of("$T.wrap($L)", ByteBuffer.class, code) : code;
    }
}
