package dev.fastcodec.codegen.format;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.java.Defaults;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.FieldPlan.When;
import dev.fastcodec.codegen.plan.Notation;
import dev.fastcodec.codegen.plan.StructPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javax.lang.model.element.Modifier;

/**
 * Refuses to write a struct that lacks required fields, and names all of them. Numbers cannot be missing, since they are
 * always written.
 */
final class ThriftRequired {
    private static final String MISSING = "missing";

    /** Fields that the method that writes looks at itself. */
    private static final int MOST_INLINE = 32;

    /** Fields that one method looks at: far from the 8000 bytes of bytecode above which no method is compiled. */
    private static final int FIELDS = 100;

    private static final TypeName EXCEPTION = JavaTypes.runtime("EncodeException");

    private final StructPlan struct;
    private final CodecPlan codec;
    private final List<FieldPlan> required;

    ThriftRequired(StructPlan struct, CodecPlan codec) {
        this.struct = struct;
        this.codec = codec;
        this.required = struct.fields().stream()
                .filter(f -> f.required() && f.when() != When.ALWAYS)
                .toList();
    }

    /** What the method that writes does first. */
    CodeBlock check() {
        if (required.isEmpty()) {
            return CodeBlock.of("");
        } else if (required.size() <= MOST_INLINE) {
            return refuse(required);
        }
        CodeBlock.Builder calls = CodeBlock.builder();
        for (int i = 0; i < parts().size(); i++) {
            calls.addStatement("require_$L(m)", i);
        }
        return calls.build();
    }

    /** Adds the methods that {@link #check} calls; those that name what is missing only to the first codec. */
    void add(TypeSpec.Builder type) {
        // The codecs of what travels when a function is called are methods of one class.
        if (required.size() > MOST_INLINE && (codec == first() || !struct.ofCall())) {
            for (int i = 0; i < parts().size(); i++) {
                type.addMethod(method("require_" + i, TypeName.VOID)
                        .addCode(refuse(parts().get(i)))
                        .build());
            }
        }
        if (required.isEmpty() || codec != first()) {
            return;
        }
        MethodSpec.Builder missing = method(MISSING, EXCEPTION)
                .addStatement("$T x = new $T($S)", StringJoiner.class, StringJoiner.class, ", ");
        if (required.size() <= FIELDS) {
            missing.addCode(names(required));
        } else {
            for (int i = 0; i < parts().size(); i++) {
                missing.addStatement("$L_$L(m, x)", MISSING, i);
                type.addMethod(method(MISSING + "_" + i, TypeName.VOID)
                        .addParameter(StringJoiner.class, "x")
                        .addCode(names(parts().get(i)))
                        .build());
            }
        }
        type.addMethod(
                missing.addStatement("return new $T($S + x)", EXCEPTION, struct.typeName() + " lacks required fields: ")
                        .build());
    }

    private CodeBlock refuse(List<FieldPlan> fields) {
        CodeBlock any = fields.stream().map(f -> Defaults.isAbsent("m.", f)).collect(CodeBlock.joining("\n|| "));
        String owner = codec == first() || struct.ofCall() ? "" : first().className() + ".";
        return CodeBlock.builder()
                .addStatement("if ($L) throw $L$L(m)", any, owner, MISSING)
                .build();
    }

    /** The first codec that asks: Protobuf's binary format has an exception of its own. */
    private CodecPlan first() {
        return struct.codecs().stream()
                .filter(c -> c.notation() != Notation.PROTO)
                .findFirst()
                .orElseThrow();
    }

    private static CodeBlock names(List<FieldPlan> fields) {
        CodeBlock.Builder names = CodeBlock.builder();
        for (FieldPlan field : fields) {
            names.addStatement("if ($L) x.add($S)", Defaults.isAbsent("m.", field), field.name());
        }
        return names.build();
    }

    private MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(result)
                .addParameter(JavaTypes.of(struct.name()), "m");
    }

    private List<List<FieldPlan>> parts() {
        List<List<FieldPlan>> parts = new ArrayList<>();
        for (int from = 0; from < required.size(); from += FIELDS) {
            parts.add(required.subList(from, Math.min(required.size(), from + FIELDS)));
        }
        return parts;
    }
}
