package dev.fastcodec.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.format.Format;
import dev.fastcodec.codegen.format.Formats;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.EnumPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.TypePlan;
import javax.lang.model.element.Modifier;

/** A bean: fields, accessors, object methods, and the codecs nested in it. */
final class BeanWriter {
    private static final String OWNERSHIP =
            "Mutable and not thread-safe: {@code clear} to reuse, {@code copy} to keep. It owns what is put into it.\n";

    private final StructPlan struct;
    private final Options options;
    private final ClassName self;

    BeanWriter(StructPlan struct, Options options) {
        this.struct = struct;
        this.options = options;
        this.self = JavaTypes.of(struct.name());
    }

    TypeSpec write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(
                        JavaTypes.runtime(struct.ranges() == null ? "Message" : "Extendable"), self));
        CodeBlock doc = Docs.of(struct.doc());
        type.addJavadoc(doc.isEmpty() ? CodeBlock.of("$L", OWNERSHIP) : CodeBlock.of("$L\n\n<p>$L", doc, OWNERSHIP));
        if (struct.deprecated()) {
            type.addAnnotation(Deprecated.class);
        }
        addSuppression(type);
        type.addField(SchemaWriter.constant(struct.schema(), JavaTypes.MESSAGE_SCHEMA, "message"));
        for (CodecPlan codec : struct.codecs()) {
            Format format = Formats.of(codec.notation());
            type.addField(FieldSpec.builder(ParameterizedTypeName.get(format.type(), self), codec.constant())
                    .addJavadoc(format.doc() + "\n")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .initializer("new $T()", self.nestedClass(codec.className()))
                    .build());
        }
        new Fields(struct).add(type);
        type.addMethod(constructor());
        Accessors accessors = new Accessors(struct, options.nullAnnotations());
        OneofAccessors oneofs = new OneofAccessors(struct, accessors);
        struct.fields().stream().filter(f -> !f.inOneof()).forEach(f -> accessors.add(type, f));
        struct.oneofs().forEach(o -> oneofs.addAccessors(type, o));
        new ObjectMethods(struct).add(type);
        type.addMethod(unknownFields());
        if (struct.exception()) {
            new ExceptionMethods(struct).add(type);
        }
        type.addMethod(schema());
        if (struct.ranges() != null) {
            new ExtendableMethods(struct).add(type);
        }
        for (TypePlan nested : struct.nested()) {
            type.addType(JavaWriter.type(nested, options).toBuilder()
                    .addModifiers(Modifier.STATIC)
                    .build());
            if (nested instanceof EnumPlan e) {
                new EnumWriter(e).parts().forEach(type::addType);
            }
        }
        for (CodecPlan codec : struct.codecs()) {
            type.addType(Formats.of(codec.notation()).codec(struct, codec));
        }
        return type.build();
    }

    private void addSuppression(TypeSpec.Builder type) {
        AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
        if (struct.exception()) {
            suppress.addMember("value", "$S", "serial");
        }
        if (struct.usesDeprecated()) {
            suppress.addMember("value", "$S", "deprecation");
        }
        AnnotationSpec annotation = suppress.build();
        if (!annotation.members().isEmpty()) {
            type.addAnnotation(annotation);
        }
    }

    /** Explicit, since javac warns about default constructors in exported packages of modules. */
    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addJavadoc("An object in which nothing is set.\n")
                .addModifiers(Modifier.PUBLIC);
        if (!struct.initialisers()) {
            constructor.addStatement("clear()");
        }
        return constructor.build();
    }

    private MethodSpec unknownFields() {
        return MethodSpec.methodBuilder("unknownFields")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(JavaTypes.UNKNOWN_FIELDS)
                .addStatement(
                        "return $L",
                        !struct.keepsUnknown()
                                ? "null"
                                // An extension that is got is taken out of them.
                                : struct.ranges() == null
                                        ? "unknown"
                                        : "unknown == null || unknown.size() == 0 ? null : unknown")
                .build();
    }

    private MethodSpec schema() {
        return MethodSpec.methodBuilder("schema")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(JavaTypes.MESSAGE_SCHEMA)
                .addStatement("return $L", SchemaWriter.of(struct))
                .build();
    }
}
