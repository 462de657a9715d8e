package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.StructPlan;

/** Writes the codecs of one wire format. */
public interface Format {
    /** Javadoc of the constant that holds a codec. */
    String doc();

    /** The interface of the runtime that users see a codec as. */
    default ClassName type() {
        return JavaTypes.runtime("Codec");
    }

    /** The nested codec class of a bean. */
    TypeSpec codec(StructPlan struct, CodecPlan codec);

    /** Adds to what travels when a function is called the methods that write and read it. */
    default void addToCall(TypeSpec.Builder type, StructPlan struct, CodecPlan codec) {
        throw new AssertionError(codec);
    }
}
