package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.java.Defaults;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldConstants;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.FieldPlan.When;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The writing half of a JSON codec: fields by ascending id, each with a comma in front, room checked once for each run of
 * fields of bounded size. Unknown fields, which are kept in a binary format, are left out.
 */
final class JsonWriting {
    private static final ClassName JSON_NAME = JsonDialect.runtime("JsonName");

    /** What the last of the stores that write a name may overwrite behind it. */
    private static final int SLACK = 8;

    private final StructPlan struct;
    private final CodecPlan codec;
    private final Skeleton skeleton;
    private final JsonDialect dialect;
    private final JsonScalars scalars;
    private final JsonContainers containers;
    private final FieldConstants constants;

    JsonWriting(StructPlan struct, CodecPlan codec, Skeleton skeleton, JsonDialect dialect, JsonContainers containers) {
        this.struct = struct;
        this.codec = codec;
        this.skeleton = skeleton;
        this.dialect = dialect;
        this.scalars = new JsonScalars(dialect);
        this.containers = containers;
        this.constants = new FieldConstants(struct, JsonFormat.NAMES);
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
            if (!hasRoom && !isString(field)) {
                int room = room(fields.subList(i, fields.size()));
                method.addStatement("if (b.length - p < $L) b = w.grow(p, $L)", room, room);
            }
            boolean certain = field.when() == When.ALWAYS || field.required();
            if (!certain) {
                boolean optional = dialect.mapped() && field.when() == When.NOT_DEFAULT;
                method.beginControlFlow(optional ? "if ($L || w.all)" : "if ($L)", isPresent(field));
            }
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

    /** The constants for the names of fields, each with what stands around it. */
    void addNames(TypeSpec.Builder names) {
        for (FieldPlan field : struct.fields()) {
            names.addField(FieldSpec.builder(JSON_NAME, constants.of(field), Modifier.STATIC, Modifier.FINAL)
                    .initializer("$T.of($L)", JSON_NAME, dialect.name(field))
                    .build());
        }
    }

    /** A field's constant. */
    private CodeBlock name(FieldPlan field) {
        return CodeBlock.of("$N.$N", codec.namesClass(), constants.of(field));
    }

    /** Strings are written together with their names, by a method that makes the room for both. */
    private static boolean isString(FieldPlan field) {
        return field.value().is(ScalarType.STRING);
    }

    private boolean isBounded(FieldPlan field) {
        return scalars.most(field.value()) > 0;
    }

    /** Bytes at the most of the bounded fields that come first, and of the next one's name, and what its last store may overwrite. */
    private int room(List<FieldPlan> fields) {
        int room = SLACK;
        for (FieldPlan field : fields) {
            if (isString(field)) {
                break;
            }
            room += dialect.mostOfName(field);
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
        if (isString(field)) {
            return CodeBlock.of("p = w.string(b, p, $L, $L);\nb = w.b;\n", name(field), x);
        }
        CodeBlock value;
        if (field.value() instanceof ValuePlan.Struct s) {
            value = containers.writeStruct(s, x);
        } else if (field.value().isContainer()) {
            value = CodeBlock.of("p = write$L(w, b, p, $L);\nb = w.b;\n", field.property(), x);
        } else {
            value = scalars.write(field.value(), x);
        }
        return CodeBlock.of("p = w.name(b, p, $L);\n$L", name(field), value);
    }
}
