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
import dev.fastcodec.idl.schema.ScalarType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The reading half of a Thrift codec. A case of the switch, when done, looks whether the header of the next field
 * follows, as it does when the bytes come from a writer of the same schema, and falls through to it.
 */
final class ThriftReading {
    /** A string constant of a class file holds 65,535 bytes. */
    private static final int NAMES_OF_A_CONSTANT = 100;

    private final StructPlan struct;
    private final CodecPlan codec;
    private final Skeleton skeleton;
    private final ThriftDialect dialect;
    private final ThriftContainers containers;
    private final TypeName bean;
    private final List<FieldPlan> required;

    ThriftReading(StructPlan struct, CodecPlan codec, Skeleton skeleton, ThriftDialect dialect) {
        this.struct = struct;
        this.codec = codec;
        this.skeleton = skeleton;
        this.dialect = dialect;
        this.containers = new ThriftContainers(dialect);
        this.bean = JavaTypes.of(struct.name());
        this.required =
                struct.fields().stream().filter(FieldPlan::requiredOnRead).toList();
    }

    /** Reads a string or bytes into a new local. */
    static CodeBlock content(ThriftDialect dialect, ValuePlan value, String local) {
        String n = lengthOf(local);
        CodeBlock.Builder code = CodeBlock.builder().add(dialect.readLength(n));
        if (value.is(ScalarType.BYTES)) {
            code.addStatement("byte[] $L = $T.copyOfRange(b, p, p + $L)", local, Arrays.class, n);
        } else {
            code.addStatement("$T $L = r.string(b, p, $L)", String.class, local, n);
        }
        return code.addStatement("p += $L", n).build();
    }

    /** The local that holds how many bytes a string has: {@code n} for {@code v}, {@code k0n} for {@code k0}. */
    static String lengthOf(String local) {
        return local.equals("v") ? "n" : local + "n";
    }

    void add(TypeSpec.Builder type) {
        List<List<FieldPlan>> groups = codec.readGroups();
        if (groups.size() > 1) {
            type.addMethod(dispatcher(groups));
            for (int i = 0; i < groups.size(); i++) {
                FieldPlan next = i + 1 < groups.size() ? groups.get(i + 1).get(0) : null;
                type.addMethod(group(i, groups.get(i), next));
            }
        } else {
            type.addMethod(whole(groups.isEmpty() ? List.of() : groups.get(0)));
        }
        for (FieldPlan field : struct.fields()) {
            if (containers.needsMethod(field.value())) {
                type.addMethod(containers.readMethod(field, skeleton));
            }
        }
    }

    private MethodSpec whole(List<FieldPlan> fields) {
        MethodSpec.Builder read = skeleton.read().addCode(begin());
        if (dialect.countsIds()) {
            read.addStatement("int last = 0");
        }
        if (!required.isEmpty()) {
            read.addStatement("$L", seenDeclaration());
        }
        CodeBlock stop = dialect.countsIds() ? finish() : CodeBlock.of("p++;\n$L", finish());
        loop(read, fields, stop, CodeBlock.of(""), CodeBlock.of(""));
        return read.build();
    }

    /** What comes before the first field. */
    private CodeBlock begin() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (OneofPlan oneof : struct.oneofs()) {
            code.addStatement("m.clear$L()", oneof.property());
        }
        return code.build();
    }

    /** What comes after STOP. */
    private CodeBlock finish() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (OneofPlan oneof : struct.oneofs()) {
            code.addStatement(
                    "if (m.$N == 0$L) throw r.fail($T.INVALID_DATA, p - 1, $S)",
                    oneof.caseVariable(),
                    struct.keepsUnknown() ? " && m.unknown == null" : "",
                    JavaTypes.runtime("DecodeException").nestedClass("Kind"),
                    "union has no member");
        }
        if (!required.isEmpty()) {
            code.addStatement("if ($L) throw r.missing(p, seen, $L)", isIncomplete(), requiredNames());
        }
        return code.addStatement("return p").build();
    }

    /** The names of the required fields, in as few constants as class files allow. */
    private CodeBlock requiredNames() {
        List<CodeBlock> constants = new ArrayList<>();
        for (int from = 0; from < required.size(); from += NAMES_OF_A_CONSTANT) {
            String some = required.subList(from, Math.min(required.size(), from + NAMES_OF_A_CONSTANT)).stream()
                    .map(FieldPlan::name)
                    .collect(Collectors.joining(" "));
            constants.add(CodeBlock.of("$S", some));
        }
        return CodeBlock.join(constants, ",$W");
    }

    private CodeBlock seenDeclaration() {
        return seenIsArray()
                ? CodeBlock.of("long[] seen = new long[$L]", (required.size() + 63) / 64)
                : CodeBlock.of("long seen = 0");
    }

    /** Groups share what was seen, and more than 64 required fields need several words. */
    private boolean seenIsArray() {
        return required.size() > 64 || codec.readGroups().size() > 1;
    }

    private CodeBlock isIncomplete() {
        if (!seenIsArray()) {
            return CodeBlock.of("seen != $L", mask(required.size()));
        }
        List<CodeBlock> terms = new ArrayList<>();
        for (int word = 0; word * 64 < required.size(); word++) {
            terms.add(CodeBlock.of("seen[$L] != $L", word, mask(Math.min(64, required.size() - word * 64))));
        }
        return CodeBlock.join(terms, " || ");
    }

    private static String mask(int bits) {
        return bits == 64 ? "-1L" : ((1L << bits) - 1) + "L";
    }

    private CodeBlock seen(FieldPlan field) {
        int i = required.indexOf(field);
        if (i < 0) {
            return CodeBlock.of("");
        }
        return seenIsArray()
                ? CodeBlock.of("seen[$L] |= 1L << $L;\n", i / 64, i % 64)
                : CodeBlock.of("seen |= $L;\n", i == 63 ? "0x8000000000000000L" : (1L << i) + "L");
    }

    /**
     * The loop over headers.
     *
     * @param stop what to do at STOP; {@code p} is at it in Binary, behind it in Compact
     * @param begin what to do first for each field
     * @param foreign what to do with a field that the switch does not know, before it is kept or skipped
     */
    private void loop(
            MethodSpec.Builder read, List<FieldPlan> fields, CodeBlock stop, CodeBlock begin, CodeBlock foreign) {
        if (fields.size() > 1) {
            read.addAnnotation(Skeleton.suppress("fallthrough"));
        }
        read.addCode(dialect.beginRead()).beginControlFlow("for (;;)");
        read.beginControlFlow("if ($L)", dialect.isStop()).addCode(stop).endControlFlow();
        read.addCode(begin).addCode(dialect.beforeSwitch());
        read.beginControlFlow("switch ($L)", dialect.subject());
        for (int i = 0; i < fields.size(); i++) {
            read.addCode(field(fields.get(i), i + 1 < fields.size() ? fields.get(i + 1) : null));
        }
        read.addCode("default:\n$>")
                .addCode(foreign)
                .addCode(unknown(null))
                .addCode("$<")
                .endControlFlow();
        read.addCode(dialect.nextHeader()).endControlFlow();
    }

    /** Keeps or skips the field at hand. */
    private CodeBlock unknown(@Nullable FieldPlan known) {
        if (!struct.keepsUnknown()) {
            return CodeBlock.of("p = r.skip(b, $L, $L);\n", dialect.valueAt(), dialect.type());
        }
        return CodeBlock.builder()
                .addStatement("if (m.unknown == null) m.unknown = new $T()", JavaTypes.runtime("UnknownFields"))
                .addStatement("p = r.unknown(b, $L, $L, m.unknown)", dialect.valueAt(), dialect.typeAndId(known))
                .build();
    }

    private CodeBlock field(FieldPlan field, @Nullable FieldPlan next) {
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("$L:", dialect.caseOf(field))
                .add(value(field));
        if (next == null) {
            code.addStatement("break");
        } else {
            code.add(dialect.nextHeader()).add(dialect.expect(field, next));
        }
        return code.endControlFlow().build();
    }

    private CodeBlock value(FieldPlan field) {
        CodeBlock.Builder code = CodeBlock.builder().add(new ThriftUnions(struct).beforeReading(field));
        if (field.value().isContainer()) {
            return code.add(container(field)).build();
        }
        if (field.value() instanceof ValuePlan.Struct s) {
            code.add(dialect.toValue());
            if (field.when() == When.BIT) {
                // A second value replaces the first, as in libthrift; it is not merged into it.
                code.addStatement(Bits.unset("m.", field));
            }
            code.addStatement("r.enter(p)");
            code.addStatement(
                    "p = $T.$L(r, b, p, $L)",
                    JavaTypes.of(s.name()).nestedClass(s.codecs().of(dialect.format())),
                    Skeleton.READ,
                    Slot.struct(field, s));
            code.addStatement("r.leave()");
        } else if (field.asciiBit() >= 0) {
            code.add(dialect.toValue())
                    .add(dialect.readLength("n"))
                    .addStatement("m.$N = r.string(b, p, n)", field.variable())
                    .addStatement(Bits.copyAscii("m.", field, "r.ascii"))
                    .addStatement("p += n")
                    .add(present(field));
        } else {
            code.add(dialect.toValue())
                    .add(dialect.readField(field.value(), "v"))
                    .addStatement("m.$N = v", field.variable())
                    .add(present(field));
        }
        return code.add(seen(field)).build();
    }

    private CodeBlock present(FieldPlan field) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (field.inOneof()) {
            code.addStatement("m.$N = $L", struct.oneofOf(field).caseVariable(), field.number());
        }
        if (field.when() == When.BIT) {
            code.addStatement(Bits.set("m.", field));
        }
        return code.build();
    }

    /** Elements of another type than the declared one make the whole field an unknown one. */
    private CodeBlock container(FieldPlan field) {
        String p = dialect.valueAt();
        CodeBlock.Builder code = CodeBlock.builder();
        CodeBlock.Builder known = CodeBlock.builder();
        if (containers.needsMethod(field.value())) {
            code.addStatement("int q = read$L(r, b, $L, m)", field.property(), p);
            code.beginControlFlow("if (q < 0)");
            known.addStatement("p = q");
        } else {
            ValuePlan element = ((ValuePlan.ListOf) field.value()).element();
            code.addStatement("int q = r.list(b, $L, $L)", p, ThriftTypes.code(element));
            code.addStatement("int n = r.n");
            code.beginControlFlow("if (n < 0)");
            known.add(containers.slot(field));
            known.addStatement(
                    "p = r.$L(b, q, n, x$L)",
                    ThriftTypes.bulk(element),
                    element instanceof ValuePlan.Enumeration ? ".numbers()" : "");
        }
        if (field.when() == When.NOT_EMPTY_OR_BIT) {
            known.addStatement(Bits.set("m.", field));
        }
        return code.add(unknown(field))
                .nextControlFlow("else")
                .add(known.build())
                .add(seen(field))
                .endControlFlow()
                .build();
    }

    /** Looks at the next header and goes to the group that its id belongs to, which reads on while it can. */
    private MethodSpec dispatcher(List<List<FieldPlan>> groups) {
        MethodSpec.Builder read = skeleton.read().addCode(begin());
        boolean counts = dialect.countsIds();
        if (counts) {
            read.addStatement("int last = 0");
        }
        boolean tracks = !required.isEmpty();
        if (tracks) {
            read.addStatement(seenDeclaration());
        }
        read.beginControlFlow("while (b[p] != 0)");
        if (counts) {
            read.addStatement("r.header(b, p, last)").addStatement("int id = r.n");
        } else {
            read.addStatement("int id = $T.i16(b, p + 1)", dialect.reader());
        }
        String arguments = "(r, b, p, m" + (counts ? ", last" : "") + (tracks ? ", seen" : "") + ")";
        for (int i = 0; i < groups.size() - 1; i++) {
            int next = groups.get(i + 1).get(0).number();
            if (i == 0) {
                read.beginControlFlow("if (id < $L)", next);
            } else {
                read.nextControlFlow("else if (id < $L)", next);
            }
            read.addStatement("p = read$L$L", i, arguments);
        }
        read.nextControlFlow("else")
                .addStatement("p = read$L$L", groups.size() - 1, arguments)
                .endControlFlow();
        if (counts) {
            read.addStatement("last = r.last");
        }
        return read.endControlFlow().addStatement("p++").addCode(finish()).build();
    }

    /** Reads fields while they belong to the group; returns the position of the header of another, or of STOP. */
    private MethodSpec group(int index, List<FieldPlan> fields, @Nullable FieldPlan next) {
        boolean counts = dialect.countsIds();
        MethodSpec.Builder read = skeleton.readPart("read" + index);
        if (counts) {
            read.addParameter(int.class, "last");
        }
        if (!required.isEmpty()) {
            read.addParameter(long[].class, "seen");
        }
        CodeBlock id = CodeBlock.of(counts ? "id" : "(short) h");
        List<CodeBlock> outside = new ArrayList<>();
        if (index > 0) {
            outside.add(CodeBlock.of("$L < $L", id, fields.get(0).number()));
        }
        if (next != null) {
            outside.add(CodeBlock.of("$L >= $L", id, next.number()));
        }
        CodeBlock.Builder foreign = CodeBlock.builder().beginControlFlow("if ($L)", CodeBlock.join(outside, " || "));
        if (counts) {
            foreign.addStatement("r.last = before").addStatement("return start");
        } else {
            foreign.addStatement("return p");
        }
        loop(
                read,
                fields,
                CodeBlock.of(counts ? "return p - 1;\n" : "return p;\n"),
                CodeBlock.of(counts ? "int start = p - 1;\nint before = last;\n" : ""),
                foreign.endControlFlow().build());
        return read.build();
    }
}
