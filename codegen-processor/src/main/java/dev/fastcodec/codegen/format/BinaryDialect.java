package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Thrift's Binary protocol: fixed widths, big endian; a header is type and id in three bytes. */
final class BinaryDialect implements ThriftDialect {
    private static final ClassName WRITER = ClassName.get("dev.fastcodec.thrift", "BinaryWriter");
    private static final ClassName READER = ClassName.get("dev.fastcodec.thrift", "BinaryReader");

    @Override
    public WireFormat format() {
        return WireFormat.BINARY;
    }

    @Override
    public String doc() {
        return "Thrift's Binary protocol.";
    }

    @Override
    public ClassName codec() {
        return ClassName.get("dev.fastcodec.thrift", "BinaryCodec");
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
        return 3;
    }

    @Override
    public int most(ValuePlan value) {
        if (value instanceof ValuePlan.Enumeration || value.is(ScalarType.STRING)) {
            return 4;
        }
        return value instanceof ValuePlan.Scalar s && s.type() != ScalarType.BYTES ? width(s.type()) : 0;
    }

    private static int width(ScalarType type) {
        return switch (type) {
            case BOOL, INT8 -> 1;
            case INT16 -> 2;
            case INT32 -> 4;
            case UUID -> 16;
            default -> 8;
        };
    }

    @Override
    public int slack() {
        return 1;
    }

    @Override
    public CodeBlock writeHeader(FieldPlan field, int last, CodeBlock x) {
        int header = ThriftTypes.code(field.value()) << 24 | (field.number() & 0xffff) << 8;
        return CodeBlock.of("p = $T.header(b, p, 0x$L);\n", WRITER, String.format(Locale.ROOT, "%08x", header));
    }

    @Override
    public boolean isInHeader(ValuePlan value) {
        return false;
    }

    @Override
    public boolean countsIds() {
        return false;
    }

    @Override
    public CodeBlock writeUnknown() {
        return CodeBlock.of("p = w.unknown(p, m.unknown);\n");
    }

    @Override
    public CodeBlock beginRead() {
        return nextHeader("int ");
    }

    @Override
    public String isStop() {
        return "h < 0x10000";
    }

    @Override
    public CodeBlock beforeSwitch() {
        return CodeBlock.of("");
    }

    @Override
    public String subject() {
        return "h";
    }

    @Override
    public CodeBlock caseOf(FieldPlan field) {
        return CodeBlock.of("case 0x$L", header(field));
    }

    private static String header(FieldPlan field) {
        return String.format(Locale.ROOT, "%06x", ThriftTypes.code(field.value()) << 16 | field.number() & 0xffff);
    }

    @Override
    public CodeBlock nextHeader() {
        return nextHeader("");
    }

    private static CodeBlock nextHeader(String declaration) {
        return CodeBlock.of("$Lh = $T.header(b, p);\n", declaration, READER);
    }

    @Override
    public CodeBlock expect(FieldPlan field, FieldPlan next) {
        return CodeBlock.of("if (h != 0x$L) continue;\n", header(next));
    }

    @Override
    public String type() {
        return "h >>> 16";
    }

    @Override
    public String typeAndId(@Nullable FieldPlan known) {
        return type() + ", (short) h";
    }

    @Override
    public String valueAt() {
        return "p + 3";
    }

    @Override
    public CodeBlock toValue() {
        return CodeBlock.of("p += 3;\n");
    }

    @Override
    public CodeBlock readLength(String local) {
        return CodeBlock.of("int $L = $T.i32(b, p);\np += 4;\nr.checkLength(p, $L);\n", local, READER, local);
    }

    @Override
    public CodeBlock readScalar(ValuePlan value, String local) {
        if (value.is(ScalarType.BOOL)) {
            return CodeBlock.of("boolean $L = b[p++] == 1;\n", local);
        } else if (value.is(ScalarType.INT8)) {
            return CodeBlock.of("byte $L = b[p++];\n", local);
        } else if (ThriftTypes.hasContent(value)) {
            return ThriftReading.content(this, value, local);
        }
        return CodeBlock.of(
                "$T $L = $T.$L(b, p);\np += $L;\n",
                JavaTypes.stored(value),
                local,
                READER,
                ThriftTypes.method(value),
                most(value));
    }

    @Override
    public CodeBlock readField(ValuePlan value, String local) {
        return readScalar(value, local);
    }
}
