package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.StructPlan;

/** Protobuf's binary format: written backward in one pass, read by a switch whose cases expect each other. */
final class ProtoFormat implements Format {
    static final ClassName WRITER = ClassName.get("dev.fastcodec.protobuf", "ProtoWriter");
    static final ClassName READER = ClassName.get("dev.fastcodec.protobuf", "ProtoReader");
    static final ClassName EXTENSIONS = ClassName.get("dev.fastcodec.protobuf", "ProtoExtensions");
    private static final ClassName CODEC = ClassName.get("dev.fastcodec.protobuf", "ProtoCodec");

    @Override
    public String doc() {
        return "Protobuf's binary format.";
    }

    @Override
    public TypeSpec codec(StructPlan struct, CodecPlan codec) {
        Skeleton skeleton = new Skeleton(struct, codec, WRITER, READER);
        TypeSpec.Builder type = skeleton.begin(CODEC, true);
        new ProtoWriting(struct, codec, skeleton).add(type);
        new ProtoReading(struct, codec).add(type);
        new RequiredChecks(struct, WireFormat.PROTO).add(type);
        type.addMethod(skeleton.schema());
        return type.build();
    }
}
