package dev.fastcodec.codegen.format;

import com.palantir.javapoet.CodeBlock;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.OneofPlan;
import dev.fastcodec.codegen.plan.StructPlan;

/** Refuses unions without a member and, when reading, with several. */
final class ThriftUnions {
    private final StructPlan struct;

    ThriftUnions(StructPlan struct) {
        this.struct = struct;
    }

    /**
     * What the method that writes does first.
     *
     * @param writesUnknown whether a member of a later version that was kept is written and counts as one
     */
    CodeBlock checkWriting(boolean writesUnknown) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (OneofPlan oneof : struct.oneofs()) {
            if (oneof.exactlyOne()) {
                code.addStatement(
                        "if (m.$N == 0$L) throw new $T($S)",
                        oneof.caseVariable(),
                        writesUnknown && struct.keepsUnknown() ? " && m.unknown == null" : "",
                        JavaTypes.runtime("EncodeException"),
                        "union " + struct.typeName() + " has no member set");
            }
        }
        return code.build();
    }

    /** What is done before a field is read: nothing when it is no member. */
    CodeBlock beforeReading(FieldPlan field) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (field.inOneof() && struct.oneofOf(field).lastWins()) {
            code.addStatement("m.clear$L()", struct.oneofOf(field).property());
        } else if (field.inOneof()) {
            code.addStatement(
                    "if (m.$N != 0) throw r.fail($T.INVALID_DATA, p, $S)",
                    struct.oneofOf(field).caseVariable(),
                    JavaTypes.runtime("DecodeException").nestedClass("Kind"),
                    "union has a second member");
        }
        return code.build();
    }
}
