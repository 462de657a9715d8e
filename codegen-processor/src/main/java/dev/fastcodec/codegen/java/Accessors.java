package dev.fastcodec.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.Options.NullAnnotations;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.FieldPlan.When;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import javax.lang.model.element.Modifier;

/** The accessors of fields that are not in a oneof. */
final class Accessors {
    private final StructPlan struct;
    private final ClassName self;
    private final NullAnnotations nullAnnotations;

    Accessors(StructPlan struct, NullAnnotations nullAnnotations) {
        this.struct = struct;
        this.self = JavaTypes.of(struct.name());
        this.nullAnnotations = nullAnnotations;
    }

    void add(TypeSpec.Builder type, FieldPlan field) {
        type.addMethod(getter(field));
        if (field.value() instanceof ValuePlan.Enumeration) {
            type.addMethod(numberGetter(field));
        }
        type.addMethod(setter(field));
        if (field.value() instanceof ValuePlan.Enumeration) {
            type.addMethod(numberSetter(field));
        }
        if (field.hasPresence()) {
            type.addMethod(has(field));
            type.addMethod(clear(field));
        }
        if (field.value() instanceof ValuePlan.Struct) {
            type.addMethod(mutable(field));
        }
        if (field.value() instanceof ValuePlan.ListOf list && list.element() instanceof ValuePlan.Struct element) {
            type.addMethod(adder(field, element));
        }
    }

    /** Adds what calls need: of what is sent, to set and to get it, of what is given, to see whether it is there besides. */
    void addToCall(TypeSpec.Builder type, FieldPlan field) {
        type.addMethod(getter(field)).addMethod(setter(field));
        if (struct.kind() == StructPlan.Kind.RESULT) {
            type.addMethod(has(field));
        }
    }

    /** A method of a property, with what all of them share. */
    MethodSpec.Builder method(String prefix, FieldPlan field) {
        return named(prefix + field.property(), field);
    }

    MethodSpec.Builder named(String name, FieldPlan field) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
        if (field.deprecated()) {
            method.addAnnotation(Deprecated.class);
        }
        return method;
    }

    /** The type with {@code @Nullable} where that is asked for. */
    TypeName nullable(TypeName type) {
        return nullAnnotations == NullAnnotations.JSPECIFY && !type.isPrimitive()
                ? type.annotated(com.palantir.javapoet.AnnotationSpec.builder(
                                ClassName.get("org.jspecify.annotations", "Nullable"))
                        .build())
                : type;
    }

    /**
     * A setter has the comment too: whoever chains setters looks nowhere else. Its parameter is never called like a
     * constant and may be null unless it is a primitive.
     */
    MethodSpec.Builder setterOf(FieldPlan field, String parameter) {
        return method("set", field)
                .addJavadoc(Docs.paragraph(field.doc()))
                .returns(self)
                .addParameter(nullable(JavaTypes.general(field.value())), parameter);
    }

    /** The Javadoc of a getter: the comment of the IDL, and what the Java type does not say. */
    CodeBlock doc(FieldPlan field) {
        return Docs.withNote(field.doc(), CodeBlock.of(note(field)));
    }

    private String note(FieldPlan field) {
        if (!struct.ofCall() && field.value() instanceof ValuePlan.Scalar s) {
            switch (s.type()) {
                case UINT32, FIXED32:
                    return "The bits of an unsigned 32-bit number.";
                case UINT64, FIXED64:
                    return "The bits of an unsigned 64-bit number.";
                case BYTES:
                    return "Not copied, neither here nor in the setter.";
                default:
                    break;
            }
        }
        return "";
    }

    private MethodSpec getter(FieldPlan field) {
        TypeName type = JavaTypes.returned(field.value());
        MethodSpec.Builder getter =
                method("get", field).addJavadoc(doc(field)).returns(field.nullable() ? nullable(type) : type);
        String x = field.variable();
        if (field.value().isContainer()) {
            getter.addStatement("if ($N == null) $N = $L", x, x, JavaTypes.make(field.value()));
            getter.addStatement("return $N", x);
        } else if (field.value() instanceof ValuePlan.Enumeration e) {
            CodeBlock constant = CodeBlock.of("$T.forNumber($N)", JavaTypes.of(e.name()), x);
            getter.addStatement("return $L", field.nullable() ? ifSet(field, constant) : constant);
        } else if (field.value() instanceof ValuePlan.Struct && field.when() == When.BIT) {
            getter.addStatement("return $L", ifSet(field, CodeBlock.of("$N", x)));
        } else if (field.fallback() != null) {
            getter.addStatement("return $N == null ? $L : $N", x, Literals.stored(field.fallback(), field.value()), x);
        } else {
            getter.addStatement("return $N", x);
        }
        return getter.build();
    }

    private static CodeBlock ifSet(FieldPlan field, CodeBlock value) {
        return CodeBlock.of("$L ? $L : null", Bits.isSet("", field), value);
    }

    private MethodSpec numberGetter(FieldPlan field) {
        return named(field.numberMethod(), field)
                .returns(int.class)
                .addStatement("return $N", field.variable())
                .build();
    }

    private MethodSpec setter(FieldPlan field) {
        String x = field.variable();
        MethodSpec.Builder setter = setterOf(field, x);
        if (field.value().isContainer()) {
            setter.addStatement("this.$N = null", x);
            boolean bit = field.when() == When.NOT_EMPTY_OR_BIT;
            if (bit) {
                setter.addStatement(Bits.unset("", field));
            }
            String addAll = field.value() instanceof ValuePlan.MapOf ? "putAll" : "addAll";
            setter.beginControlFlow("if ($N != null)", x).addStatement("get$L().$L($N)", field.property(), addAll, x);
            if (bit) {
                setter.addStatement(Bits.set("", field));
            }
            setter.endControlFlow();
        } else if (field.value() instanceof ValuePlan.Struct && field.when() == When.BIT) {
            setter.addStatement("this.$N = $N", x, x).addCode(bitUnlessNull(field));
        } else if (field.value() instanceof ValuePlan.Enumeration && struct.ofCall()) {
            setter.addStatement("this.$N = $N == null ? 0 : $N.number()", x, x, x)
                    .addCode(bitUnlessNull(field));
        } else if (field.value() instanceof ValuePlan.Enumeration) {
            CodeBlock none = field.hasPresence()
                    ? CodeBlock.of("clear$L()", field.property())
                    : number(field, CodeBlock.of("0"));
            return setter.addStatement(
                            "return $N == null ? $L : $L", x, none, number(field, CodeBlock.of("$N.number()", x)))
                    .build();
        } else {
            setter.addStatement("this.$N = $L", x, Defaults.orEmpty(field, x));
            if (field.when() == When.BIT) {
                setter.addStatement(Bits.set("", field));
            }
            if (field.asciiBit() >= 0) {
                setter.addStatement(Bits.unsetAscii("", field));
            }
        }
        return setter.addStatement("return this").build();
    }

    private static CodeBlock bitUnlessNull(FieldPlan field) {
        return CodeBlock.builder()
                .beginControlFlow("if ($N == null)", field.variable())
                .addStatement(Bits.unset("", field))
                .nextControlFlow("else")
                .addStatement(Bits.set("", field))
                .endControlFlow()
                .build();
    }

    private static CodeBlock number(FieldPlan field, CodeBlock number) {
        return CodeBlock.of("$N($L)", field.numberMethod(), number);
    }

    private MethodSpec numberSetter(FieldPlan field) {
        MethodSpec.Builder setter = named(field.numberMethod(), field)
                .addJavadoc("Sets the number, also one that the enum does not know.\n")
                .returns(self)
                .addParameter(int.class, field.variable())
                .addStatement("this.$N = $N", field.variable(), field.variable());
        if (field.when() == When.BIT) {
            setter.addStatement(Bits.set("", field));
        }
        return setter.addStatement("return this").build();
    }

    private MethodSpec has(FieldPlan field) {
        return method("has", field)
                .returns(boolean.class)
                .addStatement("return $L", Defaults.isPresent("", field))
                .build();
    }

    private MethodSpec clear(FieldPlan field) {
        MethodSpec.Builder clear = method("clear", field).returns(self);
        if (field.when() != When.NOT_NULL) {
            clear.addStatement(Bits.unset("", field));
        }
        if (field.value().isContainer()) {
            clear.addStatement("if ($N != null) $N.clear()", field.variable(), field.variable());
        } else if (!(field.value() instanceof ValuePlan.Struct)) {
            clear.addStatement(
                    "$N = $L", field.variable(), field.when() == When.NOT_NULL ? "null" : Defaults.initial(field));
        }
        return clear.addStatement("return this").build();
    }

    private MethodSpec mutable(FieldPlan field) {
        String x = field.variable();
        return method("mutable", field)
                .addJavadoc("Gets the value, or makes an empty one.\n")
                .returns(JavaTypes.general(field.value()))
                .beginControlFlow("if (($L) == 0)", Bits.masked(field))
                .beginControlFlow("if ($N == null)", x)
                .addStatement("$N = new $T()", x, JavaTypes.general(field.value()))
                .nextControlFlow("else")
                .addStatement("$N.clear()", x)
                .endControlFlow()
                .addStatement(Bits.set("", field))
                .endControlFlow()
                .addStatement("return $N", x)
                .build();
    }

    private MethodSpec adder(FieldPlan field, ValuePlan.Struct element) {
        ClassName item = JavaTypes.of(element.name());
        return method("add", field)
                .addJavadoc("Adds an empty element, recycled if there is one, and returns it.\n")
                .returns(item)
                .addStatement(
                        "if ($N == null) $N = $L", field.variable(), field.variable(), JavaTypes.make(field.value()))
                .addStatement("return $N.add()", field.variable())
                .build();
    }
}
