package dev.fastcodec.codegen.plan;

/** A class to be written. */
public sealed interface TypePlan permits StructPlan, EnumPlan, ConstantsPlan, ExtensionsPlan, SchemaPlan, ServicePlan {
    /** Its name. */
    JavaName name();

    /** The IDL file it comes from. */
    String source();
}
