package dev.fastcodec.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.plan.ExtensionPlan;
import dev.fastcodec.codegen.plan.ExtensionsPlan;
import dev.fastcodec.codegen.plan.LiteralPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The constants of extensions, and the class of those of a file. */
final class ExtensionWriter {
    private static final ClassName EXTENSION = JavaTypes.runtime("Extension");

    private ExtensionWriter() {}

    static TypeSpec write(ExtensionsPlan plan) {
        TypeSpec.Builder type = TypeSpec.classBuilder(JavaTypes.of(plan.name()))
                .addJavadoc("Extensions that {@code $L} declares.\n", plan.source())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        plan.extensions().forEach(e -> type.addField(constant(e)));
        List<CodeBlock> all = new ArrayList<>();
        plan.extensions().forEach(e -> all.add(CodeBlock.of("$N", e.constant())));
        plan.nested().forEach(n -> all.add(CodeBlock.of("$T.$N", JavaTypes.of(n.bean()), n.constant())));
        TypeName any = WildcardTypeName.subtypeOf(Object.class);
        FieldSpec.Builder list = FieldSpec.builder(
                        ParameterizedTypeName.get(
                                ClassName.get(List.class), ParameterizedTypeName.get(EXTENSION, any, any)),
                        "ALL")
                .addJavadoc("All of them, also those that stand in messages: what a {@code TypeRegistry} is made of.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($L)", List.class, CodeBlock.join(all, ",$W"));
        if (plan.usesDeprecated()) {
            list.addAnnotation(deprecation());
        }
        return type.addField(list.build()).build();
    }

    private static AnnotationSpec deprecation() {
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "deprecation")
                .build();
    }

    /** The constant of one extension. */
    static FieldSpec constant(ExtensionPlan plan) {
        ClassName extendee = JavaTypes.of(plan.extendee());
        TypeName type = plan.value() instanceof ValuePlan.ListOf
                ? JavaTypes.returned(plan.value())
                : JavaTypes.boxed(plan.value());
        CodeBlock doc = Docs.of(plan.doc());
        FieldSpec.Builder field = FieldSpec.builder(
                        ParameterizedTypeName.get(EXTENSION, extendee, type), plan.constant())
                .addJavadoc(
                        doc.isEmpty()
                                ? CodeBlock.of("{@code $L} of {@code $L}.\n", plan.name(), extendee.simpleName())
                                : CodeBlock.of("$L\n", doc))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer(initializer(plan, extendee));
        if (plan.deprecated()) {
            field.addAnnotation(Deprecated.class);
        }
        if (plan.usesDeprecated()) {
            field.addAnnotation(deprecation());
        }
        return field.build();
    }

    private static CodeBlock initializer(ExtensionPlan plan, ClassName extendee) {
        CodeBlock start = CodeBlock.of(
                "$T.class, $S, $L, $T.$L",
                extendee,
                plan.name(),
                plan.number(),
                EXTENSION.nestedClass("Type"),
                plan.type());
        boolean list = plan.value() instanceof ValuePlan.ListOf;
        ValuePlan element = plan.value() instanceof ValuePlan.ListOf l ? l.element() : plan.value();
        if (element instanceof ValuePlan.Struct s) {
            CodeBlock codec = s.codecs().classes().containsKey(WireFormat.PROTO)
                    ? CodeBlock.of("() -> $T.PROTO", JavaTypes.of(s.name()))
                    : CodeBlock.of("null");
            return CodeBlock.of(
                    "$T.$L($L, $T::new, $L)",
                    EXTENSION,
                    list ? "messageList" : "ofMessage",
                    start,
                    JavaTypes.of(s.name()),
                    codec);
        } else if (element instanceof ValuePlan.Enumeration e) {
            ClassName type = JavaTypes.of(e.name());
            return list
                    ? CodeBlock.of(
                            "$T.enumList($L, $L, $T::forNumber, $T.$L)",
                            EXTENSION,
                            start,
                            plan.packed(),
                            type,
                            type,
                            e.schema())
                    : CodeBlock.of(
                            "$T.ofEnum($L, $T::forNumber, $T.$L, $L)",
                            EXTENSION,
                            start,
                            type,
                            type,
                            e.schema(),
                            initial(plan, element));
        }
        return list
                ? CodeBlock.of("$T.list($L, $L)", EXTENSION, start, plan.packed())
                : CodeBlock.of("$T.of($L, $L)", EXTENSION, start, initial(plan, element));
    }

    /** The declared default, else zero for what Java has a primitive for, else null. */
    private static CodeBlock initial(ExtensionPlan plan, ValuePlan value) {
        if (plan.initial() != null) {
            return Literals.general(plan.initial(), value);
        }
        boolean primitive = value instanceof ValuePlan.Scalar s && s.isPrimitive();
        return primitive ? Literals.general(new LiteralPlan.Int(0), value) : CodeBlock.of("null");
    }
}
