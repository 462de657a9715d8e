package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.util.Arrays;

/** Reads single values of Protobuf's wire: scalars, and messages in their two forms. */
final class ProtoValueReading {
    private static final ClassName READER = ProtoFormat.READER;

    private ProtoValueReading() {}

    /** Where a value that was read goes. */
    interface Store {
        CodeBlock of(CodeBlock value);
    }

    /** Declares {@code n}, the length that is next. */
    static CodeBlock length() {
        return CodeBlock.builder()
                .addStatement("int n = b[p++]")
                .beginControlFlow("if (n < 0)")
                .addStatement("p = r.length(b, p - 1, end)")
                .addStatement("n = r.n")
                .endControlFlow()
                .build();
    }

    /** A message in a field, into what the expression gives. */
    static CodeBlock message(FieldPlan field, ValuePlan.Struct struct, CodeBlock target) {
        if (!field.delimited()) {
            return message(struct, target);
        }
        return CodeBlock.builder()
                .addStatement("long around = r.enterGroup(p, $L)", ProtoOp.tag(field))
                .addStatement("$T.$L(r, b, p, end, $L)", codecOf(struct), Skeleton.READ, target)
                .addStatement("p = r.leaveGroup(end, around)")
                .build();
    }

    /** A message behind its length. */
    static CodeBlock message(ValuePlan.Struct struct, CodeBlock target) {
        return CodeBlock.builder()
                .add(length())
                .addStatement("int e = r.enter(p, n, end)")
                .addStatement("p = $T.$L(r, b, p, e, $L)", codecOf(struct), Skeleton.READ, target)
                .addStatement("r.leave(p, e)")
                .build();
    }

    private static ClassName codecOf(ValuePlan.Struct struct) {
        return JavaTypes.of(struct.name()).nestedClass(struct.codecs().of(WireFormat.PROTO));
    }

    /** Reads a value into the local {@code v} (or straight from the bytes) and stores it. */
    static CodeBlock scalar(ValuePlan value, boolean utf8, Store store) {
        ScalarType type = value instanceof ValuePlan.Scalar s ? s.type() : ScalarType.INT32;
        CodeBlock.Builder code = CodeBlock.builder();
        switch (type) {
            case FIXED32, SFIXED32 -> fixed(code, "fixed32", 4, store);
            case FIXED64, SFIXED64 -> fixed(code, "fixed64", 8, store);
            case FLOAT -> fixed(code, "float32", 4, store);
            case DOUBLE -> fixed(code, "float64", 8, store);
            case STRING, BYTES -> {
                code.add(length()).addStatement("r.checkLength(p, n, end)");
                if (type == ScalarType.BYTES) {
                    code.addStatement("byte[] v = $T.copyOfRange(b, p, p + n)", Arrays.class);
                } else if (utf8) {
                    code.addStatement("$T v = r.string(b, p, n)", String.class);
                } else {
                    code.addStatement("$T v = $T.lenientString(b, p, n)", String.class, READER);
                }
                code.addStatement("p += n").add(store.of(CodeBlock.of("v")));
            }
            default -> {
                boolean isLong = JavaTypes.scalar(type).equals(TypeName.LONG) || type == ScalarType.BOOL;
                code.addStatement("$L v = b[p++]", isLong ? "long" : "int")
                        .beginControlFlow("if (v < 0)")
                        .addStatement("p = r.longVarint(b, p - 1)")
                        .addStatement("v = $Lr.v", isLong ? "" : "(int) ")
                        .endControlFlow()
                        .add(store.of(CodeBlock.of(
                                switch (type) {
                                    case BOOL -> "v != 0";
                                    case SINT32, SINT64 -> "(v >>> 1) ^ -(v & 1)";
                                    default -> "v";
                                })));
            }
        }
        return code.build();
    }

    private static void fixed(CodeBlock.Builder code, String method, int size, Store store) {
        code.add(store.of(CodeBlock.of("$T.$L(b, p)", READER, method))).addStatement("p += $L", size);
    }
}
