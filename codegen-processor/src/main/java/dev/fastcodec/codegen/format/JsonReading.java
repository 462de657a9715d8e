package dev.fastcodec.codegen.format;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.java.Bits;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.FieldPlan.When;
import dev.fastcodec.codegen.plan.OneofPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The reading half of a JSON codec. Where fields go by names, the runtime's table gives the index of each and the switch is
 * over that; where they go by ids, it is over type and id as in Thrift's Binary protocol.
 */
final class JsonReading {
    private final StructPlan struct;
    private final CodecPlan codec;
    private final Skeleton skeleton;
    private final JsonDialect dialect;
    private final JsonScalars scalars;
    private final JsonContainers containers;
    private final JsonCascade cascade;
    private final TypeName bean;
    private final List<FieldPlan> fields = new ArrayList<>();
    private final boolean tracks;

    JsonReading(StructPlan struct, CodecPlan codec, Skeleton skeleton, JsonDialect dialect, JsonContainers containers) {
        this.struct = struct;
        this.codec = codec;
        this.skeleton = skeleton;
        this.dialect = dialect;
        this.scalars = new JsonScalars(dialect);
        this.containers = containers;
        this.cascade = new JsonCascade(struct, codec, dialect);
        this.bean = JavaTypes.of(struct.name());
        codec.readGroups().forEach(fields::addAll);
        this.tracks = dialect.typed() ? fields.stream().anyMatch(FieldPlan::requiredOnRead) : !fields.isEmpty();
    }

    void add(TypeSpec.Builder type) {
        List<List<FieldPlan>> groups = codec.readGroups();
        type.addMethod(whole(groups));
        for (int i = 0; groups.size() > 1 && i < groups.size(); i++) {
            type.addMethod(group(i, groups.get(i)));
        }
        for (FieldPlan field : struct.fields()) {
            if (field.value().isContainer()) {
                type.addMethod(containers.readMethod(field, skeleton));
            }
        }
    }

    private MethodSpec whole(List<List<FieldPlan>> groups) {
        MethodSpec.Builder read = skeleton.read();
        cascade.annotate(read);
        for (OneofPlan oneof : dialect.mapped() ? List.<OneofPlan>of() : struct.oneofs()) {
            read.addStatement("m.clear$L()", oneof.property());
        }
        if (tracks) {
            read.addStatement(
                    seenIsArray()
                            ? CodeBlock.of("long[] seen = new long[$L]", (fields.size() + 63) / 64)
                            : CodeBlock.of("long seen = 0"));
        }
        if (!dialect.typed()) {
            read.addStatement("int i = -1");
        }
        read.addStatement("p = r.beginObject(b, p)").beginControlFlow("while (b[p] != '}')");
        if (dialect.typed()) {
            read.addStatement("p = r.field(b, p)");
        } else {
            String extendable = dialect.mapped() && struct.ranges() != null ? ", m" : "";
            read.addStatement("p = r.field(b, p, $L.$L, i + 1$L)", codec.namesClass(), JsonFormat.NAMES, extendable);
            read.addStatement("i = r.n");
            if (tracks) {
                boolean oneofs = dialect.mapped() && !struct.oneofs().isEmpty();
                CodeBlock names =
                        oneofs ? CodeBlock.of(", $L.$L", codec.namesClass(), JsonFormat.NAMES) : CodeBlock.of("");
                read.addStatement(seenIsArray() ? "r.seen(seen, p$L)" : "seen = r.seen(seen, p$L)", names);
            }
        }
        if (groups.size() > 1) {
            dispatch(read, groups);
        } else {
            select(read, fields);
        }
        read.addStatement(dialect.typed() ? "p = r.next(b, r.endField(b, p))" : "p = r.next(b, p)");
        return read.endControlFlow().addCode(finish()).build();
    }

    /** More than 64 fields need several words, which groups share. */
    private boolean seenIsArray() {
        return fields.size() > 64 || dialect.typed() && codec.readGroups().size() > 1;
    }

    private void dispatch(MethodSpec.Builder read, List<List<FieldPlan>> groups) {
        String arguments = dialect.typed() ? (tracks ? ", seen" : "") : ", i";
        int end = 0;
        for (int i = 0; i < groups.size() - 1; i++) {
            end += groups.get(i).size();
            int next = dialect.typed() ? groups.get(i + 1).get(0).number() : end;
            String condition = dialect.typed() ? "if ((short) r.n < $L)" : "if (i < $L)";
            if (i == 0) {
                read.beginControlFlow(condition, next);
            } else {
                read.nextControlFlow("else " + condition, next);
            }
            read.addStatement("p = read$L(r, b, p, m$L)", i, arguments);
        }
        read.nextControlFlow("else")
                .addStatement("p = read$L(r, b, p, m$L)", groups.size() - 1, arguments)
                .endControlFlow();
    }

    /** Reads the value of one field of the group. */
    private MethodSpec group(int index, List<FieldPlan> group) {
        MethodSpec.Builder read = skeleton.readPart("read" + index);
        if (!dialect.typed()) {
            read.addParameter(int.class, "i");
        } else if (tracks) {
            read.addParameter(long[].class, "seen");
        }
        select(read, group);
        return read.addStatement("return p").build();
    }

    private void select(MethodSpec.Builder read, List<FieldPlan> cases) {
        if (cases.isEmpty()) {
            if (dialect.typed()) {
                read.addStatement("p = r.skip(b, p)");
            }
            return;
        }
        read.beginControlFlow(dialect.typed() ? "switch (r.n)" : "switch (i)");
        for (FieldPlan field : cases) {
            read.beginControlFlow("case $L:", label(field))
                    .addCode(value(field))
                    .addCode(cascade.after(field))
                    .endControlFlow();
        }
        read.addCode("default:\n$>");
        if (dialect.typed()) {
            read.addStatement("p = r.skip(b, p)");
        } else {
            read.addCode("// null, or unknown and ignored\n").addStatement("break");
        }
        read.addCode("$<").endControlFlow();
    }

    private String label(FieldPlan field) {
        return dialect.typed()
                ? String.format(Locale.ROOT, "0x%06x", ThriftTypes.code(field.value()) << 16 | field.number() & 0xffff)
                : Integer.toString(fields.indexOf(field));
    }

    private CodeBlock value(FieldPlan field) {
        CodeBlock.Builder code = CodeBlock.builder().add(new ThriftUnions(struct).beforeReading(field));
        if (field.value().isContainer()) {
            code.add(container(field));
        } else if (field.value() instanceof ValuePlan.Struct s) {
            if (field.when() == When.BIT) {
                // A value replaces what a reused object has; it is not merged into it.
                code.addStatement(Bits.unset("m.", field));
            }
            code.add(containers.readStruct(s, Slot.struct(field, s)));
            code.add(seen(field));
        } else {
            CodeBlock store = store(field);
            CodeBlock known = scalars.ifKnown(field.value());
            if (!known.isEmpty()) {
                store = CodeBlock.of("$L{\n$>$L$<}\n", known, store);
            }
            code.add(scalars.read(field.value())).add(store).add(seen(field));
        }
        return code.build();
    }

    private CodeBlock store(FieldPlan field) {
        CodeBlock.Builder code =
                CodeBlock.builder().addStatement("m.$N = $L", field.variable(), JsonScalars.result(field.value()));
        if (field.inOneof()) {
            code.addStatement("m.$N = $L", struct.oneofOf(field).caseVariable(), field.number());
        }
        if (field.when() == When.BIT) {
            code.addStatement(Bits.set("m.", field));
        }
        if (field.asciiBit() >= 0) {
            code.beginControlFlow("if (r.ascii)")
                    .addStatement(Bits.setAscii("m.", field))
                    .nextControlFlow("else")
                    .addStatement(Bits.unsetAscii("m.", field))
                    .endControlFlow();
        }
        return code.build();
    }

    /** Elements of another type than the declared one make the whole field an unknown one. */
    private CodeBlock container(FieldPlan field) {
        CodeBlock.Builder known = CodeBlock.builder();
        if (field.when() == When.NOT_EMPTY_OR_BIT) {
            known.addStatement(Bits.set("m.", field));
        }
        known.add(seen(field));
        if (!dialect.typed()) {
            return CodeBlock.of("p = read$L(r, b, p, m);\n$L", field.property(), known.build());
        }
        return CodeBlock.builder()
                .addStatement("int q = read$L(r, b, p, m)", field.property())
                .beginControlFlow("if (q < 0)")
                .addStatement("p = r.skip(b, p)")
                .nextControlFlow("else")
                .addStatement("p = q")
                .add(known.build())
                .endControlFlow()
                .build();
    }

    /** Where fields go by names, the reader has counted the field already. */
    private CodeBlock seen(FieldPlan field) {
        if (!dialect.typed() || !field.requiredOnRead()) {
            return CodeBlock.of("");
        }
        int i = fields.indexOf(field);
        return seenIsArray()
                ? CodeBlock.of("seen[$L] |= 1L << $L;\n", i / 64, i % 64)
                : CodeBlock.of("seen |= $L;\n", hex(1L << i));
    }

    /** What comes at the object's brace. */
    private CodeBlock finish() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (OneofPlan oneof : struct.oneofs()) {
            if (oneof.exactlyOne()) {
                code.addStatement(
                        "if (m.$N == 0) throw r.fail($T.INVALID_DATA, p, $S)",
                        oneof.caseVariable(),
                        JavaTypes.runtime("DecodeException").nestedClass("Kind"),
                        "union has no member");
            }
        }
        if (fields.stream().anyMatch(FieldPlan::requiredOnRead)) {
            List<CodeBlock> masks = new ArrayList<>();
            for (int from = 0; from < fields.size(); from += 64) {
                long mask = 0;
                for (int i = from; i < Math.min(fields.size(), from + 64); i++) {
                    mask |= fields.get(i).requiredOnRead() ? 1L << i : 0;
                }
                masks.add(CodeBlock.of("$L", hex(mask)));
            }
            code.addStatement(
                    "r.required(p, seen, $L.$L, $L)",
                    codec.namesClass(),
                    JsonFormat.NAMES,
                    CodeBlock.join(masks, ",$W"));
        }
        return code.addStatement("return r.end(p)").build();
    }

    static String hex(long mask) {
        return mask >= 0 && mask < 10 ? mask + "L" : "0x" + Long.toHexString(mask) + "L";
    }
}
