package dev.fastcodec.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.plan.StructPlan;
import javax.lang.model.element.Modifier;

/** What a bean that is open to extensions has besides: one reference, and the methods of {@code Extendable} that make it. */
final class ExtendableMethods {
    static final ClassName SET = JavaTypes.runtime("ExtensionSet");

    /** The Java field. */
    static final String EXTENSIONS = "extensions";

    private final StructPlan struct;

    ExtendableMethods(StructPlan struct) {
        this.struct = struct;
    }

    void add(TypeSpec.Builder type) {
        type.addMethod(
                method("extensions", SET).addStatement("return $N", EXTENSIONS).build());
        type.addMethod(method("mutableExtensions", SET)
                .addStatement("if ($N == null) $N = new $T()", EXTENSIONS, EXTENSIONS, SET)
                .addStatement("return $N", EXTENSIONS)
                .build());
        MethodSpec.Builder unknown = method("mutableUnknownFields", JavaTypes.UNKNOWN_FIELDS);
        if (struct.keepsUnknown()) {
            unknown.addStatement("if (unknown == null) unknown = new $T()", JavaTypes.UNKNOWN_FIELDS);
        }
        type.addMethod(unknown.addStatement("return $L", struct.keepsUnknown() ? "unknown" : "null")
                .build());
    }

    private static MethodSpec.Builder method(String name, ClassName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }
}
