package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What every codec class has: its superclass, the bridge to its static methods, and the names of the fields. */
final class Skeleton {
    /** The static method that writes a bean, which codecs of other beans call. */
    static final String WRITE = "encodeFields";

    /** The static method that reads a bean. */
    static final String READ = "decodeFields";

    /** A class file's string constant holds 65,535 bytes. */
    private static final int MOST_NAME_CHARACTERS = 16_000;

    private static final ClassName FIELD_NAMES = JavaTypes.runtime("FieldNames");

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
                        .build())
                .addMethod(bridge("write", TypeName.INT)
                        .addParameter(writer, "w")
                        .addParameter(byte[].class, "b")
                        .addParameter(int.class, "p")
                        .addParameter(bean, "m")
                        .addStatement("return $L(w, b, p, m)", WRITE)
                        .build())
                .addMethod(read.build());
    }

    private static MethodSpec.Builder bridge(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(result);
    }

    /** A static method that writes: {@code (w, b, p, m)} and returns the position. */
    MethodSpec.Builder writeMethod(String name, Modifier visibility) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(visibility, Modifier.STATIC)
                .returns(int.class)
                .addParameter(writer, "w")
                .addParameter(byte[].class, "b")
                .addParameter(int.class, "p")
                .addParameter(bean, "m");
    }

    /** Adds {@code fields()}; the table is made when first asked for, and only by the first codec of a bean. */
    void addNames(TypeSpec.Builder type) {
        MethodSpec.Builder fields = MethodSpec.methodBuilder("fields")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(FIELD_NAMES);
        CodecPlan first = struct.codecs().get(0);
        if (codec != first) {
            type.addMethod(
                    fields.addStatement("return $L.fields()", first.constant()).build());
            return;
        }
        type.addMethod(fields.addStatement("return $L.ALL", codec.namesClass()).build());
        CodeBlock.Builder table = CodeBlock.builder().add("$T.of($S", FIELD_NAMES, struct.typeName());
        for (String names : names()) {
            table.add(",$W$S", names);
        }
        table.add(")");
        for (FieldPlan field : struct.fields()) {
            ValuePlan.Struct child = childOf(field.value());
            if (child != null) {
                table.add(
                        "\n.child($L, () -> $T.$L.fields())",
                        field.number(),
                        JavaTypes.of(child.name()),
                        codec.constant());
            }
        }
        type.addType(TypeSpec.classBuilder(codec.namesClass())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(FieldSpec.builder(FIELD_NAMES, "ALL", Modifier.STATIC, Modifier.FINAL)
                        .initializer(table.build())
                        .build())
                .build());
    }

    private List<String> names() {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (FieldPlan field : struct.fields()) {
            if (piece.length() > MOST_NAME_CHARACTERS) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(piece.length() == 0 ? "" : " ")
                    .append(field.number())
                    .append(':')
                    .append(field.name());
            // The bytes alone do not tell a list from a field that came twice.
            piece.append(
                    field.value() instanceof ValuePlan.MapOf
                            ? "{}"
                            : field.value().isContainer() ? "[]" : "");
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static ValuePlan.@org.jspecify.annotations.Nullable Struct childOf(ValuePlan value) {
        if (value instanceof ValuePlan.Struct s) {
            return s;
        } else if (value instanceof ValuePlan.ListOf list) {
            return childOf(list.element());
        } else if (value instanceof ValuePlan.SetOf set) {
            return childOf(set.element());
        } else if (value instanceof ValuePlan.MapOf map) {
            return childOf(map.value());
        }
        return null;
    }
}
