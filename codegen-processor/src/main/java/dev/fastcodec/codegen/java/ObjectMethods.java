package dev.fastcodec.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.FieldPlan.When;
import dev.fastcodec.codegen.plan.OneofPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** {@code clear}, {@code copy}, {@code equals}, {@code hashCode} and {@code toString} of a bean. */
final class ObjectMethods {
    /** Statements that one method has; every one is below 80 bytes of bytecode. */
    private static final int STATEMENTS = 80;

    /** A default of more parts than this is made by methods of its own, so that a statement stays as small as that. */
    private static final int PARTS_OF_A_DEFAULT = 4;

    private static final ClassName EQUALITY = JavaTypes.runtime("Equality");

    private final StructPlan struct;
    private final ClassName self;
    private final List<FieldPlan> plain;

    ObjectMethods(StructPlan struct) {
        this.struct = struct;
        this.self = JavaTypes.of(struct.name());
        this.plain = struct.fields().stream().filter(f -> !f.inOneof()).toList();
    }

    void add(TypeSpec.Builder type) {
        addClear(type);
        addCopy(type);
        addEquals(type);
        addHashCode(type);
        addToString(type);
    }

    private void addClear(TypeSpec.Builder type) {
        LiteralMethods literals = new LiteralMethods(type, "initial", PARTS_OF_A_DEFAULT);
        List<CodeBlock> code = new ArrayList<>();
        for (int word = 0; word < struct.bits().size(); word++) {
            code.add(CodeBlock.of(
                    "$L = $L",
                    Bits.name("bits", word),
                    Bits.literal(struct.bits().get(word))));
        }
        for (int word = 0; word * 32 < struct.asciiBits(); word++) {
            code.add(CodeBlock.of("$L = 0", Bits.name("ascii", word)));
        }
        for (OneofPlan oneof : struct.oneofs()) {
            code.add(CodeBlock.of("$N = 0", oneof.caseVariable()));
            code.add(CodeBlock.of("$N = null", oneof.variable()));
        }
        for (FieldPlan field : plain) {
            if (field.value().isContainer()) {
                code.add(CodeBlock.of("if ($N != null) $N.clear()", field.variable(), field.variable()));
            } else if (!(field.value() instanceof ValuePlan.Struct)) {
                code.add(CodeBlock.of("$N = $L", field.variable(), Defaults.initial(field)));
            }
            if (field.initial() != null && !field.initial().isSimple()) {
                code.add(CodeBlock.of("set$L($L)", field.property(), literals.general(field.initial(), field.value())));
            }
        }
        if (struct.ranges() != null) {
            code.add(CodeBlock.of("if (extensions != null) extensions.clear()"));
        }
        if (struct.keepsUnknown()) {
            code.add(CodeBlock.of("unknown = null"));
        }
        MethodSpec.Builder clear = override("clear").returns(self);
        addInParts(type, clear, code, null);
        type.addMethod(clear.addStatement("return this").build());
    }

    private void addCopy(TypeSpec.Builder type) {
        List<CodeBlock> code = new ArrayList<>();
        for (int word = 0; word < struct.bits().size(); word++) {
            String name = Bits.name("bits", word);
            code.add(CodeBlock.of("c.$L = $L", name, name));
        }
        for (int word = 0; word * 32 < struct.asciiBits(); word++) {
            String name = Bits.name("ascii", word);
            code.add(CodeBlock.of("c.$L = $L", name, name));
        }
        for (OneofPlan oneof : struct.oneofs()) {
            code.add(CodeBlock.of("c.$N = this.$N", oneof.caseVariable(), oneof.caseVariable()));
            code.add(CodeBlock.of("c.$N = $T.copy(this.$N)", oneof.variable(), EQUALITY, oneof.variable()));
        }
        for (FieldPlan field : plain) {
            String x = field.variable();
            if (field.value() instanceof ValuePlan.Struct) {
                code.add(CodeBlock.of("if ($L) c.$N = this.$N.copy()", Bits.isSet("this.", field), x, x));
            } else {
                CodeBlock value = CodeBlock.of("this.$N", x);
                boolean shared = !field.value().isContainer() && !field.value().is(ScalarType.BYTES);
                code.add(CodeBlock.of("c.$N = $L", x, shared ? value : CodeBlock.of("$T.copy($L)", EQUALITY, value)));
            }
        }
        if (struct.ranges() != null) {
            code.add(CodeBlock.of("if (extensions != null) c.extensions = extensions.copy()"));
        }
        if (struct.keepsUnknown()) {
            code.add(CodeBlock.of("if (unknown != null) c.unknown = unknown.copy()"));
        }
        MethodSpec.Builder copy = override("copy").returns(self).addStatement("$T c = new $T()", self, self);
        addInParts(type, copy, code, parameter(self, "c"));
        type.addMethod(copy.addStatement("return c").build());
    }

    private void addEquals(TypeSpec.Builder type) {
        List<CodeBlock> terms = new ArrayList<>();
        for (OneofPlan oneof : struct.oneofs()) {
            terms.add(CodeBlock.of("this.$N == that.$N", oneof.caseVariable(), oneof.caseVariable()));
            terms.add(CodeBlock.of("$T.equal(this.$N, that.$N)", EQUALITY, oneof.variable(), oneof.variable()));
        }
        for (FieldPlan field : plain) {
            if (field.when() == When.BIT || field.when() == When.NOT_EMPTY_OR_BIT) {
                terms.add(CodeBlock.of("has$L() == that.has$L()", field.property(), field.property()));
            }
            terms.add(sameValue(field));
        }
        if (struct.ranges() != null) {
            terms.add(CodeBlock.of("$T.equal(this.extensions, that.extensions)", EQUALITY));
        }
        if (struct.keepsUnknown()) {
            String unknown = struct.ranges() == null ? "unknown" : "unknownFields()";
            terms.add(CodeBlock.of("$T.equals(this.$L, that.$L)", Objects.class, unknown, unknown));
        }
        MethodSpec.Builder equals = override("equals").returns(boolean.class).addParameter(Object.class, "o");
        if (terms.isEmpty()) {
            type.addMethod(equals.addStatement("return o instanceof $T", self).build());
            return;
        }
        CodeBlock.Builder all = CodeBlock.builder().add("o instanceof $T that", self);
        List<List<CodeBlock>> parts = parts(terms);
        for (int i = 0; i < parts.size(); i++) {
            CodeBlock part = CodeBlock.join(parts.get(i), "\n&& ");
            if (parts.size() == 1) {
                all.add("\n&& $L", part);
            } else {
                all.add("\n&& equals_$L(that)", i);
                type.addMethod(MethodSpec.methodBuilder("equals_" + i)
                        .addModifiers(Modifier.PRIVATE)
                        .returns(boolean.class)
                        .addParameter(self, "that")
                        .addStatement("return $L", part)
                        .build());
            }
        }
        type.addMethod(equals.addStatement("return $L", all.build()).build());
    }

    private static CodeBlock sameValue(FieldPlan field) {
        String x = field.variable();
        if (field.value() instanceof ValuePlan.Struct) {
            return CodeBlock.of("(!has$L() || this.$N.equals(that.$N))", field.property(), x, x);
        } else if (field.value().is(ScalarType.FLOAT)) {
            return CodeBlock.of("$T.compare(this.$N, that.$N) == 0", Float.class, x, x);
        } else if (field.value().is(ScalarType.DOUBLE)) {
            return CodeBlock.of("$T.compare(this.$N, that.$N) == 0", Double.class, x, x);
        } else if (field.value().isPrimitive()) {
            return CodeBlock.of("this.$N == that.$N", x, x);
        }
        return field.value().isContainer() || field.value().is(ScalarType.BYTES)
                ? CodeBlock.of("$T.equal(this.$N, that.$N)", EQUALITY, x, x)
                : CodeBlock.of("$T.equals(this.$N, that.$N)", Objects.class, x, x);
    }

    private void addHashCode(TypeSpec.Builder type) {
        List<CodeBlock> code = new ArrayList<>();
        for (OneofPlan oneof : struct.oneofs()) {
            code.add(CodeBlock.of("h = 31 * h + $T.hash(this.$N)", EQUALITY, oneof.variable()));
        }
        for (FieldPlan field : plain) {
            code.add(CodeBlock.of("h = 31 * h + $L", hash(field)));
        }
        if (struct.ranges() != null) {
            code.add(CodeBlock.of("h = 31 * h + $T.hash(this.extensions)", EQUALITY));
        }
        MethodSpec.Builder hashCode = override("hashCode").returns(int.class);
        if (code.isEmpty()) {
            type.addMethod(hashCode.addStatement("return $S.hashCode()", struct.typeName())
                    .build());
            return;
        }
        hashCode.addStatement("int h = 1");
        Function<List<CodeBlock>, CodeBlock> lines = part -> {
            CodeBlock.Builder all = CodeBlock.builder();
            part.forEach(all::addStatement);
            return all.build();
        };
        List<List<CodeBlock>> parts = parts(code);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.size() == 1) {
                hashCode.addCode(lines.apply(parts.get(i)));
            } else {
                hashCode.addStatement("h = hash_$L(h)", i);
                type.addMethod(MethodSpec.methodBuilder("hash_" + i)
                        .addModifiers(Modifier.PRIVATE)
                        .returns(int.class)
                        .addParameter(int.class, "h")
                        .addCode(lines.apply(parts.get(i)))
                        .addStatement("return h")
                        .build());
            }
        }
        type.addMethod(hashCode.addStatement("return h").build());
    }

    private static CodeBlock hash(FieldPlan field) {
        String x = field.variable();
        if (field.value() instanceof ValuePlan.Struct) {
            return CodeBlock.of("(has$L() ? this.$N.hashCode() : 0)", field.property(), x);
        } else if (field.value().isPrimitive() || field.value() instanceof ValuePlan.Enumeration) {
            TypeName box = JavaTypes.stored(field.value()).box();
            return CodeBlock.of("$T.hashCode(this.$N)", box, x);
        }
        return field.value().isContainer() || field.value().is(ScalarType.BYTES)
                ? CodeBlock.of("$T.hash(this.$N)", EQUALITY, x)
                : CodeBlock.of("$T.hashCode(this.$N)", Objects.class, x);
    }

    private void addToString(TypeSpec.Builder type) {
        ClassName text = JavaTypes.runtime("MessageText");
        List<CodeBlock> code = new ArrayList<>();
        for (FieldPlan field : struct.fields()) {
            CodeBlock shown = field.redacted()
                    ? CodeBlock.of("s.redacted($S)", field.name())
                    : CodeBlock.of("s.field($S, $L)", field.name(), shownValue(field));
            code.add(field.when() == When.ALWAYS ? shown : CodeBlock.of("if ($L) $L", isShown(field), shown));
        }
        if (struct.ranges() != null) {
            code.add(CodeBlock.of("s.extensions(extensions)"));
        }
        if (struct.keepsUnknown()) {
            code.add(CodeBlock.of("s.unknown(unknown)"));
        }
        MethodSpec.Builder toString = override("toString")
                .returns(String.class)
                .addStatement("$T s = new $T($S)", text, text, struct.typeName());
        addInParts(type, toString, code, parameter(text, "s"));
        type.addMethod(toString.addStatement("return s.toString()").build());
    }

    private CodeBlock isShown(FieldPlan field) {
        return field.inOneof()
                ? CodeBlock.of("this.$N == $L", struct.oneofOf(field).caseVariable(), field.number())
                : Defaults.isPresent("this.", field);
    }

    private static CodeBlock shownValue(FieldPlan field) {
        if (field.value() instanceof ValuePlan.Enumeration e) {
            ClassName type = JavaTypes.of(e.name());
            String number = field.numberMethod();
            return CodeBlock.of(
                    "$T.text($T.forNumber($N()), $N())", JavaTypes.runtime("MessageText"), type, number, number);
        }
        return CodeBlock.of("this.$N", field.variable());
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private static ParameterSpec parameter(TypeName type, String name) {
        return ParameterSpec.builder(type, name).build();
    }

    /** Adds the statements to the method, or, when they are many, as private methods of which it calls each. */
    private static void addInParts(
            TypeSpec.Builder type, MethodSpec.Builder method, List<CodeBlock> code, @Nullable ParameterSpec parameter) {
        List<List<CodeBlock>> parts = parts(code);
        if (parts.size() == 1) {
            parts.get(0).forEach(method::addStatement);
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            String name = method.build().name() + "_" + i;
            MethodSpec.Builder part = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
            if (parameter != null) {
                part.addParameter(parameter);
            }
            parts.get(i).forEach(part::addStatement);
            type.addMethod(part.build());
            method.addStatement("$L($L)", name, parameter == null ? "" : parameter.name());
        }
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += STATEMENTS) {
            parts.add(all.subList(from, Math.min(all.size(), from + STATEMENTS)));
        }
        return parts;
    }
}
