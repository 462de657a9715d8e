package dev.fastcodec.codegen.format;

import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.StructPlan;

/** A protocol of Thrift: written forward in one pass, read by a switch whose cases expect each other. */
final class ThriftFormat implements Format {
    private final ThriftDialect dialect;

    ThriftFormat(ThriftDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String doc() {
        return dialect.doc();
    }

    @Override
    public TypeSpec codec(StructPlan struct, CodecPlan codec) {
        Skeleton skeleton = new Skeleton(struct, codec, dialect.writer(), dialect.reader());
        TypeSpec.Builder type = skeleton.begin(dialect.codec(), false);
        add(type, struct, codec, skeleton);
        return type.addMethod(skeleton.schema()).build();
    }

    @Override
    public void addToCall(TypeSpec.Builder type, StructPlan struct, CodecPlan codec) {
        add(type, struct, codec, new Skeleton(struct, codec, dialect.writer(), dialect.reader()));
    }

    private void add(TypeSpec.Builder type, StructPlan struct, CodecPlan codec, Skeleton skeleton) {
        new ThriftWriting(struct, codec, skeleton, dialect).add(type);
        new ThriftReading(struct, codec, skeleton, dialect).add(type);
    }
}
