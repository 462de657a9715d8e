package dev.fastcodec.codegen.format;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.java.Bits;
import dev.fastcodec.codegen.java.Defaults;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.FieldPlan.When;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.util.List;

/** The writing half of a Thrift codec: fields by ascending id, room checked once for each run of fields of bounded size. */
final class ThriftWriting {
    private final StructPlan struct;
    private final CodecPlan codec;
    private final Skeleton skeleton;
    private final ThriftDialect dialect;
    private final ThriftContainers containers;

    ThriftWriting(StructPlan struct, CodecPlan codec, Skeleton skeleton, ThriftDialect dialect) {
        this.struct = struct;
        this.codec = codec;
        this.skeleton = skeleton;
        this.dialect = dialect;
        this.containers = new ThriftContainers(dialect);
    }

    void add(TypeSpec.Builder type) {
        List<List<FieldPlan>> chunks = codec.writeChunks();
        MethodSpec.Builder write = skeleton.write().addCode(checks());
        boolean parts = chunks.size() > 1;
        if (!parts) {
            chunks.forEach(c -> addChunk(write, c, false));
        }
        for (int i = 0; parts && i < chunks.size(); i++) {
            write.addStatement("p = write$L(w, b, p, m)", i).addStatement("b = w.b");
            MethodSpec.Builder part = skeleton.writePart("write" + i);
            if (dialect.countsIds()) {
                part.addStatement("int last = $L", i == 0 ? "0" : "w.last");
            }
            addChunk(part, chunks.get(i), true);
            if (dialect.countsIds()) {
                part.addStatement("w.last = last");
            }
            type.addMethod(part.addStatement("return p").build());
        }
        if (parts && dialect.countsIds()) {
            write.addStatement("int last = w.last");
        }
        if (struct.keepsUnknown()) {
            write.beginControlFlow("if (m.unknown != null)")
                    .addCode(dialect.writeUnknown())
                    .addStatement("b = w.b")
                    .endControlFlow();
        }
        write.addStatement("if (p == b.length) b = w.grow(p, 1)")
                .addStatement("b[p++] = 0")
                .addStatement("return p");
        type.addMethod(write.build());
        new ThriftRequired(struct, codec).add(type);
        for (FieldPlan field : struct.fields()) {
            if (containers.needsMethod(field.value())) {
                type.addMethod(containers.writeMethod(field, skeleton));
            }
        }
    }

    /** What is refused before anything is written, and the local of the last id. */
    private CodeBlock checks() {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(new ThriftUnions(struct).checkWriting(true))
                .add(new ThriftRequired(struct, codec).check());
        if (dialect.countsIds() && codec.writeChunks().size() <= 1) {
            code.addStatement("int last = 0");
        }
        return code.build();
    }

    private static boolean isCertain(FieldPlan field) {
        return field.when() == When.ALWAYS || field.required();
    }

    private boolean isBounded(FieldPlan field) {
        return dialect.most(field.value()) > 0;
    }

    private void addChunk(MethodSpec.Builder method, List<FieldPlan> fields, boolean part) {
        method.addCode(chunk(fields, part));
        Skeleton.trustOneofs(method, fields);
    }

    private CodeBlock chunk(List<FieldPlan> fields, boolean part) {
        CodeBlock.Builder code = CodeBlock.builder();
        int last = part ? -1 : 0;
        boolean declared = false;
        boolean inRun = false;
        for (int i = 0; i < fields.size(); i++) {
            FieldPlan field = fields.get(i);
            if (!inRun) {
                int end = i;
                while (end < fields.size() - 1 && isBounded(fields.get(end))) {
                    end++;
                }
                declared |= room(code, fields.subList(i, end + 1), declared);
            }
            boolean certain = isCertain(field);
            if (!certain) {
                code.beginControlFlow("if ($L)", isPresent(field));
            }
            CodeBlock x = access(field);
            code.add(dialect.writeHeader(field, last, x));
            if (!dialect.isInHeader(field.value())) {
                code.add(value(field, x));
            }
            if (dialect.countsIds()) {
                code.addStatement("last = $L", field.number());
            }
            if (!certain) {
                code.endControlFlow();
            }
            last = certain ? field.number() : -1;
            inRun = isBounded(field);
        }
        return code.build();
    }

    private CodeBlock isPresent(FieldPlan field) {
        return field.inOneof()
                ? CodeBlock.of("m.$N == $L", struct.oneofOf(field).caseVariable(), field.number())
                : Defaults.isPresent("m.", field);
    }

    private static CodeBlock access(FieldPlan field) {
        return field.inOneof()
                ? CodeBlock.of("(($T) m.$N)", JavaTypes.stored(field.value()), field.variable())
                : CodeBlock.of("m.$N", field.variable());
    }

    /** Reserves room for a run of bounded fields and perhaps the header of an unbounded one. */
    private boolean room(CodeBlock.Builder code, List<FieldPlan> run, boolean declared) {
        int constant = dialect.slack();
        CodeBlock.Builder sometimes = CodeBlock.builder();
        boolean variable = false;
        for (FieldPlan field : run) {
            constant += dialect.mostHeader() + dialect.most(field.value());
            if (field.value().is(ScalarType.STRING)) {
                variable = true;
                CodeBlock length = CodeBlock.of("3L * $L.length()", access(field));
                if (isCertain(field)) {
                    sometimes.addStatement("need += $L", length);
                } else {
                    sometimes.addStatement("if ($L) need += $L", isPresent(field), length);
                }
            }
        }
        if (variable) {
            code.addStatement("$Lneed = $L", declared ? "" : "long ", constant).add(sometimes.build());
            code.addStatement("if (b.length - p < need) b = w.grow(p, need)");
        } else {
            code.addStatement("if (b.length - p < $L) b = w.grow(p, $L)", constant, constant);
        }
        return variable;
    }

    private CodeBlock value(FieldPlan field, CodeBlock x) {
        if (field.value().is(ScalarType.STRING) && field.asciiBit() >= 0) {
            return CodeBlock.builder()
                    .beginControlFlow("if ($L)", Bits.isAscii("m.", field))
                    .addStatement("p = $T.ascii(b, p, $L)", dialect.writer(), x)
                    .nextControlFlow("else")
                    .addStatement("int e = p")
                    .addStatement("p = $T.string(b, p, $L)", dialect.writer(), x)
                    .addStatement("if ($T.wasAscii(p - e, $L)) $L", dialect.writer(), x, Bits.setAscii("m.", field))
                    .endControlFlow()
                    .build();
        } else if (field.value().is(ScalarType.BYTES)) {
            return ThriftContainers.writeBytes(x);
        } else if (field.value() instanceof ValuePlan.Struct s) {
            return containers.writeStruct(s, x);
        } else if (containers.needsMethod(field.value())) {
            return CodeBlock.of("p = write$L(w, b, p, $L);\nb = w.b;\n", field.property(), x);
        } else if (field.value() instanceof ValuePlan.ListOf list) {
            return containers.writeBulk(list.element(), x);
        }
        return CodeBlock.of("p = $T.$L(b, p, $L);\n", dialect.writer(), ThriftTypes.method(field.value()), x);
    }
}
