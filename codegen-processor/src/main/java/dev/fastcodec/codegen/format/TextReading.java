package dev.fastcodec.codegen.format;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The reading half of a text codec: a loop over the fields that come, and a switch that stores each by its accessor. */
final class TextReading {
    private final StructPlan struct;
    private final CodecPlan codec;

    TextReading(StructPlan struct, CodecPlan codec) {
        this.struct = struct;
        this.codec = codec;
    }

    void add(TypeSpec.Builder type) {
        List<List<FieldPlan>> groups = codec.readGroups();
        MethodSpec.Builder read = method(Skeleton.READ, Modifier.PUBLIC)
                .addStatement("r.begin($L.$L)", codec.namesClass(), TextFormat.FIELDS);
        boolean brackets = struct.text().any() || struct.ranges() != null;
        if (groups.isEmpty() && !brackets) {
            type.addMethod(read.addStatement("r.field()").build());
            return;
        }
        read.beginControlFlow("for (int n; (n = r.field()) != 0; )");
        if (groups.size() > 1) {
            addCalls(read, groups, brackets);
            for (int i = 0; i < groups.size(); i++) {
                MethodSpec.Builder part = method("read" + i, Modifier.PRIVATE).addParameter(int.class, "n");
                addCases(part, groups.get(i), false);
                type.addMethod(part.build());
            }
        } else {
            addCases(read, groups.isEmpty() ? List.of() : groups.get(0), brackets);
        }
        type.addMethod(read.endControlFlow().build());
        struct.fields().stream()
                .filter(f -> f.value() instanceof ValuePlan.MapOf)
                .forEach(f -> type.addMethod(entry(f, (ValuePlan.MapOf) f.value())));
    }

    private MethodSpec.Builder method(String name, Modifier visibility) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(visibility, Modifier.STATIC)
                .addParameter(TextFormat.READER, "r")
                .addParameter(JavaTypes.of(struct.name()), "m");
    }

    private static void addCalls(MethodSpec.Builder read, List<List<FieldPlan>> groups, boolean brackets) {
        if (brackets) {
            read.beginControlFlow("if (n == $T.BRACKETS)", TextFormat.READER)
                    .addStatement("r.extension(m)")
                    .addStatement("continue")
                    .endControlFlow();
        }
        for (int i = 0; i < groups.size(); i++) {
            List<FieldPlan> group = groups.get(i);
            if (i == groups.size() - 1) {
                read.addStatement("else read$L(r, m, n)", i);
            } else {
                read.addCode(
                        "$Lif (n <= $L) read$L(r, m, n);\n",
                        i == 0 ? "" : "else ",
                        group.get(group.size() - 1).number(),
                        i);
            }
        }
    }

    private void addCases(MethodSpec.Builder method, List<FieldPlan> fields, boolean brackets) {
        method.beginControlFlow("switch (n)");
        for (FieldPlan field : fields) {
            method.addCode("case $L: {\n$>", field.number())
                    .addCode(value(field))
                    .addStatement("break")
                    .addCode("$<}\n");
        }
        if (struct.text().any()) {
            method.addCode("case $T.BRACKETS: {\n$>", TextFormat.READER)
                    .addStatement("m.setTypeUrl(r.typeUrl())")
                    .addStatement("m.setValue(r.anyValue())")
                    .addStatement("break")
                    .addCode("$<}\n");
        } else if (brackets) {
            method.addCode("case $T.BRACKETS: {\n$>", TextFormat.READER)
                    .addStatement("r.extension(m)")
                    .addStatement("break")
                    .addCode("$<}\n");
        }
        method.endControlFlow();
    }

    private static CodeBlock value(FieldPlan field) {
        String property = field.property();
        if (field.value() instanceof ValuePlan.ListOf list) {
            ValuePlan element = list.element();
            CodeBlock add = element instanceof ValuePlan.Struct s
                    ? message(s, CodeBlock.of("m.add$L()", property))
                    : CodeBlock.of(
                            "m.get$L()$L($L)",
                            property,
                            element instanceof ValuePlan.Enumeration
                                    ? ".numbers().push"
                                    : element.isPrimitive() ? ".push" : ".add",
                            scalar(element, field.utf8()));
            return loop(add);
        } else if (field.value() instanceof ValuePlan.MapOf) {
            return loop(CodeBlock.of("read$L(r, m)", property));
        } else if (field.value() instanceof ValuePlan.Struct s) {
            return CodeBlock.of("$L;\n", message(s, CodeBlock.of("m.mutable$L()", property)));
        }
        String setter = field.value() instanceof ValuePlan.Enumeration ? field.numberMethod() : "set" + property;
        return CodeBlock.of("m.$L($L);\n", setter, scalar(field.value(), field.utf8()));
    }

    private static CodeBlock loop(CodeBlock call) {
        return CodeBlock.of("do $L; while (r.more());\n", call);
    }

    private static CodeBlock message(ValuePlan.Struct value, CodeBlock target) {
        return CodeBlock.of("$T.$L(r, $L)", TextFormat.codecOf(value), Skeleton.READ, target);
    }

    private static CodeBlock scalar(ValuePlan value, boolean utf8) {
        CodeBlock schema = value instanceof ValuePlan.Enumeration e ? TextFormat.schema(e) : CodeBlock.of("");
        return CodeBlock.of("r.$L($L)", TextFormat.method(value, utf8), schema);
    }

    /** One entry of a map: a key or value that is missing has its default. */
    private MethodSpec entry(FieldPlan field, ValuePlan.MapOf map) {
        boolean messages = map.value() instanceof ValuePlan.Struct;
        MethodSpec.Builder read = method("read" + field.property(), Modifier.PRIVATE)
                .addStatement("r.begin($T.$L)", TextFormat.NAMES, messages ? "MESSAGE_ENTRY" : "ENTRY")
                .addStatement("$T key = $L", JavaTypes.stored(map.key()), ProtoEntryReading.zero(map.key()));
        CodeBlock value;
        if (map.value() instanceof ValuePlan.Struct s) {
            read.addStatement("$T value = new $T()", JavaTypes.stored(s), JavaTypes.of(s.name()));
            value = message(s, CodeBlock.of("value"));
        } else {
            read.addStatement("$T value = $L", JavaTypes.stored(map.value()), ProtoEntryReading.zero(map.value()));
            value = CodeBlock.of("value = $L", scalar(map.value(), field.utf8()));
        }
        boolean enums = map.value() instanceof ValuePlan.Enumeration;
        return read.beginControlFlow("for (int n; (n = r.field()) != 0; )")
                .addStatement("if (n == 1) key = $L", scalar(map.key(), field.utf8()))
                .addStatement("else $L", value)
                .endControlFlow()
                .addStatement("m.get$L()$L.put(key, value)", field.property(), enums ? ".numbers()" : "")
                .build();
    }
}
