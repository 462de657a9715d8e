package dev.fastcodec.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.FieldPlan.When;
import dev.fastcodec.codegen.plan.LiteralPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;

/** What a field holds when nobody has set it, and how to see that somebody has. */
public final class Defaults {
    /** The shared empty array of beans that have bytes without presence. */
    static final String NO_BYTES = "NO_BYTES";

    private Defaults() {}

    /** The value of the Java field in a new object. Not for containers and structs. */
    static CodeBlock initial(FieldPlan field) {
        LiteralPlan initial = field.initial();
        if (initial != null && initial.isSimple()) {
            return Literals.stored(initial, field.value());
        } else if (field.value().is(ScalarType.BOOL)) {
            return CodeBlock.of("false");
        } else if (field.value().isPrimitive()) {
            return CodeBlock.of("0");
        }
        return field.when() == When.NOT_DEFAULT && !field.value().isContainer()
                ? CodeBlock.of(field.value().is(ScalarType.STRING) ? "\"\"" : NO_BYTES)
                : CodeBlock.of("null");
    }

    /** Whether {@link #initial} is something else than Java's own zero or null. */
    static boolean hasSimpleInitial(FieldPlan field) {
        return field.initial() != null && field.initial().isSimple() || isEmptyObject(field);
    }

    /** Whether absence is an empty string or array in place of null. */
    private static boolean isEmptyObject(FieldPlan field) {
        return field.when() == When.NOT_DEFAULT && field.value() instanceof ValuePlan.Scalar s && !s.isPrimitive();
    }

    /** The parameter {@code x}, or what stands for null. */
    static CodeBlock orEmpty(FieldPlan field, String x) {
        return isEmptyObject(field)
                ? CodeBlock.of("$N == null ? $L : $N", x, initial(field), x)
                : CodeBlock.of("$N", x);
    }

    /** Whether the field of {@code object} (a prefix such as {@code m.}) is to be written. */
    public static CodeBlock isPresent(String object, FieldPlan field) {
        CodeBlock x = CodeBlock.of("$L$N", object, field.variable());
        return switch (field.when()) {
            case ALWAYS -> CodeBlock.of("true");
            case BIT -> Bits.isSet(object, field);
            case NOT_NULL -> CodeBlock.of("$L != null", x);
            case NOT_EMPTY_OR_BIT -> CodeBlock.of("$L || $L != null && !$L.isEmpty()", Bits.isSet(object, field), x, x);
            case NOT_DEFAULT -> isNotDefault(field, x);
            case CASE -> throw new AssertionError(field);
        };
    }

    /** Whether the field of {@code object} is not to be written; not for fields that always are. */
    public static CodeBlock isAbsent(String object, FieldPlan field) {
        CodeBlock x = CodeBlock.of("$L$N", object, field.variable());
        return switch (field.when()) {
            case BIT -> Bits.isUnset(object, field);
            case NOT_NULL -> CodeBlock.of("$L == null", x);
            case NOT_EMPTY_OR_BIT ->
                CodeBlock.of("$L && ($L == null || $L.isEmpty())", Bits.isUnset(object, field), x, x);
            case ALWAYS, NOT_DEFAULT, CASE -> throw new AssertionError(field);
        };
    }

    private static CodeBlock isNotDefault(FieldPlan field, CodeBlock x) {
        if (field.value().isContainer()) {
            return CodeBlock.of("$L != null && !$L.isEmpty()", x, x);
        } else if (field.value() instanceof ValuePlan.Scalar s) {
            switch (s.type()) {
                case BOOL:
                    return x;
                case STRING:
                    return CodeBlock.of("!$L.isEmpty()", x);
                case BYTES:
                    return CodeBlock.of("$L.length != 0", x);
                // By bits: -0.0 is not the default.
                case FLOAT:
                    return CodeBlock.of("$T.floatToRawIntBits($L) != 0", Float.class, x);
                case DOUBLE:
                    return CodeBlock.of("$T.doubleToRawLongBits($L) != 0", Double.class, x);
                default:
                    break;
            }
        }
        return CodeBlock.of("$L != 0", x);
    }
}
