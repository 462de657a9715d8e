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
import java.util.List;

/**
 * The writing half of a JSON codec: fields by ascending id, each with a comma in front, room checked once for each run of
 * fields of bounded size. Unknown fields, which are kept in a binary format, are left out.
 */
final class JsonWriting {
    private final StructPlan struct;
    private final CodecPlan codec;
    private final Skeleton skeleton;
    private final JsonDialect dialect;
    private final JsonScalars scalars;
    private final JsonContainers containers;

    JsonWriting(StructPlan struct, CodecPlan codec, Skeleton skeleton, JsonDialect dialect, JsonContainers containers) {
        this.struct = struct;
        this.codec = codec;
        this.skeleton = skeleton;
        this.dialect = dialect;
        this.scalars = new JsonScalars(dialect);
        this.containers = containers;
    }

    void add(TypeSpec.Builder type) {
        List<List<FieldPlan>> chunks = codec.writeChunks();
        MethodSpec.Builder write = skeleton.write()
                .addCode(new ThriftUnions(struct).checkWriting(false))
                .addCode(new ThriftRequired(struct, codec).check())
                .addStatement("int start = p");
        if (chunks.size() == 1) {
            addChunk(write, chunks.get(0));
        }
        for (int i = 0; chunks.size() > 1 && i < chunks.size(); i++) {
            write.addStatement("p = write$L(w, b, p, m)", i).addStatement("b = w.b");
            MethodSpec.Builder part = skeleton.writePart("write" + i);
            addChunk(part, chunks.get(i));
            type.addMethod(part.addStatement("return p").build());
        }
        if (dialect.mapped() && struct.ranges() != null) {
            write.addStatement("if (m.extensions != null) p = w.extensions(p, m.extensions)");
        }
        type.addMethod(write.addStatement("return w.endObject(start, p)").build());
        new ThriftRequired(struct, codec).add(type);
        for (FieldPlan field : struct.fields()) {
            if (field.value().isContainer()) {
                type.addMethod(containers.writeMethod(field, skeleton));
            }
        }
    }

    private void addChunk(MethodSpec.Builder method, List<FieldPlan> fields) {
        boolean hasRoom = false;
        for (int i = 0; i < fields.size(); i++) {
            FieldPlan field = fields.get(i);
            if (!hasRoom) {
                int room = room(fields.subList(i, fields.size()));
                method.addStatement("if (b.length - p < $L) b = w.grow(p, $L)", room, room);
            }
            boolean certain = field.when() == When.ALWAYS || field.required();
            if (!certain) {
                boolean optional = dialect.mapped() && field.when() == When.NOT_DEFAULT;
                method.beginControlFlow(optional ? "if ($L || w.all)" : "if ($L)", isPresent(field));
            }
            method.addCode(before(field));
            method.addCode(value(field));
            if (dialect.typed()) {
                method.addStatement("b[p++] = '}'");
            }
            if (!certain) {
                method.endControlFlow();
            }
            hasRoom = isBounded(field);
        }
        Skeleton.trustOneofs(method, fields);
    }

    /** Writes what comes before a field's value. */
    private CodeBlock before(FieldPlan field) {
        String name = dialect.before(field);
        String original = dialect.beforeOriginal(field);
        CodeBlock text = name.equals(original)
                ? CodeBlock.of("$S", name)
                : CodeBlock.of("w.originalNames ? $S : $S", original, name);
        return CodeBlock.of("p = $T.put(b, p, $L);\n", dialect.writer(), text);
    }

    private boolean isBounded(FieldPlan field) {
        return scalars.most(field.value()) > 0;
    }

    /** Bytes at the most of the bounded fields that come first, and of what stands in front of the next. */
    private int room(List<FieldPlan> fields) {
        int room = 0;
        for (FieldPlan field : fields) {
            room += Math.max(
                    dialect.before(field).length(),
                    dialect.beforeOriginal(field).length());
            if (!isBounded(field)) {
                break;
            }
            room += scalars.most(field.value()) + (dialect.typed() ? 1 : 0);
        }
        return room;
    }

    private CodeBlock isPresent(FieldPlan field) {
        return field.inOneof()
                ? CodeBlock.of("m.$N == $L", struct.oneofOf(field).caseVariable(), field.number())
                : Defaults.isPresent("m.", field);
    }

    private CodeBlock value(FieldPlan field) {
        CodeBlock x = field.inOneof()
                ? CodeBlock.of("(($T) m.$N)", JavaTypes.stored(field.value()), field.variable())
                : CodeBlock.of("m.$N", field.variable());
        if (field.value() instanceof ValuePlan.Struct s) {
            return containers.writeStruct(s, x);
        } else if (field.value().isContainer()) {
            return CodeBlock.of("p = write$L(w, b, p, $L);\nb = w.b;\n", field.property(), x);
        }
        if (dialect.mapped() && field.asciiBit() >= 0) {
            return CodeBlock.of(
                    "p = $L ? w.ascii(b, p, $L) : w.string(b, p, $L);\nb = w.b;\n", Bits.isAscii("m.", field), x, x);
        }
        return scalars.write(field.value(), x);
    }
}
