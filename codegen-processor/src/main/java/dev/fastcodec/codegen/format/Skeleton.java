package dev.fastcodec.codegen.format;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.java.SchemaWriter;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * What every codec class has: its superclass, the bridge to its static methods, and the schema. What travels when a function is called has no such
 * class: its methods write and read itself, which they call {@code m}, too.
 */
final class Skeleton {
    /** The static method that writes a bean, which codecs of other beans call. */
    static final String WRITE = "encodeFields";

    /** The static method that reads a bean. */
    static final String READ = "decodeFields";

    private final StructPlan struct;
    private final CodecPlan codec;
    private final ClassName bean;
    private final ClassName writer;
    private final ClassName reader;

    Skeleton(StructPlan struct, CodecPlan codec, ClassName writer, ClassName reader) {
        this.struct = struct;
        this.codec = codec;
        this.bean = JavaTypes.of(struct.name());
        this.writer = writer;
        this.reader = reader;
    }

    /** The class with the bridge methods. */
    TypeSpec.Builder begin(ClassName superclass, boolean passesEnd) {
        MethodSpec.Builder read = bridge("read", TypeName.INT)
                .addParameter(reader, "r")
                .addParameter(byte[].class, "b")
                .addParameter(int.class, "p");
        if (passesEnd) {
            read.addParameter(int.class, "end");
        }
        read.addParameter(bean, "m").addStatement("return $L(r, b, p, $Lm)", READ, passesEnd ? "end, " : "");
        return begin(superclass)
                .addMethod(writing(bridge("write", TypeName.INT))
                        .addStatement("return $L(w, b, p, m)", WRITE)
                        .build())
                .addMethod(read.build());
    }

    /** The class with what makes a message, for a format whose bridge methods are its own. */
    TypeSpec.Builder begin(ClassName superclass) {
        return TypeSpec.classBuilder(codec.className())
                .addJavadoc(
                        "The codec behind {@link #$L}. Its static methods are for generated code only.\n",
                        codec.constant())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(superclass, bean))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(bridge("newMessage", bean)
                        .addStatement("return new $T()", bean)
                        .build());
    }

    /** A method that the superclass calls. */
    static MethodSpec.Builder bridge(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(result);
    }

    /** The method that writes a struct. */
    MethodSpec.Builder write() {
        return struct.ofCall() ? ofItself("write", writer, "w") : writing(ofClass(WRITE, Modifier.PUBLIC));
    }

    /** A method that writes some of the fields. */
    MethodSpec.Builder writePart(String name) {
        return writing(ofClass(name, Modifier.PRIVATE));
    }

    /** The method that reads a struct. */
    MethodSpec.Builder read() {
        return struct.ofCall() ? ofItself("read", reader, "r") : reading(ofClass(READ, Modifier.PUBLIC));
    }

    /** A method that reads some of the fields. */
    MethodSpec.Builder readPart(String name) {
        return reading(ofClass(name, Modifier.PRIVATE));
    }

    /** A method that writes a container {@code x}. */
    MethodSpec.Builder writeContainer(FieldPlan field) {
        MethodSpec.Builder method = ofClass("write" + field.property(), Modifier.PRIVATE)
                .addParameter(writer, "w")
                .addParameter(byte[].class, "b")
                .addParameter(int.class, "p")
                .addParameter(JavaTypes.general(field.value()), "x");
        if (ThriftTypes.hasEnumMap(field.value())) {
            method.addAnnotation(suppress("unchecked"));
        }
        return method;
    }

    /** A method that reads a container into the bean. */
    MethodSpec.Builder readContainer(FieldPlan field) {
        return readPart("read" + field.property());
    }

    /** Lets a method take what is in the slots of oneofs for what it is, as only setters and codecs fill them. */
    static void trustOneofs(MethodSpec.Builder method, List<FieldPlan> fields) {
        if (fields.stream()
                .anyMatch(f -> f.inOneof() && JavaTypes.stored(f.value()) instanceof ParameterizedTypeName)) {
            method.addAnnotation(suppress("unchecked"));
        }
    }

    static AnnotationSpec suppress(String warning) {
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", warning)
                .build();
    }

    private MethodSpec.Builder ofItself(String name, ClassName type, String local) {
        MethodSpec.Builder method = bridge(name, TypeName.INT)
                .addParameter(type, local)
                .addParameter(byte[].class, "b")
                .addParameter(int.class, "p");
        return struct.fields().isEmpty() ? method : method.addStatement("$T m = this", bean);
    }

    private static MethodSpec.Builder ofClass(String name, Modifier visibility) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(visibility, Modifier.STATIC)
                .returns(int.class);
    }

    private MethodSpec.Builder writing(MethodSpec.Builder method) {
        return method.addParameter(writer, "w")
                .addParameter(byte[].class, "b")
                .addParameter(int.class, "p")
                .addParameter(bean, "m");
    }

    private MethodSpec.Builder reading(MethodSpec.Builder method) {
        return method.addParameter(reader, "r")
                .addParameter(byte[].class, "b")
                .addParameter(int.class, "p")
                .addParameter(bean, "m");
    }

    /** {@code schema()}. */
    MethodSpec schema() {
        return MethodSpec.methodBuilder("schema")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(JavaTypes.MESSAGE_SCHEMA)
                .addStatement("return $L", SchemaWriter.of(struct))
                .build();
    }
}
