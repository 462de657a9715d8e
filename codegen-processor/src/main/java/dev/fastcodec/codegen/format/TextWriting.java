package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The writing half of a text codec: fields by ascending number, extensions between them, then unknown fields. */
final class TextWriting {
    private final StructPlan struct;
    private final CodecPlan codec;

    TextWriting(StructPlan struct, CodecPlan codec) {
        this.struct = struct;
        this.codec = codec;
    }

    void add(TypeSpec.Builder type) {
        List<List<FieldPlan>> chunks = codec.writeChunks();
        MethodSpec.Builder write = method(Skeleton.WRITE, Modifier.PUBLIC);
        int last = 0;
        if (struct.text().any()) {
            write.beginControlFlow("if (!w.any(m.getTypeUrl(), m.getValue()))");
        }
        for (int i = 0; i < chunks.size(); i++) {
            MethodSpec.Builder part = chunks.size() == 1 ? write : method("write" + i, Modifier.PRIVATE);
            for (FieldPlan field : chunks.get(i)) {
                part.addCode(extensions(last, field.number())).addCode(field(field));
                last = field.number();
            }
            if (chunks.size() > 1) {
                type.addMethod(part.build());
                write.addStatement("write$L(w, m)", i);
            }
        }
        if (struct.text().any()) {
            write.endControlFlow();
        }
        write.addCode(extensions(last, Integer.MAX_VALUE));
        if (struct.keepsUnknown()) {
            write.addStatement("w.unknown(m.unknown)");
        }
        type.addMethod(write.build());
    }

    private MethodSpec.Builder method(String name, Modifier visibility) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(visibility, Modifier.STATIC)
                .addParameter(TextFormat.WRITER, "w")
                .addParameter(JavaTypes.of(struct.name()), "m");
    }

    /** The extensions whose numbers are between two, themselves excluded; nothing where none can be. */
    private CodeBlock extensions(int number, int other) {
        if (struct.ranges() == null || !struct.ranges().isOpenBetween(number, other)) {
            return CodeBlock.of("");
        }
        return CodeBlock.of(
                "if (m.extensions != null) w.extensions(m.extensions, $L, $L);\n",
                number + 1,
                other == Integer.MAX_VALUE ? other : other - 1);
    }

    private CodeBlock field(FieldPlan field) {
        CodeBlock x = field.inOneof()
                ? CodeBlock.of("($T) m.$N", JavaTypes.stored(field.value()), field.variable())
                : CodeBlock.of("m.$N", field.variable());
        CodeBlock.Builder code = CodeBlock.builder();
        code.beginControlFlow("if ($L)", ProtoWriting.isPresent(struct, field));
        String label = struct.text().label(field);
        if (field.value() instanceof ValuePlan.ListOf list) {
            code.beginControlFlow("for (int i = 0; i < $L.size(); i++)", x);
            code.add(value(list.element(), label, element(list.element(), x), field.utf8()));
            code.endControlFlow();
        } else if (field.value() instanceof ValuePlan.MapOf map) {
            code.add(entries(field, map, x));
        } else {
            code.add(value(field.value(), label, x, field.utf8()));
        }
        return code.endControlFlow().build();
    }

    private static CodeBlock element(ValuePlan element, CodeBlock list) {
        if (element instanceof ValuePlan.Enumeration) {
            return CodeBlock.of("$L.numbers().at(i)", list);
        }
        return CodeBlock.of("$L.$L(i)", list, element.isPrimitive() ? "at" : "get");
    }

    private static CodeBlock entries(FieldPlan field, ValuePlan.MapOf map, CodeBlock x) {
        boolean enums = map.value() instanceof ValuePlan.Enumeration;
        TypeName value = enums ? ClassName.get(Integer.class) : JavaTypes.boxed(map.value());
        String sorted = map.key().is(ScalarType.UINT32) || map.key().is(ScalarType.FIXED32)
                ? "sortedUnsigned32"
                : map.key().is(ScalarType.UINT64) || map.key().is(ScalarType.FIXED64) ? "sortedUnsigned64" : "sorted";
        TypeName key = JavaTypes.boxed(map.key());
        CodeBlock entries = enums ? CodeBlock.of("$T.<$T>numbers($L)", TextFormat.WRITER, key, x) : x;
        return CodeBlock.builder()
                .beginControlFlow(
                        "for ($T<$T, $T> x : $T.$L($L))",
                        Map.Entry.class,
                        key,
                        value,
                        TextFormat.WRITER,
                        sorted,
                        entries)
                .addStatement("w.open($S)", field.name())
                .add(value(map.key(), "key", CodeBlock.of("x.getKey()"), field.utf8()))
                .add(value(map.value(), "value", CodeBlock.of("x.getValue()"), field.utf8()))
                .addStatement("w.close()")
                .endControlFlow()
                .build();
    }

    private static CodeBlock value(ValuePlan value, String name, CodeBlock x, boolean utf8) {
        if (value instanceof ValuePlan.Struct s) {
            return CodeBlock.builder()
                    .addStatement("w.open($S)", name)
                    .addStatement("$T.$L(w, $L)", TextFormat.codecOf(s), Skeleton.WRITE, x)
                    .addStatement("w.close()")
                    .build();
        }
        CodeBlock schema = value instanceof ValuePlan.Enumeration e
                ? CodeBlock.of("$L, ", TextFormat.schema(e))
                : CodeBlock.of("");
        return CodeBlock.of("w.$L($S, $L$L);\n", TextFormat.method(value, utf8), name, schema, x);
    }
}
