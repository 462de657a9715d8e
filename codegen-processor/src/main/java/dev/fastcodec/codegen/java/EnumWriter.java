package dev.fastcodec.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.plan.EnumPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * An enum. One with more constants than a Java enum can hold becomes a final class with the same constants and methods;
 * its constants stand in private parts, each with an initialiser of its own.
 */
final class EnumWriter {
    private static final String HOLDER = "Lookup";
    private static final ClassName LOOKUP = JavaTypes.runtime("EnumLookup");

    private final EnumPlan plan;
    private final ClassName self;

    EnumWriter(EnumPlan plan) {
        this.plan = plan;
        this.self = JavaTypes.of(plan.name());
    }

    TypeSpec write() {
        return plan.parts() == 0 ? javaEnum() : bigClass();
    }

    private TypeSpec javaEnum() {
        TypeSpec.Builder type = TypeSpec.enumBuilder(self);
        addCommon(type);
        for (EnumPlan.Constant constant : plan.constants()) {
            TypeSpec.Builder spec = TypeSpec.anonymousClassBuilder("$L", constant.number());
            spec.addJavadoc(Docs.paragraph(constant.doc()));
            if (constant.deprecated()) {
                spec.addAnnotation(Deprecated.class);
            }
            type.addEnumConstant(constant.name(), spec.build());
        }
        type.addEnumConstant(
                plan.unrecognized(),
                TypeSpec.anonymousClassBuilder("-1")
                        .addJavadoc("Stands for every number that is none of the above; has no number of its own.\n")
                        .build());
        type.addField(int.class, plan.numberVariable(), Modifier.PRIVATE, Modifier.FINAL);
        type.addMethod(MethodSpec.constructorBuilder()
                .addParameter(int.class, plan.numberVariable())
                .addStatement("this.$N = $N", plan.numberVariable(), plan.numberVariable())
                .build());
        type.addField(FieldSpec.builder(ParameterizedTypeName.get(LOOKUP, self), plan.lookup())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T<>(values(), $N)", LOOKUP, plan.unrecognized())
                .build());
        return type.build();
    }

    private void addCommon(TypeSpec.Builder type) {
        type.addModifiers(Modifier.PUBLIC).addSuperinterface(JavaTypes.runtime("EnumValue"));
        type.addJavadoc(Docs.paragraph(plan.doc()));
        if (plan.deprecated()) {
            type.addAnnotation(Deprecated.class);
        }
        type.addField(SchemaWriter.constant(plan.schema(), JavaTypes.schema("EnumSchema"), "enumeration"));
        type.addMethod(MethodSpec.methodBuilder("number")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(int.class)
                .addStatement(
                        "if (this == $N) throw new $T($S)",
                        plan.unrecognized(),
                        IllegalArgumentException.class,
                        plan.unrecognized() + " has no number")
                .addStatement("return $N", plan.numberVariable())
                .build());
        type.addMethod(MethodSpec.methodBuilder("isUnrecognized")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(boolean.class)
                .addStatement("return this == $N", plan.unrecognized())
                .build());
        type.addMethod(MethodSpec.methodBuilder("forNumber")
                .addJavadoc("The constant of a number, {@code $L} if there is none.\n", plan.unrecognized())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(self)
                .addParameter(int.class, "number")
                .addStatement("return $L.get(number)", lookup())
                .build());
    }

    private TypeSpec bigClass() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self).addModifiers(Modifier.FINAL);
        addCommon(type);
        type.addJavadoc("\n<p>More constants than a Java enum can hold: a class with the same methods.\n");
        addState(type);
        List<CodeBlock> all = new ArrayList<>();
        for (int from = 0; from < plan.constants().size(); from += plan.parts()) {
            ClassName part = partName(from / plan.parts());
            type.addSuperinterface(part);
            all.add(CodeBlock.of("$T.$N", part, plan.all()));
        }
        type.addField(FieldSpec.builder(self, plan.unrecognized())
                .addJavadoc("Stands for every number that is none of the others; has no number of its own.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T($S, -1)", self, plan.unrecognized())
                .build());
        // In a class of its own: a part that is used first makes constants before this class could see all parts.
        type.addType(TypeSpec.classBuilder(HOLDER)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(FieldSpec.builder(ParameterizedTypeName.get(LOOKUP, self), plan.lookup())
                        .addModifiers(Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.join($N, $L)", LOOKUP, plan.unrecognized(), CodeBlock.join(all, ", "))
                        .build())
                .build());
        type.addMethod(MethodSpec.methodBuilder("values")
                .addJavadoc("All constants in the order of the IDL, without {@code $L}.\n", plan.unrecognized())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), self))
                .addStatement("return $L.all()", lookup())
                .build());
        return type.build();
    }

    private String lookup() {
        return plan.parts() == 0 ? plan.lookup() : HOLDER + "." + plan.lookup();
    }

    private void addState(TypeSpec.Builder type) {
        type.addField(String.class, "constantName", Modifier.PRIVATE, Modifier.FINAL);
        type.addField(int.class, plan.numberVariable(), Modifier.PRIVATE, Modifier.FINAL);
        type.addMethod(MethodSpec.constructorBuilder()
                .addParameter(String.class, "constantName")
                .addParameter(int.class, plan.numberVariable())
                .addStatement("this.constantName = constantName")
                .addStatement("this.$N = $N", plan.numberVariable(), plan.numberVariable())
                .build());
        type.addMethod(MethodSpec.methodBuilder("name")
                .addJavadoc("The constant's name.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return constantName")
                .build());
        type.addMethod(MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return constantName")
                .build());
    }

    private ClassName partName(int part) {
        return self.peerClass(self.simpleName() + "Part" + part);
    }

    /** The interfaces that hold the constants of a big class; top-level or nested beside it. */
    List<TypeSpec> parts() {
        List<TypeSpec> parts = new ArrayList<>();
        for (int from = 0; plan.parts() > 0 && from < plan.constants().size(); from += plan.parts()) {
            int to = Math.min(plan.constants().size(), from + plan.parts());
            parts.add(part(from / plan.parts(), plan.constants().subList(from, to)));
        }
        return parts;
    }

    private TypeSpec part(int index, List<EnumPlan.Constant> constants) {
        TypeSpec.Builder part =
                TypeSpec.interfaceBuilder(partName(index)).addJavadoc("Constants of {@link $T}.\n", self);
        List<CodeBlock> all = new ArrayList<>();
        for (EnumPlan.Constant constant : constants) {
            FieldSpec.Builder field = FieldSpec.builder(self, constant.name())
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .initializer("new $T($S, $L)", self, constant.name(), constant.number());
            field.addJavadoc(Docs.paragraph(constant.doc()));
            if (constant.deprecated()) {
                field.addAnnotation(Deprecated.class);
            }
            part.addField(field.build());
            all.add(CodeBlock.of("$N", constant.name()));
        }
        part.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "deprecation")
                .build());
        part.addField(FieldSpec.builder(ParameterizedTypeName.get(ClassName.get(List.class), self), plan.all())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($L)", List.class, CodeBlock.join(all, ", "))
                .build());
        return part.build();
    }
}
