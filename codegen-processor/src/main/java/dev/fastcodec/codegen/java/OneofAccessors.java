package dev.fastcodec.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.OneofPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import javax.lang.model.element.Modifier;

/** A oneof or union: its slot, its sealed view, and the accessors of its members. */
final class OneofAccessors {
    /** Each takes some 20 bytes of bytecode, and no method shall have more than 8000. */
    private static final int MEMBERS_OF_A_SWITCH = 200;

    private final StructPlan struct;
    private final ClassName self;
    private final Accessors accessors;

    OneofAccessors(StructPlan struct, Accessors accessors) {
        this.struct = struct;
        this.self = JavaTypes.of(struct.name());
        this.accessors = accessors;
    }

    void addFields(TypeSpec.Builder type, OneofPlan oneof, Modifier... modifiers) {
        type.addField(int.class, oneof.caseVariable(), modifiers);
        type.addField(Object.class, oneof.variable(), modifiers);
    }

    void addAccessors(TypeSpec.Builder type, OneofPlan oneof) {
        type.addMethod(caseOf(oneof));
        addView(type, oneof);
        type.addMethod(clear(oneof));
        for (int member : oneof.members()) {
            addMember(type, oneof, struct.fields().get(member));
        }
        type.addType(viewType(oneof));
    }

    private MethodSpec caseOf(OneofPlan oneof) {
        return MethodSpec.methodBuilder(oneof.caseVariable())
                .addJavadoc("Number of the member of {@code $L} that is set, or 0.\n", oneof.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(int.class)
                .addStatement("return $N", oneof.caseVariable())
                .build();
    }

    /** Adds the method that gives the sealed view; when there are many members, it asks other methods, some for each. */
    private void addView(TypeSpec.Builder type, OneofPlan oneof) {
        ClassName view = self.nestedClass(oneof.view());
        MethodSpec.Builder method = MethodSpec.methodBuilder(oneof.variable())
                .addJavadoc(Docs.withNote(
                        oneof.doc(),
                        CodeBlock.of(
                                "The member of {@code $L} that is set, or null. A later version may add members: "
                                        + "give a {@code switch} over it a default.",
                                oneof.name())))
                .addModifiers(Modifier.PUBLIC)
                .returns(accessors.nullable(view));
        int members = oneof.members().size();
        if (members <= MEMBERS_OF_A_SWITCH) {
            type.addMethod(addCases(method, oneof, 0, members).build());
            return;
        }
        method.addStatement("$T view = null", view);
        for (int from = 0; from < members; from += MEMBERS_OF_A_SWITCH) {
            String part = oneof.variable() + "_" + from / MEMBERS_OF_A_SWITCH;
            method.addStatement("if (view == null) view = $N()", part);
            MethodSpec.Builder some = MethodSpec.methodBuilder(part)
                    .addModifiers(Modifier.PRIVATE)
                    .returns(accessors.nullable(view));
            type.addMethod(addCases(some, oneof, from, Math.min(members, from + MEMBERS_OF_A_SWITCH))
                    .build());
        }
        type.addMethod(method.addStatement("return view").build());
    }

    private MethodSpec.Builder addCases(MethodSpec.Builder view, OneofPlan oneof, int from, int to) {
        view.beginControlFlow("switch ($N)", oneof.caseVariable());
        for (int i = from; i < to; i++) {
            FieldPlan field = struct.fields().get(oneof.members().get(i));
            view.addStatement(
                    "case $L: return new $T(get$L())", field.number(), recordName(oneof, i), field.property());
        }
        return view.addStatement("default: return null").endControlFlow();
    }

    private ClassName recordName(OneofPlan oneof, int member) {
        return self.nestedClass(oneof.view()).nestedClass(oneof.records().get(member));
    }

    private TypeSpec viewType(OneofPlan oneof) {
        ClassName name = self.nestedClass(oneof.view());
        TypeSpec.Builder view = TypeSpec.interfaceBuilder(name)
                .addJavadoc(Docs.withNote(oneof.doc(), CodeBlock.of("The members of {@code $L}.", oneof.name())))
                .addModifiers(Modifier.PUBLIC);
        if (!oneof.members().isEmpty()) {
            view.addModifiers(Modifier.SEALED);
        }
        for (int i = 0; i < oneof.members().size(); i++) {
            FieldPlan field = struct.fields().get(oneof.members().get(i));
            MethodSpec constructor = MethodSpec.constructorBuilder()
                    .addParameter(ParameterSpec.builder(JavaTypes.returned(field.value()), "value")
                            .build())
                    .build();
            TypeSpec.Builder member = TypeSpec.recordBuilder(oneof.records().get(i))
                    .addJavadoc(Docs.withNote(field.doc(), CodeBlock.of("The member {@code $L}.", field.name())))
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .recordConstructor(constructor)
                    .addSuperinterface(name);
            if (field.deprecated()) {
                member.addAnnotation(Deprecated.class);
            }
            view.addType(member.build());
        }
        return view.build();
    }

    private MethodSpec clear(OneofPlan oneof) {
        return MethodSpec.methodBuilder("clear" + oneof.property())
                .addModifiers(Modifier.PUBLIC)
                .returns(self)
                .addStatement("$N = 0", oneof.caseVariable())
                .addStatement("$N = null", oneof.variable())
                .addStatement("return this")
                .build();
    }

    private void addMember(TypeSpec.Builder type, OneofPlan oneof, FieldPlan field) {
        type.addMethod(getter(oneof, field));
        if (field.value() instanceof ValuePlan.Enumeration) {
            type.addMethod(numberGetter(oneof, field));
        }
        type.addMethod(setter(oneof, field));
        if (field.value() instanceof ValuePlan.Enumeration) {
            type.addMethod(numberSetter(oneof, field));
        }
        type.addMethod(accessors
                .method("has", field)
                .returns(boolean.class)
                .addStatement("return $L", isSet(oneof, field))
                .build());
        type.addMethod(accessors
                .method("clear", field)
                .returns(self)
                .addStatement("return $L ? clear$L() : this", isSet(oneof, field), oneof.property())
                .build());
        if (field.value() instanceof ValuePlan.Struct || field.value().isContainer()) {
            type.addMethod(mutable(oneof, field));
        }
    }

    private static CodeBlock isSet(OneofPlan oneof, FieldPlan field) {
        return CodeBlock.of("$N == $L", oneof.caseVariable(), field.number());
    }

    private MethodSpec getter(OneofPlan oneof, FieldPlan field) {
        TypeName type = JavaTypes.returned(field.value());
        CodeBlock value = slot(oneof, field);
        CodeBlock absent = CodeBlock.of("null");
        if (field.value() instanceof ValuePlan.Enumeration e) {
            value = CodeBlock.of("$T.forNumber($L)", JavaTypes.of(e.name()), value);
        }
        if (field.fallback() != null) {
            absent = Literals.general(field.fallback(), field.value());
        } else if (field.value() instanceof ValuePlan.Scalar s && s.isPrimitive()) {
            absent = CodeBlock.of(type.equals(TypeName.BOOLEAN) ? "false" : "0");
        }
        return unchecked(accessors.method("get", field), field)
                .addJavadoc(accessors.doc(field))
                .returns(field.nullable() ? accessors.nullable(type) : type)
                .addStatement("return $L ? $L : $L", isSet(oneof, field), value, absent)
                .build();
    }

    /** The slot, cast; a container is unchecked, since only its setter and the codecs fill the slot. */
    static CodeBlock slot(OneofPlan oneof, FieldPlan field) {
        return CodeBlock.of("($T) $N", slotType(field), oneof.variable());
    }

    static TypeName slotType(FieldPlan field) {
        if (field.value() instanceof ValuePlan.Enumeration) {
            return TypeName.INT;
        }
        return field.value().isContainer() ? JavaTypes.stored(field.value()) : JavaTypes.general(field.value());
    }

    /** Lets a method cast the slot to a container, which the compiler cannot check. */
    private static MethodSpec.Builder unchecked(MethodSpec.Builder method, FieldPlan field) {
        if (slotType(field) instanceof ParameterizedTypeName) {
            method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "unchecked")
                    .build());
        }
        return method;
    }

    private MethodSpec numberGetter(OneofPlan oneof, FieldPlan field) {
        return accessors
                .named(field.numberMethod(), field)
                .returns(int.class)
                .addStatement("return $L ? $L : 0", isSet(oneof, field), slot(oneof, field))
                .build();
    }

    private MethodSpec setter(OneofPlan oneof, FieldPlan field) {
        TypeName type = JavaTypes.general(field.value());
        MethodSpec.Builder setter = accessors.setterOf(field, field.parameter());
        if (!type.isPrimitive()) {
            setter.addStatement("if ($N == null) return clear$L()", field.parameter(), field.property());
        }
        if (field.value() instanceof ValuePlan.Enumeration) {
            return setter.addStatement("return $N($N.number())", field.numberMethod(), field.parameter())
                    .build();
        }
        if (field.value().isContainer()) {
            String addAll = field.value() instanceof ValuePlan.MapOf ? "putAll" : "addAll";
            setter.addStatement("clear$L()", oneof.property());
            setter.addStatement("mutable$L().$L($N)", field.property(), addAll, field.parameter());
        } else {
            setter.addStatement("this.$N = $L", oneof.caseVariable(), field.number());
            setter.addStatement("this.$N = $N", oneof.variable(), field.parameter());
        }
        return setter.addStatement("return this").build();
    }

    private MethodSpec numberSetter(OneofPlan oneof, FieldPlan field) {
        return accessors
                .named(field.numberMethod(), field)
                .addJavadoc("Sets the number, also one that the enum does not know.\n")
                .returns(self)
                .addParameter(int.class, field.parameter())
                .addStatement("this.$N = $L", oneof.caseVariable(), field.number())
                .addStatement("this.$N = $N", oneof.variable(), field.parameter())
                .addStatement("return this")
                .build();
    }

    private MethodSpec mutable(OneofPlan oneof, FieldPlan field) {
        CodeBlock made = field.value().isContainer()
                ? JavaTypes.make(field.value())
                : CodeBlock.of("new $T()", JavaTypes.general(field.value()));
        return unchecked(accessors.method("mutable", field), field)
                .addJavadoc("Gets the value, or makes an empty one.\n")
                .returns(JavaTypes.stored(field.value()))
                .beginControlFlow("if ($N != $L)", oneof.caseVariable(), field.number())
                .addStatement("$N = $L", oneof.caseVariable(), field.number())
                .addStatement("$N = $L", oneof.variable(), made)
                .endControlFlow()
                .addStatement("return $L", slot(oneof, field))
                .build();
    }
}
