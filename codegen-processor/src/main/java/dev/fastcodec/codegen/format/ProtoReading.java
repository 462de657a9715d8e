package dev.fastcodec.codegen.format;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.java.Bits;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.FieldPlan.When;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The reading half of a Protobuf codec. A case of the switch, when done, looks whether the next field follows, as it does
 * when the bytes come from a writer of the same schema, and falls through to it.
 */
final class ProtoReading {
    private static final ClassName READER = ProtoFormat.READER;

    private final StructPlan struct;
    private final CodecPlan codec;
    private final ClassName bean;

    ProtoReading(StructPlan struct, CodecPlan codec) {
        this.struct = struct;
        this.codec = codec;
        this.bean = JavaTypes.of(struct.name());
    }

    void add(TypeSpec.Builder type) {
        List<List<FieldPlan>> groups = codec.readGroups();
        if (groups.size() > 1) {
            type.addMethod(dispatcher(groups));
            for (int i = 0; i < groups.size(); i++) {
                int first = i == 0 ? 0 : groups.get(i).get(0).number();
                int next = i + 1 < groups.size() ? groups.get(i + 1).get(0).number() : -1;
                type.addMethod(group("read" + i, groups.get(i), first, next));
            }
        } else {
            List<FieldPlan> all = groups.isEmpty() ? List.of() : groups.get(0);
            type.addMethod(group(Skeleton.READ, all, 0, -1));
        }
        for (FieldPlan field : struct.fields()) {
            if (field.value() instanceof ValuePlan.MapOf map) {
                MethodSpec.Builder read = method("read" + field.property()).addParameter(bean, "m");
                type.addMethod(ProtoEntryReading.entry(read, struct, field, map));
            }
        }
    }

    private MethodSpec.Builder method(String name) {
        boolean isDoor = name.equals(Skeleton.READ);
        return MethodSpec.methodBuilder(name)
                .addModifiers(isDoor ? Modifier.PUBLIC : Modifier.PRIVATE, Modifier.STATIC)
                .returns(int.class)
                .addParameter(READER, "r")
                .addParameter(byte[].class, "b")
                .addParameter(int.class, "p")
                .addParameter(int.class, "end");
    }

    /** Looks at the next tag and goes to the group that its number belongs to, which reads on while it can. */
    private MethodSpec dispatcher(List<List<FieldPlan>> groups) {
        MethodSpec.Builder read = method(Skeleton.READ)
                .addParameter(bean, "m")
                .beginControlFlow("while (p < end)")
                .addStatement("r.tag(b, p)")
                .addStatement("int number = r.tag >>> 3");
        for (int i = 0; i < groups.size() - 1; i++) {
            int next = groups.get(i + 1).get(0).number();
            String begin = "if (number < $L)";
            if (i == 0) {
                read.beginControlFlow(begin, next);
            } else {
                read.nextControlFlow("else " + begin, next);
            }
            read.addStatement("p = read$L(r, b, p, end, m)", i);
        }
        return read.nextControlFlow("else")
                .addStatement("p = read$L(r, b, p, end, m)", groups.size() - 1)
                .endControlFlow()
                .endControlFlow()
                .addStatement("return p")
                .build();
    }

    /** Reads fields from {@code first} to before {@code next} (-1: all others too), and stops at the tag of another. */
    private MethodSpec group(String name, List<FieldPlan> fields, int first, int next) {
        MethodSpec.Builder read = method(name).addParameter(bean, "m");
        if (fields.size() > 1) {
            read.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "fallthrough")
                    .build());
        }
        boolean isPart = first > 0 || next >= 0;
        read.addStatement("if (p >= end) return p").addStatement("int tag = b[p++]");
        read.beginControlFlow("for (;;)");
        if (isPart) {
            read.addStatement("int start = p - 1");
        }
        read.beginControlFlow("if (tag < 0)")
                .addStatement("p = r.tag(b, p - 1)")
                .addStatement("tag = r.tag")
                .endControlFlow();
        read.beginControlFlow("switch (tag)");
        for (int i = 0; i < fields.size(); i++) {
            read.addCode(field(fields.get(i), i + 1 < fields.size() ? fields.get(i + 1) : null));
        }
        for (FieldPlan field : fields) {
            read.addCode(otherPacking(field));
        }
        read.addCode("default:\n$>");
        if (isPart) {
            read.addStatement(
                    "if ($L$L$L) return start",
                    first > 0 ? "tag >>> 3 < " + first : "",
                    first > 0 && next >= 0 ? " || " : "",
                    next >= 0 ? "tag >>> 3 >= " + next : "");
        }
        read.addStatement("if (r.endsGroup(p, tag)) return end");
        if (struct.ranges() != null) {
            String method = struct.ranges().messageSet() ? "item" : "extension";
            read.addStatement("int next = r.$L(b, p, end, tag, m)", method)
                    .beginControlFlow("if (next >= 0)")
                    .addStatement("p = next")
                    .addStatement("break")
                    .endControlFlow();
        }
        if (struct.keepsUnknown()) {
            read.addStatement("if (m.unknown == null) m.unknown = new $T()", JavaTypes.runtime("UnknownFields"));
            read.addStatement("p = r.unknown(b, p, end, tag, m.unknown)");
        } else {
            read.addStatement("p = r.skip(b, p, end, tag)");
        }
        return read.addCode("$<")
                .endControlFlow()
                .addStatement("if (p >= end) return p")
                .addStatement("tag = b[p++]")
                .endControlFlow()
                .build();
    }

    private CodeBlock field(FieldPlan field, @Nullable FieldPlan next) {
        int tag = ProtoOp.tag(field);
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("case $L:", tag);
        boolean loops = isRepeatedRecord(field) && ProtoOp.sizeOfTag(tag) == 1;
        if (loops) {
            code.beginControlFlow("do").add(value(field));
            code.addStatement("if (p >= end) return p").addStatement("tag = b[p++]");
            code.endControlFlow("while (tag == $L)", tag);
            code.add(next == null ? CodeBlock.of("continue;\n") : expect(next));
        } else {
            code.add(value(field));
            if (next == null) {
                code.addStatement("break");
            } else {
                code.addStatement("if (p >= end) return p")
                        .addStatement("tag = b[p++]")
                        .add(expect(next));
            }
        }
        return code.endControlFlow().build();
    }

    /** Whether several records of the field follow each other in the bytes that writers make. */
    private static boolean isRepeatedRecord(FieldPlan field) {
        return field.value().isContainer() && !field.packed();
    }

    /** Goes round the loop unless the byte in {@code tag}, and the one after it, begin the next field. */
    private static CodeBlock expect(FieldPlan next) {
        int tag = ProtoOp.tag(next);
        return switch (ProtoOp.sizeOfTag(tag)) {
            case 1 -> CodeBlock.of("if (tag != $L) continue;\n", tag);
            case 2 ->
                CodeBlock.of("if (tag != $L || b[p] != $L) continue;\np++;\n", (int) (byte) (tag | 0x80), tag >>> 7);
            default -> CodeBlock.of("continue;\n");
        };
    }

    /** Numbers in a list are taken packed and not packed, however the field is declared. */
    private CodeBlock otherPacking(FieldPlan field) {
        if (!(field.value() instanceof ValuePlan.ListOf list)
                || !ProtoOp.of(list.element()).isPackable()) {
            return CodeBlock.of("");
        }
        int tag = field.packed() ? ProtoOp.of(list.element()).tag(field.number()) : field.number() << 3 | 2;
        return CodeBlock.builder()
                .beginControlFlow("case $L:", tag)
                .add(field.packed() ? element(field, list.element()) : packed(field, list.element()))
                .addStatement("break")
                .endControlFlow()
                .build();
    }

    private CodeBlock value(FieldPlan field) {
        if (field.value() instanceof ValuePlan.ListOf list) {
            return field.packed() ? packed(field, list.element()) : element(field, list.element());
        } else if (field.value() instanceof ValuePlan.MapOf) {
            return CodeBlock.builder()
                    .add(ProtoValueReading.length())
                    .addStatement("int e = r.enter(p, n, end)")
                    .addStatement("p = read$L(r, b, p, e, m)", field.property())
                    .addStatement("r.leave(p, e)")
                    .build();
        } else if (field.value() instanceof ValuePlan.Struct s) {
            return ProtoValueReading.message(field, s, CodeBlock.of("m.mutable$L()", field.property()));
        }
        return ProtoValueReading.scalar(field.value(), field.utf8(), x -> known(field, field.value(), store(field, x)));
    }

    /** Code for the number {@code v} of an enum that is known; others are unknown fields, each as one of its own. */
    private CodeBlock known(FieldPlan field, ValuePlan value, CodeBlock code) {
        if (!(value instanceof ValuePlan.Enumeration e) || !field.closed()) {
            return code;
        }
        CodeBlock.Builder known = CodeBlock.builder();
        if (struct.keepsUnknown()) {
            known.beginControlFlow("if ($T.forNumber(v).isUnrecognized())", JavaTypes.of(e.name()))
                    .addStatement("m.unknown = $T.unrecognized(m.unknown, $L, v)", READER, field.number())
                    .nextControlFlow("else");
        } else {
            known.beginControlFlow("if (!$T.forNumber(v).isUnrecognized())", JavaTypes.of(e.name()));
        }
        return known.add(code).endControlFlow().build();
    }

    private CodeBlock store(FieldPlan field, CodeBlock x) {
        if (field.inOneof()) {
            String caseVariable = struct.oneofOf(field).caseVariable();
            return CodeBlock.of("m.$N = $L;\nm.$N = $L;\n", caseVariable, field.number(), field.variable(), x);
        }
        CodeBlock.Builder code = CodeBlock.builder().addStatement("m.$N = $L", field.variable(), x);
        if (field.when() == When.BIT) {
            code.addStatement(Bits.set("m.", field));
        }
        if (field.asciiBit() >= 0 && field.utf8()) {
            code.addStatement(Bits.copyAscii("m.", field, "r.ascii"));
        } else if (field.asciiBit() >= 0) {
            code.addStatement(Bits.unsetAscii("m.", field));
        }
        return code.build();
    }

    private CodeBlock packed(FieldPlan field, ValuePlan element) {
        String name = ProtoOp.of(element).packed();
        CodeBlock code = CodeBlock.of(
                "p = r.packed$L(b, p, end, m.get$L()$L);\n",
                name.equals("UInt32") ? "Int32" : name,
                field.property(),
                element instanceof ValuePlan.Enumeration ? ".numbers()" : "");
        if (!field.closed()) {
            return code;
        }
        CodeBlock list = CodeBlock.of("m.get$L()", field.property());
        return CodeBlock.builder()
                .addStatement("int from = $L.size()", list)
                .add(code)
                .add(
                        struct.keepsUnknown()
                                ? CodeBlock.of(
                                        "m.unknown = $T.unrecognized(m.unknown, $L, $L, from);\n",
                                        READER,
                                        field.number(),
                                        list)
                                : CodeBlock.of("$T.dropUnrecognized($L, from);\n", READER, list))
                .build();
    }

    private CodeBlock element(FieldPlan field, ValuePlan element) {
        if (element instanceof ValuePlan.Struct s) {
            return ProtoValueReading.message(field, s, CodeBlock.of("m.add$L()", field.property()));
        }
        CodeBlock list = CodeBlock.of("m.get$L()", field.property());
        return ProtoValueReading.scalar(element, field.utf8(), x -> {
            if (element.is(ScalarType.STRING)) {
                return CodeBlock.of(
                        "if (m.$N == null) m.$N = $L;\nm.$N.push($L, $L);\n",
                        field.variable(),
                        field.variable(),
                        JavaTypes.make(field.value()),
                        field.variable(),
                        x,
                        field.utf8() ? "r.ascii != 0" : "false");
            } else if (element.is(ScalarType.BYTES)) {
                return CodeBlock.of("$L.add($L);\n", list, x);
            }
            return element instanceof ValuePlan.Enumeration
                    ? known(field, element, CodeBlock.of("$L.numbers().push($L);\n", list, x))
                    : CodeBlock.of("$L.push($L);\n", list, x);
        });
    }
}
