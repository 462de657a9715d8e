package dev.fastcodec.codegen.format;

import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.StructPlan;

/** Writes the codecs of one wire format. */
public interface Format {
    /** Javadoc of the constant that holds a codec. */
    String doc();

    /** The nested codec class of a bean. */
    TypeSpec codec(StructPlan struct, CodecPlan codec);
}
