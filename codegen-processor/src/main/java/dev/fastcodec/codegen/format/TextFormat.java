package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.TextPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import javax.lang.model.element.Modifier;

/** Protobuf's text format: a call for each field that is written, and a switch over the numbers of the fields that are read. */
final class TextFormat implements Format {
    static final ClassName WRITER = runtime("TextWriter");
    static final ClassName READER = runtime("TextReader");
    static final ClassName NAMES = runtime("TextNames");

    /** The field of a codec's class of names. */
    static final String FIELDS = "FIELDS";

    @Override
    public String doc() {
        return "Protobuf's text format.";
    }

    @Override
    public ClassName type() {
        return runtime("TextCodec");
    }

    private static ClassName runtime(String name) {
        return ClassName.get("dev.fastcodec.text", name);
    }

    @Override
    public TypeSpec codec(StructPlan struct, CodecPlan codec) {
        ClassName bean = JavaTypes.of(struct.name());
        Skeleton skeleton = new Skeleton(struct, codec, WRITER, READER);
        TypeSpec.Builder type = skeleton.begin(runtime("GeneratedTextCodec"))
                .addMethod(bridge("write", WRITER, "w", Skeleton.WRITE, bean))
                .addMethod(bridge("read", READER, "r", Skeleton.READ, bean));
        new TextWriting(struct, codec).add(type);
        new TextReading(struct, codec).add(type);
        new RequiredChecks(struct, WireFormat.TEXT).add(type);
        return type.addType(names(struct, codec)).addMethod(skeleton.schema()).build();
    }

    private static MethodSpec bridge(String name, ClassName room, String x, String method, ClassName bean) {
        return Skeleton.bridge(name, TypeName.VOID)
                .addParameter(room, x)
                .addParameter(bean, "m")
                .addStatement("$L($L, m)", method, x)
                .build();
    }

    /** Holds the names of fields; made when first used. */
    private static TypeSpec names(StructPlan struct, CodecPlan codec) {
        CodeBlock.Builder names =
                CodeBlock.builder().add("$T.of($L)", NAMES, struct.schema().constant());
        for (TextPlan.Group group : struct.text().groups()) {
            names.add("\n    .group($S, $L)", group.label(), group.number());
        }
        if (!struct.text().reserved().isEmpty()) {
            names.add(
                    "\n    .reserved($L)",
                    struct.text().reserved().stream()
                            .map(name -> CodeBlock.of("$S", name))
                            .collect(CodeBlock.joining(",$W")));
        }
        if (struct.text().any()) {
            names.add("\n    .any()");
        } else if (struct.ranges() != null) {
            names.add("\n    .extendable()");
        }
        return TypeSpec.classBuilder(codec.namesClass())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(FieldSpec.builder(NAMES, FIELDS, Modifier.STATIC, Modifier.FINAL)
                        .initializer(names.build())
                        .build())
                .build();
    }

    /** What the methods for a value are called, both of the writer and of the reader. */
    static String method(ValuePlan value, boolean utf8) {
        if (value instanceof ValuePlan.Enumeration) {
            return "enumeration";
        }
        ScalarType type = ((ValuePlan.Scalar) value).type();
        return switch (type) {
            case BOOL -> "bool";
            case INT32, SINT32, SFIXED32 -> "int32";
            case UINT32, FIXED32 -> "uint32";
            case INT64, SINT64, SFIXED64 -> "int64";
            case UINT64, FIXED64 -> "uint64";
            case FLOAT -> "float32";
            case DOUBLE -> "float64";
            case STRING -> utf8 ? "string" : "lenientString";
            case BYTES -> "bytes";
            case INT8, INT16, UUID -> throw new IllegalArgumentException(type + " is no type of Protobuf");
        };
    }

    /** The schema of an enum. */
    static CodeBlock schema(ValuePlan.Enumeration value) {
        return CodeBlock.of("$T.$N", JavaTypes.of(value.name()), value.schema());
    }

    /** The codec of a message below. */
    static ClassName codecOf(ValuePlan.Struct value) {
        return JavaTypes.of(value.name()).nestedClass(value.codecs().of(WireFormat.TEXT));
    }
}
