package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.java.Defaults;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Looks for required fields that are missing, here and in messages below. That is done when all has been read, since a
 * sub-message may come in pieces that only together have all of them.
 */
final class RequiredChecks {
    /** The static method that looks through a bean, which codecs of other beans call. */
    private static final String MISSING = "missingFields";

    /** Fields that one method looks at: far from the 8000 bytes of bytecode above which no method is compiled. */
    private static final int FIELDS = 100;

    private static final ClassName CODEC = ClassName.get("dev.fastcodec.protobuf", "ProtoCodec");

    private final StructPlan struct;
    private final WireFormat format;
    private final boolean own;
    private final ClassName bean;

    /** Checks in the codec of a format; where the bean also has Protobuf's binary format, those of that are used. */
    RequiredChecks(StructPlan struct, WireFormat format) {
        this.struct = struct;
        this.format =
                struct.codecs().stream().anyMatch(c -> c.format() == WireFormat.PROTO) ? WireFormat.PROTO : format;
        this.own = this.format == format;
        this.bean = JavaTypes.of(struct.name());
    }

    void add(TypeSpec.Builder type) {
        if (!struct.mayLack()) {
            return;
        }
        type.addMethod(MethodSpec.methodBuilder("missing")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(String.class)
                .addParameter(bean, "m")
                .addStatement("return $L$L(m)", own ? "" : protoClass() + ".", MISSING)
                .build());
        if (!own) {
            return;
        }
        List<CodeBlock> checks = new ArrayList<>();
        for (FieldPlan field : struct.fields()) {
            if (field.required()) {
                checks.add(
                        CodeBlock.of("if (!($L)) return $S;\n", Defaults.isPresent("m.", field), "." + field.name()));
            }
        }
        struct.fields().stream().filter(f -> mayLack(f.value())).forEach(f -> checks.add(below(f)));
        if (struct.ranges() != null) {
            checks.add(
                    CodeBlock.of("x = $T.missing(m.extensions);\nif (x != null) return x;\n", ProtoFormat.EXTENSIONS));
        }
        MethodSpec.Builder missing = method(MISSING, Modifier.PUBLIC);
        if (checks.size() <= FIELDS) {
            type.addMethod(body(missing, checks));
            return;
        }
        List<CodeBlock> calls = new ArrayList<>();
        for (int from = 0; from < checks.size(); from += FIELDS) {
            String part = MISSING + from / FIELDS;
            List<CodeBlock> some = checks.subList(from, Math.min(from + FIELDS, checks.size()));
            type.addMethod(body(method(part, Modifier.PRIVATE), some));
            calls.add(CodeBlock.of("x = $L(m);\nif (x != null) return x;\n", part));
        }
        type.addMethod(body(missing, calls));
    }

    private static boolean mayLack(ValuePlan value) {
        if (value instanceof ValuePlan.ListOf list) {
            return mayLack(list.element());
        } else if (value instanceof ValuePlan.MapOf map) {
            return mayLack(map.value());
        }
        return value instanceof ValuePlan.Struct s && s.mayLack();
    }

    private MethodSpec.Builder method(String name, Modifier visibility) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(visibility, Modifier.STATIC)
                .returns(String.class)
                .addParameter(bean, "m");
    }

    private static MethodSpec body(MethodSpec.Builder method, List<CodeBlock> checks) {
        if (checks.stream().anyMatch(c -> c.toString().startsWith("x = "))) {
            method.addStatement("$T x", String.class);
        }
        checks.forEach(method::addCode);
        return method.addStatement("return null").build();
    }

    private CodeBlock below(FieldPlan field) {
        String path = "." + field.name();
        CodeBlock found = CodeBlock.of("if (x != null) return x;\n");
        if (field.value() instanceof ValuePlan.ListOf list) {
            return CodeBlock.of(
                    "x = $T.missing($S, m.$N, $T::$L);\n$L",
                    CODEC,
                    path,
                    field.variable(),
                    codecOf(list.element()),
                    MISSING,
                    found);
        } else if (field.value() instanceof ValuePlan.MapOf map) {
            return CodeBlock.of(
                    "x = $T.missing($S, m.$N, $T::$L);\n$L",
                    CODEC,
                    path,
                    field.variable(),
                    codecOf(map.value()),
                    MISSING,
                    found);
        }
        CodeBlock value = field.inOneof()
                ? CodeBlock.of("($T) m.$N", JavaTypes.stored(field.value()), field.variable())
                : CodeBlock.of("m.$N", field.variable());
        return CodeBlock.of(
                "x = $L ? $T.$L($L) : null;\nif (x != null) return $S + x;\n",
                ProtoWriting.isPresent(struct, field),
                codecOf(field.value()),
                MISSING,
                value,
                path);
    }

    private String protoClass() {
        return struct.codecs().stream()
                .filter(c -> c.format() == WireFormat.PROTO)
                .map(CodecPlan::className)
                .findFirst()
                .orElseThrow();
    }

    private ClassName codecOf(ValuePlan value) {
        ValuePlan.Struct s = (ValuePlan.Struct) value;
        return JavaTypes.of(s.name()).nestedClass(s.codecs().of(format));
    }
}
