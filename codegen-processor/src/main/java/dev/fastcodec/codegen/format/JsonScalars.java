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
        if (value instanceof ValuePlan.Enumeration e) {
            return dialect.enumNames() && !isNull(e) ? 0 : 11;
        }
        return value instanceof ValuePlan.Scalar s ? most(s.type()) : 0;
    }

    private int most(ScalarType type) {
        return switch (type) {
            case BOOL -> 5;
            case INT8 -> 4;
            case INT16 -> 6;
            case INT32, SINT32, SFIXED32, UINT32, FIXED32 -> 11;
            case INT64, SINT64, SFIXED64, UINT64, FIXED64 -> dialect.wide().isEmpty() ? 20 : 22;
            case FLOAT -> 16;
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
        boolean text = value.is(ScalarType.STRING)
                || value.is(ScalarType.BYTES)
                || value.is(ScalarType.UUID)
                || isWide(value) && !dialect.wide().isEmpty();
        return write(value, x, writeMethod(value) + (text ? "" : "Key"));
    }

    private CodeBlock write(ValuePlan value, CodeBlock x, String method) {
        if (most(value) > 0) {
            return CodeBlock.of("p = $T.$L(b, p, $L);\n", dialect.writer(), method, x);
        } else if (value instanceof ValuePlan.Enumeration e) {
            return CodeBlock.of("p = w.$L(b, p, $L, $L);\nb = w.b;\n", method, schema(e), x);
        }
        return CodeBlock.of("p = w.$L(b, p, $L);\nb = w.b;\n", method, x);
    }

    private String writeMethod(ValuePlan value) {
        if (value.is(ScalarType.INT8) || value.is(ScalarType.INT16)) {
            return "i32";
        }
        if (value instanceof ValuePlan.Enumeration e) {
            return dialect.isNamed(value) && !isNull(e) ? "enumeration" : readMethod(value);
        }
        return value.is(ScalarType.BYTES) ? dialect.write() : readMethod(value) + (isWide(value) ? dialect.wide() : "");
    }

    private String readMethod(ValuePlan value) {
        if (value instanceof ValuePlan.Enumeration e) {
            return !dialect.enumNames()
                    ? "i32"
                    : isNull(e) ? "nullValue" : dialect.mapped() ? "enumValue" : "enumeration";
        }
        return switch (((ValuePlan.Scalar) value).type()) {
            case BOOL -> dialect.bool();
            case INT8 -> "i8";
            case INT16 -> "i16";
            case INT32, SINT32, SFIXED32 -> "i32";
            case UINT32, FIXED32 -> "u32";
            case INT64, SINT64, SFIXED64 -> "i64";
            case UINT64, FIXED64 -> "u64";
            case FLOAT -> "float32";
            case DOUBLE -> "float64";
            case STRING -> "string";
            case BYTES -> dialect.read();
            case UUID -> "uuid";
        };
    }

    /** Whether the enum is null in this dialect. */
    private boolean isNull(ValuePlan.Enumeration value) {
        return dialect.mapped() && value.isNull();
    }

    private static boolean isWide(ValuePlan value) {
        return value instanceof ValuePlan.Scalar s
                && switch (s.type()) {
                    case INT64, SINT64, SFIXED64, UINT64, FIXED64 -> true;
                    default -> false;
                };
    }

    /** What must be asked behind the reading of a value that may be passed over, or nothing. */
    CodeBlock ifKnown(ValuePlan value) {
        return CodeBlock.of(dialect.mapped() && value instanceof ValuePlan.Enumeration ? "if (r.isKnown) " : "");
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
            case INT64, SINT64, SFIXED64, UINT64, FIXED64 -> CodeBlock.of("r.v");
            case FLOAT -> CodeBlock.of("r.f");
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
                && !(list.element() instanceof ValuePlan.Struct)
                && !list.element().isContainer()
                && !list.element().is(ScalarType.UUID);
    }

    /** Writes the elements of such a list, each with a comma in front. */
    CodeBlock writeBulk(ValuePlan element, CodeBlock x) {
        TypeName own = JavaTypes.container(new ValuePlan.ListOf(element));
        CodeBlock list = element instanceof ValuePlan.Enumeration
                ? CodeBlock.of("$T.numbersOf($L)", JavaTypes.runtime("EnumList"), x)
                : CodeBlock.of("$T.from($L)", own, x);
        CodeBlock names = most(element) > 0 ? CodeBlock.of("") : names(element);
        return CodeBlock.of("p = w.$L(p$L, $L);\nb = w.b;\n", bulk(element, writeMethodOfList(element)), names, list);
    }

    /** The call that reads the elements of such a list. */
    CodeBlock readBulk(ValuePlan element, String into) {
        String numbers = element instanceof ValuePlan.Enumeration ? ".numbers()" : "";
        return CodeBlock.of("r.$L(b, p$L, $L$L)", bulk(element, readMethod(element)), names(element), into, numbers);
    }

    /** Lists of small numbers are of classes of their own. */
    private String writeMethodOfList(ValuePlan element) {
        return element.is(ScalarType.INT8) || element.is(ScalarType.INT16) ? readMethod(element) : writeMethod(element);
    }

    private static String bulk(ValuePlan element, String method) {
        if (element instanceof ValuePlan.Scalar s) {
            switch (s.type()) {
                case FLOAT:
                    return "floats";
                case DOUBLE:
                    return "doubles";
                case BYTES:
                    return method.equals("bytes") ? "binaries" : method + "s";
                default:
                    break;
            }
        }
        return method + "s";
    }
}
