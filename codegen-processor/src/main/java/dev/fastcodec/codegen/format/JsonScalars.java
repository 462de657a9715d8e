package dev.fastcodec.codegen.format;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;

/** Values that are no struct or container, written and read in one dialect of JSON, also as keys and as the elements of lists. */
final class JsonScalars {
    private final JsonDialect dialect;

    JsonScalars(JsonDialect dialect) {
        this.dialect = dialect;
    }

    /** Bytes at the most of a value, 0 when it has no bound. A bound value is written where there is room. */
    int most(ValuePlan value) {
        if (value instanceof ValuePlan.Enumeration) {
            return dialect.enumNames() ? 0 : 11;
        }
        return value instanceof ValuePlan.Scalar s ? most(s.type()) : 0;
    }

    private static int most(ScalarType type) {
        return switch (type) {
            case BOOL -> 5;
            case INT8 -> 4;
            case INT16 -> 6;
            case INT32 -> 11;
            case INT64 -> 20;
            case DOUBLE -> 25;
            case UUID -> 38;
            default -> 0;
        };
    }

    /** Bytes at the most of a value that is a key, 0 when it has no bound. */
    int mostOfKey(ValuePlan value) {
        int most = most(value);
        return most == 0 ? 0 : most + 2;
    }

    /** Writes a value. */
    CodeBlock write(ValuePlan value, CodeBlock x) {
        return write(value, x, writeMethod(value));
    }

    /** Writes a value as the key of an object. */
    CodeBlock writeKey(ValuePlan value, CodeBlock x) {
        // what is text anyway is a key as it is
        boolean text = value.is(ScalarType.STRING) || value.is(ScalarType.BYTES) || value.is(ScalarType.UUID);
        return write(value, x, writeMethod(value) + (text ? "" : "Key"));
    }

    private CodeBlock write(ValuePlan value, CodeBlock x, String method) {
        if (most(value) > 0) {
            return CodeBlock.of("p = $T.$L(b, p, $L);\n", JsonDialect.WRITER, method, x);
        } else if (value instanceof ValuePlan.Enumeration e) {
            return CodeBlock.of("p = w.$L(b, p, $L, $L);\nb = w.b;\n", method, schema(e), x);
        }
        return CodeBlock.of("p = w.$L(b, p, $L);\nb = w.b;\n", method, x);
    }

    private String writeMethod(ValuePlan value) {
        if (value.is(ScalarType.INT8) || value.is(ScalarType.INT16)) {
            return "i32";
        }
        return value.is(ScalarType.BYTES) ? dialect.write() : readMethod(value);
    }

    private String readMethod(ValuePlan value) {
        if (dialect.isNamed(value)) {
            return "enumeration";
        } else if (value.is(ScalarType.BOOL)) {
            return dialect.bool();
        }
        return value.is(ScalarType.BYTES) ? dialect.read() : ThriftTypes.method(value);
    }

    /** Reads a value; {@link #result} is then what was read. */
    CodeBlock read(ValuePlan value) {
        return read(value, readMethod(value));
    }

    /** Reads a key and goes to the value of its entry. */
    CodeBlock readKey(ValuePlan value) {
        return read(value, readMethod(value) + "Key");
    }

    private CodeBlock read(ValuePlan value, String method) {
        return CodeBlock.of("p = r.$L(b, p$L);\n", method, names(value));
    }

    /** The argument for an enum's names, with the comma in front, or nothing. */
    private CodeBlock names(ValuePlan value) {
        return dialect.isNamed(value) ? CodeBlock.of(", $L", schema((ValuePlan.Enumeration) value)) : CodeBlock.of("");
    }

    private static CodeBlock schema(ValuePlan.Enumeration value) {
        return CodeBlock.of("$T.$N", JavaTypes.of(value.name()), value.schema());
    }

    /** The value read last, of its stored type. */
    static CodeBlock result(ValuePlan value) {
        if (value instanceof ValuePlan.Enumeration) {
            return CodeBlock.of("r.n");
        }
        return switch (((ValuePlan.Scalar) value).type()) {
            case BOOL -> CodeBlock.of("r.yes");
            case INT8 -> CodeBlock.of("(byte) r.n");
            case INT16 -> CodeBlock.of("(short) r.n");
            case INT64 -> CodeBlock.of("r.v");
            case DOUBLE -> CodeBlock.of("r.d");
            case STRING -> CodeBlock.of("r.s");
            case BYTES -> CodeBlock.of("r.bytes");
            case UUID -> CodeBlock.of("r.uuid");
            default -> CodeBlock.of("r.n");
        };
    }

    /** Whether the value is a list that one call of the runtime writes or reads. */
    static boolean isBulk(ValuePlan value) {
        return value instanceof ValuePlan.ListOf list
                && !ThriftTypes.bulk(list.element()).isEmpty();
    }

    /** Writes the elements of such a list, each with a comma in front. */
    CodeBlock writeBulk(ValuePlan element, CodeBlock x) {
        TypeName own = JavaTypes.container(new ValuePlan.ListOf(element));
        CodeBlock list = element instanceof ValuePlan.Enumeration
                ? CodeBlock.of("$T.numbersOf($L)", JavaTypes.runtime("EnumList"), x)
                : CodeBlock.of("$T.from($L)", own, x);
        return CodeBlock.of("p = w.$L(p$L, $L);\nb = w.b;\n", bulk(element, dialect.write()), names(element), list);
    }

    /** The call that reads the elements of such a list. */
    CodeBlock readBulk(ValuePlan element, String into) {
        String numbers = element instanceof ValuePlan.Enumeration ? ".numbers()" : "";
        return CodeBlock.of("r.$L(b, p$L, $L$L)", bulk(element, dialect.read()), names(element), into, numbers);
    }

    private String bulk(ValuePlan element, String bytes) {
        if (dialect.isNamed(element)) {
            return "enumerations";
        } else if (element.is(ScalarType.BOOL)) {
            return dialect.bool() + "s";
        } else if (element.is(ScalarType.BYTES)) {
            return bytes.equals("bytes") ? "binaries" : bytes + "s";
        }
        return ThriftTypes.bulk(element);
    }
}
