package dev.fastcodec.codegen.format;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;

/** Reads entries of maps, which stand on Protobuf's wire as messages of two fields. */
final class ProtoEntryReading {
    private ProtoEntryReading() {}

    /** One entry of a map: a key or value that is missing has its default, the last of two wins. */
    static MethodSpec entry(MethodSpec.Builder read, StructPlan struct, FieldPlan field, ValuePlan.MapOf map) {
        if (field.closed() && struct.keepsUnknown()) {
            read.addStatement("int start = p");
        }
        read.addStatement("$T key = $L", JavaTypes.stored(map.key()), zero(map.key()));
        read.addStatement("$T value = $L", JavaTypes.stored(map.value()), zero(map.value()));
        read.beginControlFlow("while (p < end)").addStatement("p = r.tag(b, p)").beginControlFlow("switch (r.tag)");
        read.addCode(entryCase(map.key(), "key", 1, field.utf8()));
        read.addCode(entryCase(map.value(), "value", 2, field.utf8()));
        read.addCode("default:\n$>")
                .addStatement("p = r.skip(b, p, end, r.tag)")
                .addCode("$<")
                .endControlFlow()
                .endControlFlow();
        if (field.closed()) {
            read.addCode(unrecognized(struct, field, (ValuePlan.Enumeration) map.value()));
        }
        CodeBlock value = map.value() instanceof ValuePlan.Struct s
                ? CodeBlock.of("value == null ? new $T() : value", JavaTypes.of(s.name()))
                : CodeBlock.of("value");
        boolean enums = map.value() instanceof ValuePlan.Enumeration;
        return read.addStatement("m.get$L()$L.put(key, $L)", field.property(), enums ? ".numbers()" : "", value)
                .addStatement("return p")
                .build();
    }

    /** An entry whose value its enum does not know is an unknown field as it stands. */
    private static CodeBlock unrecognized(StructPlan struct, FieldPlan field, ValuePlan.Enumeration value) {
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("if ($T.forNumber(value).isUnrecognized())", JavaTypes.of(value.name()));
        if (struct.keepsUnknown()) {
            code.addStatement(
                    "m.unknown = $T.unrecognized(m.unknown, $L, b, start, p)", ProtoFormat.READER, field.number());
        }
        return code.addStatement("return p").endControlFlow().build();
    }

    private static CodeBlock entryCase(ValuePlan value, String variable, int number, boolean utf8) {
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("case $L:", ProtoOp.of(value).tag(number));
        if (value instanceof ValuePlan.Struct s) {
            code.addStatement("if (value == null) value = new $T()", JavaTypes.of(s.name()));
            code.add(ProtoValueReading.message(s, CodeBlock.of("value")));
        } else {
            code.add(ProtoValueReading.scalar(value, utf8, x -> CodeBlock.of("$L = $L;\n", variable, x)));
        }
        return code.addStatement("break").endControlFlow().build();
    }

    /** What a key or value is that is missing. */
    static CodeBlock zero(ValuePlan value) {
        if (value instanceof ValuePlan.Struct) {
            return CodeBlock.of("null");
        } else if (value.is(ScalarType.STRING)) {
            return CodeBlock.of("\"\"");
        } else if (value.is(ScalarType.BYTES)) {
            return CodeBlock.of("new byte[0]");
        }
        return CodeBlock.of(value.is(ScalarType.BOOL) ? "false" : "0");
    }
}
