package dev.fastcodec.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.plan.ConstantsPlan;
import javax.lang.model.element.Modifier;

/** The constants of a Thrift file. */
final class ConstantsWriter {
    private ConstantsWriter() {}

    static TypeSpec write(ConstantsPlan plan) {
        ClassName self = JavaTypes.of(plan.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addJavadoc("Constants of {@code $L}; their lists, sets and maps cannot be changed.\n", plan.source())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (ConstantsPlan.Constant constant : plan.constants()) {
            FieldSpec.Builder field = FieldSpec.builder(JavaTypes.general(constant.type()), constant.name())
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .initializer(Literals.general(constant.value(), constant.type()));
            CodeBlock doc = Docs.of(constant.doc());
            if (!doc.isEmpty()) {
                field.addJavadoc("$L\n", doc);
            }
            if (constant.deprecated()) {
                field.addAnnotation(Deprecated.class);
            }
            type.addField(field.build());
        }
        return type.build();
    }
}
