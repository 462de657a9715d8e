package dev.fastcodec.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.plan.ConstantsPlan;
import javax.lang.model.element.Modifier;

/** The constants of a Thrift file. */
final class ConstantsWriter {
    /** Parts that an expression has; all that are no constants of Java stand in one initialiser of at most 64 KiB. */
    private static final int MOST_INLINE = 16;

    private ConstantsWriter() {}

    static TypeSpec write(ConstantsPlan plan) {
        TypeSpec.Builder type = TypeSpec.classBuilder(JavaTypes.of(plan.name()))
                .addJavadoc("Constants of {@code $L}; nothing that is in a field can be changed.\n", plan.source())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (plan.usesDeprecated()) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "deprecation")
                    .build());
        }
        LiteralMethods literals = new LiteralMethods(type, plan.helper(), plan.crowded() ? 1 : MOST_INLINE);
        for (ConstantsPlan.Constant constant : plan.constants()) {
            TypeName general = JavaTypes.general(constant.type());
            CodeBlock value = literals.general(constant.value(), constant.type());
            if (constant.changeable()) {
                type.addMethod(method(constant, general, value));
            } else {
                type.addField(field(constant, general, value));
            }
        }
        return type.build();
    }

    private static FieldSpec field(ConstantsPlan.Constant constant, TypeName type, CodeBlock value) {
        FieldSpec.Builder field = FieldSpec.builder(
                        type, constant.name(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Docs.paragraph(constant.doc()))
                .initializer(value);
        if (constant.deprecated()) {
            field.addAnnotation(Deprecated.class);
        }
        return field.build();
    }

    private static MethodSpec method(ConstantsPlan.Constant constant, TypeName type, CodeBlock value) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(constant.name())
                .addJavadoc(Docs.withNote(constant.doc(), "Made anew by each call, as it can be changed."))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addStatement("return $L", value);
        if (constant.deprecated()) {
            method.addAnnotation(Deprecated.class);
        }
        return method.build();
    }
}
