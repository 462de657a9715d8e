package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import org.jspecify.annotations.Nullable;

/** Thrift's Compact protocol: zigzag varints; a header is mostly one byte, the step of the id and the type. */
final class CompactDialect implements ThriftDialect {
    private static final ClassName WRITER = ClassName.get("dev.fastcodec.thrift", "CompactWriter");
    private static final ClassName READER = ClassName.get("dev.fastcodec.thrift", "CompactReader");

    /** A step that one header byte can hold. */
    private static final int MOST_STEP = 15;

    @Override
    public WireFormat format() {
        return WireFormat.COMPACT;
    }

    @Override
    public String doc() {
        return "Thrift's Compact protocol.";
    }

    @Override
    public ClassName codec() {
        return ClassName.get("dev.fastcodec.thrift", "CompactCodec");
    }

    @Override
    public ClassName writer() {
        return WRITER;
    }

    @Override
    public ClassName reader() {
        return READER;
    }

    @Override
    public int mostHeader() {
        return 4;
    }

    @Override
    public int most(ValuePlan value) {
        if (value instanceof ValuePlan.Enumeration || value.is(ScalarType.STRING)) {
            return 5;
        }
        return value instanceof ValuePlan.Scalar s && s.type() != ScalarType.BYTES ? most(s.type()) : 0;
    }

    private static int most(ScalarType type) {
        return switch (type) {
            case BOOL, INT8 -> 1;
            case INT16 -> 3;
            case INT32 -> 5;
            case INT64 -> 10;
            case UUID -> 16;
            default -> 8;
        };
    }

    @Override
    public int slack() {
        return 8;
    }

    /** The type in a field header; a bool has 1 for true and 2 for false. */
    private static int code(ValuePlan value) {
        return switch (ThriftTypes.code(value)) {
            case 2 -> 1;
            case 3 -> 3;
            case 4 -> 7;
            case 6 -> 4;
            case 8 -> 5;
            case 10 -> 6;
            case 11 -> 8;
            case 12 -> 12;
            case 13 -> 11;
            case 14 -> 10;
            case 15 -> 9;
            default -> 13;
        };
    }

    @Override
    public CodeBlock writeHeader(FieldPlan field, int last, CodeBlock x) {
        int step = field.number() - last;
        CodeBlock type = CodeBlock.of("$L", code(field.value()));
        if (field.value().is(ScalarType.BOOL)) {
            type = CodeBlock.of("$L ? 1 : 2", x);
        }
        if (last < 0 || step < 1 || step > MOST_STEP) {
            return CodeBlock.of(
                    "p = $T.header(b, p, $L, $L, $L);\n", WRITER, last < 0 ? "last" : last, field.number(), type);
        } else if (field.value().is(ScalarType.BOOL)) {
            return CodeBlock.of("b[p++] = (byte) ($L ? $L : $L);\n", x, step << 4 | 1, step << 4 | 2);
        }
        return CodeBlock.of("b[p++] = $L;\n", (byte) (step << 4 | code(field.value())));
    }

    @Override
    public boolean isInHeader(ValuePlan value) {
        return value.is(ScalarType.BOOL);
    }

    @Override
    public boolean countsIds() {
        return true;
    }

    @Override
    public CodeBlock writeUnknown() {
        return CodeBlock.of("p = w.unknown(p, last, m.unknown);\n");
    }

    @Override
    public CodeBlock beginRead() {
        return CodeBlock.of("int id = last;\nint h = b[p++];\n");
    }

    @Override
    public String isStop() {
        return "h == 0";
    }

    @Override
    public CodeBlock beforeSwitch() {
        return CodeBlock.builder()
                .beginControlFlow("if ((h & 0xf0) != 0)")
                .addStatement("id = last + (h >>> 4 & 15)")
                .nextControlFlow("else")
                .addStatement("p = r.header(b, p - 1, last)")
                .addStatement("id = r.n")
                .endControlFlow()
                .addStatement("last = id")
                .build();
    }

    @Override
    public String subject() {
        return "id << 4 | h & 15";
    }

    @Override
    public CodeBlock caseOf(FieldPlan field) {
        int label = field.number() << 4 | code(field.value());
        return field.value().is(ScalarType.BOOL)
                ? CodeBlock.of("case $L: case $L", label, label + 1)
                : CodeBlock.of("case $L", label);
    }

    @Override
    public CodeBlock nextHeader() {
        return CodeBlock.of("h = b[p++];\n");
    }

    @Override
    public CodeBlock expect(FieldPlan field, FieldPlan next) {
        int step = next.number() - field.number();
        if (step > MOST_STEP) {
            return CodeBlock.of("continue;\n");
        }
        int header = (byte) (step << 4 | code(next.value()));
        CodeBlock differs = next.value().is(ScalarType.BOOL)
                ? CodeBlock.of("h != $L && h != $L", header, header + 1)
                : CodeBlock.of("h != $L", header);
        return CodeBlock.of("if ($L) continue;\nlast = $L;\n", differs, next.number());
    }

    @Override
    public String type() {
        return "h & 15";
    }

    @Override
    public String typeAndId(@Nullable FieldPlan known) {
        return type() + ", " + (known == null ? "id" : known.number());
    }

    @Override
    public String valueAt() {
        return "p";
    }

    @Override
    public CodeBlock toValue() {
        return CodeBlock.of("");
    }

    @Override
    public CodeBlock readLength(String local) {
        return varint(local, false).toBuilder()
                .addStatement("r.checkLength(p, $L)", local)
                .build();
    }

    @Override
    public CodeBlock readScalar(ValuePlan value, String local) {
        if (value.is(ScalarType.BOOL)) {
            return CodeBlock.of("boolean $L = b[p++] == 1;\n", local);
        } else if (value.is(ScalarType.INT8)) {
            return CodeBlock.of("byte $L = b[p++];\n", local);
        } else if (value.is(ScalarType.DOUBLE) || value.is(ScalarType.UUID)) {
            return CodeBlock.of(
                    "$T $L = $T.$L(b, p);\np += $L;\n",
                    JavaTypes.stored(value),
                    local,
                    READER,
                    ThriftTypes.method(value),
                    most(value));
        } else if (ThriftTypes.hasContent(value)) {
            return ThriftReading.content(this, value, local);
        }
        boolean isLong = value.is(ScalarType.INT64);
        String z = local.equals("v") ? "z" : local + "z";
        String form = value.is(ScalarType.INT16)
                ? "short $L = (short) (($L >>> 1) ^ -($L & 1))"
                : "$L = ($L >>> 1) ^ -($L & 1)";
        String declared = value.is(ScalarType.INT16) ? local : (isLong ? "long " : "int ") + local;
        return varint(z, isLong).toBuilder().addStatement(form, declared, z, z).build();
    }

    private static CodeBlock varint(String local, boolean isLong) {
        return CodeBlock.builder()
                .addStatement("$L $L = b[p++]", isLong ? "long" : "int", local)
                .beginControlFlow("if ($L < 0)", local)
                .addStatement("p = r.longVarint$L(b, p - 1)", isLong ? 64 : 32)
                .addStatement("$L = r.$L", local, isLong ? "v" : "n")
                .endControlFlow()
                .build();
    }

    @Override
    public CodeBlock readField(ValuePlan value, String local) {
        return value.is(ScalarType.BOOL)
                ? CodeBlock.of("boolean $L = (h & 15) == 1;\n", local)
                : readScalar(value, local);
    }
}
