package dev.fastcodec.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.fastcodec.codegen.plan.SchemaPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The table of an IDL file, and the constants that refer to it. */
public final class SchemaWriter {
    private static final String TABLE = "TABLE";

    /** Each takes 10 bytes of bytecode. */
    private static final int IMPORTS_OF_A_METHOD = 500;

    /** Each takes some 20 bytes of bytecode. */
    private static final int TYPES_OF_A_METHOD = 300;

    private static final ParameterizedTypeName MESSAGE_TYPE =
            ParameterizedTypeName.get(JavaTypes.runtime("MessageType"), WildcardTypeName.subtypeOf(Object.class));

    private static final ParameterSpec TYPES = ParameterSpec.builder(
                    ParameterizedTypeName.get(ClassName.get(List.class), JavaTypes.schema("FieldType")), "types")
            .build();

    private SchemaWriter() {}

    static TypeSpec write(SchemaPlan plan) {
        ClassName self = JavaTypes.of(plan.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addJavadoc(
                        "What {@code $L} says; read when {@code SCHEMA} of one of its types is asked.\n", plan.source())
                .addModifiers(Modifier.FINAL)
                .superclass(JavaTypes.schema("SchemaTable"))
                .addField(FieldSpec.builder(self, TABLE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", self)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(override("text")
                        .returns(ArrayTypeName.of(String.class))
                        .addCode("return new $T[] {$L};\n", String.class, pieces(plan))
                        .build());
        if (plan.usesDeprecated()) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "deprecation")
                    .build());
        }
        if (!plan.descriptors().isEmpty()) {
            DescriptorWriter.add(type, self, plan.descriptors());
        }
        if (!plan.imports().isEmpty()) {
            addImports(type, plan.imports());
        }
        if (!plan.bases().isEmpty()) {
            type.addMethod(importedService(plan.bases()));
        }
        if (!plan.messages().isEmpty()) {
            addTypes(type, plan.messages());
        }
        return type.build();
    }

    /** {@code SCHEMA} of a type; {@code method} of the table gives it. */
    static FieldSpec constant(SchemaPlan.Ref schema, ClassName type, String method) {
        return FieldSpec.builder(type, schema.constant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("What the IDL says about this type.\n")
                .initializer(lookup(schema, method))
                .build();
    }

    /** Asks the table for a type; {@code method} of the table gives it. */
    static CodeBlock lookup(SchemaPlan.Ref schema, String method) {
        return CodeBlock.of("$T.$L.$L($S)", JavaTypes.of(schema.table()), TABLE, method, schema.path());
    }

    /** The schema of a struct: a constant of its class, or what the table says. */
    public static CodeBlock of(StructPlan struct) {
        return struct.ofCall()
                ? lookup(struct.schema(), "message")
                : CodeBlock.of("$N", struct.schema().constant());
    }

    private static void addImports(TypeSpec.Builder type, List<SchemaPlan.Import> imports) {
        MethodSpec.Builder all = override("addImports").addParameter(TYPES);
        for (int from = 0; from < imports.size(); from += IMPORTS_OF_A_METHOD) {
            boolean rest = imports.size() - from > IMPORTS_OF_A_METHOD;
            for (SchemaPlan.Import each : imports.subList(from, Math.min(imports.size(), from + IMPORTS_OF_A_METHOD))) {
                all.addStatement("types.add($T.$L)", JavaTypes.of(each.type()), each.constant());
            }
            String next = "addImports_" + (from + IMPORTS_OF_A_METHOD);
            if (rest) {
                all.addStatement("$L(types)", next);
            }
            type.addMethod(all.build());
            all = MethodSpec.methodBuilder(next)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(TYPES);
        }
    }

    private static MethodSpec importedService(List<SchemaPlan.Base> bases) {
        MethodSpec.Builder method = override("importedService")
                .returns(JavaTypes.schema("ServiceSchema"))
                .addParameter(String.class, "name")
                .beginControlFlow("switch (name)");
        bases.forEach(b -> method.addStatement("case $S: return $T.SCHEMA", b.word(), JavaTypes.of(b.service())));
        return method.addStatement("default: return null").endControlFlow().build();
    }

    private static void addTypes(TypeSpec.Builder type, List<SchemaPlan.Codecs> messages) {
        MethodSpec.Builder one = override("type");
        for (int from = 0; from < messages.size(); from += TYPES_OF_A_METHOD) {
            one.returns(MESSAGE_TYPE).addParameter(int.class, "i").beginControlFlow("switch (i)");
            int to = Math.min(messages.size(), from + TYPES_OF_A_METHOD);
            for (int i = from; i < to; i++) {
                SchemaPlan.Codecs codecs = messages.get(i);
                CodeBlock constants = codecs.constants().stream()
                        .map(c -> c == null
                                ? CodeBlock.of("null")
                                : CodeBlock.of("$T.$L", JavaTypes.of(codecs.message()), c))
                        .collect(CodeBlock.joining(", "));
                one.addStatement("case $L: return new $T<>($L)", i, MESSAGE_TYPE.rawType(), constants);
            }
            String next = "type_" + to;
            one.addStatement("default: return $L", to < messages.size() ? next + "(i)" : "null");
            type.addMethod(one.endControlFlow().build());
            one = MethodSpec.methodBuilder(next).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
        }
    }

    static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }

    private static CodeBlock pieces(SchemaPlan plan) {
        return plan.pieces().stream().map(SchemaWriter::piece).collect(CodeBlock.joining(", "));
    }

    /** Lines as a text block; a piece of a line as a string. */
    private static CodeBlock piece(String piece) {
        return piece.endsWith("\n")
                ? CodeBlock.of("\"\"\"\n$L\"\"\"", piece.replace("\\", "\\\\").replace("\"\"\"", "\"\"\\\""))
                : CodeBlock.of("$S", piece);
    }
}
