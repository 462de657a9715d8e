package dev.fastcodec.codegen.format;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.FieldPlan.When;
import dev.fastcodec.codegen.plan.ValuePlan;

/** Where a struct or a container that is read for a field goes: into the object that a bean kept for reuse, or into a new one. */
final class Slot {
    private Slot() {}

    /** The struct to be read into, empty. */
    static CodeBlock struct(FieldPlan field, ValuePlan.Struct struct) {
        return field.when() == When.NOT_NULL
                ? CodeBlock.of("m.$N = new $T()", field.variable(), JavaTypes.of(struct.name()))
                : CodeBlock.of("m.mutable$L()", field.property());
    }

    /**
     * Declares the local {@code x} for the container, empty.
     *
     * @param made makes one
     */
    static CodeBlock container(FieldPlan field, CodeBlock made) {
        TypeName type = JavaTypes.stored(field.value());
        String variable = field.variable();
        if (field.when() == When.CASE) {
            return CodeBlock.of("$T x = m.mutable$L();\n", type, field.property());
        } else if (field.when() == When.NOT_NULL) {
            return CodeBlock.of("$T x = m.$N = $L;\n", type, variable, made);
        }
        return CodeBlock.builder()
                .addStatement("$T x = m.$N", type, variable)
                .beginControlFlow("if (x == null)")
                .addStatement("m.$N = x = $L", variable, made)
                .nextControlFlow("else")
                .addStatement("x.clear()")
                .endControlFlow()
                .build();
    }

    /** Makes a field whose container cannot be read absent. */
    static CodeBlock forget(FieldPlan field) {
        return field.when() == When.NOT_NULL
                ? CodeBlock.of("m.$N = null;\n", field.variable())
                : CodeBlock.of("m.clear$L();\n", field.property());
    }
}
