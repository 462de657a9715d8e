package dev.fastcodec.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.format.Formats;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The arguments or the result of a function of Thrift: fields, what clients and handlers do with these, and how they are written and read. */
final class CallStructWriter {
    private static final ClassName BASE = ClassName.get("dev.fastcodec.thrift", "CallStruct");

    private final StructPlan struct;
    private final Options options;

    CallStructWriter(StructPlan struct, Options options) {
        this.struct = struct;
        this.options = options;
    }

    TypeSpec write() {
        ClassName self = JavaTypes.of(struct.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(BASE, self))
                .addJavadoc("{@code $L}.\n", struct.typeName());
        new Fields(struct).add(type);
        type.addMethod(constructor(new LiteralMethods(type, "initial", Integer.MAX_VALUE)));
        Accessors accessors = new Accessors(struct, options.nullAnnotations());
        struct.fields().forEach(f -> accessors.addToCall(type, f));
        type.addMethod(override("make")
                .returns(self)
                .addStatement("return new $T()", self)
                .build());
        if (struct.kind() == StructPlan.Kind.RESULT) {
            addFailure(type);
        }
        for (CodecPlan codec : struct.codecs()) {
            Formats.of(codec.notation()).addToCall(type, struct, codec);
        }
        type.addMethod(override("schema")
                .returns(JavaTypes.MESSAGE_SCHEMA)
                .addStatement("return $L", SchemaWriter.of(struct))
                .build());
        return type.build();
    }

    /** The exception that is there, which only the result itself is not. */
    private void addFailure(TypeSpec.Builder type) {
        List<FieldPlan> exceptions =
                struct.fields().stream().filter(f -> f.number() != 0).toList();
        if (exceptions.isEmpty()) {
            return;
        }
        CodeBlock.Builder code = CodeBlock.builder();
        for (FieldPlan exception : exceptions.subList(0, exceptions.size() - 1)) {
            code.add("$N != null ? $N : ", exception.variable(), exception.variable());
        }
        type.addMethod(MethodSpec.methodBuilder("failure")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Throwable.class)
                .addStatement(
                        "return $L$N",
                        code.build(),
                        exceptions.get(exceptions.size() - 1).variable())
                .build());
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }

    /** Sets the defaults that are no expressions, which only arguments may have. */
    private MethodSpec constructor(LiteralMethods literals) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
        for (FieldPlan field : struct.fields()) {
            if (field.initial() != null && !field.initial().isSimple()) {
                constructor.addStatement(
                        "set$L($L)", field.property(), literals.general(field.initial(), field.value()));
            }
        }
        return constructor.build();
    }
}
