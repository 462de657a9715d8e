package dev.fastcodec.codegen.java;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.plan.StructPlan;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import javax.lang.model.element.Modifier;

/** What a bean that is a Java exception has besides: a message, and what Java's serialization asks of it. */
final class ExceptionMethods {
    private final StructPlan struct;

    ExceptionMethods(StructPlan struct) {
        this.struct = struct;
    }

    void add(TypeSpec.Builder type) {
        if (struct.textIsMessage()) {
            type.addMethod(MethodSpec.methodBuilder("getMessage")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(String.class)
                    .addStatement("return toString()")
                    .build());
        }
        if (!struct.codecs().isEmpty()) {
            String codec = struct.codecs().get(0).constant();
            type.addMethod(serialization("writeObject")
                    .addJavadoc("Java's serialization gets what {@link #$L} writes.\n", codec)
                    .addParameter(ObjectOutputStream.class, "out")
                    .addStatement("out.defaultWriteObject()")
                    .addStatement("out.writeObject($L.encode(this))", codec)
                    .build());
            type.addMethod(serialization("readObject")
                    .addParameter(ObjectInputStream.class, "in")
                    .addException(ClassNotFoundException.class)
                    .addStatement("in.defaultReadObject()")
                    .addStatement("clear()")
                    .addStatement("$L.decodeInto(this, (byte[]) in.readObject())", codec)
                    .build());
        }
    }

    private static MethodSpec.Builder serialization(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.VOID)
                .addException(IOException.class);
    }
}
