package dev.fastcodec.codegen.format;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldConstants;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the reading of one field goes on to the next without a search: the case of a field looks whether the one of the next number follows, which is how
 * codecs write them, and falls through to its case. All else is left to the loop around: fields in another order or there before, null, white space.
 */
final class JsonCascade {
    private final CodecPlan codec;
    private final JsonDialect dialect;
    private final FieldConstants constants;
    private final List<FieldPlan> fields;

    JsonCascade(StructPlan struct, CodecPlan codec, JsonDialect dialect) {
        this.codec = codec;
        this.dialect = dialect;
        this.constants = new FieldConstants(struct, JsonFormat.NAMES);
        this.fields = codec.readGroups().stream().flatMap(List::stream).toList();
    }

    /**
     * Whether the case before falls through to this one: fields go by names, all are in one method, and the two are no members of one oneof, which do not
     * follow each other.
     */
    private boolean isEntered(int index) {
        return !dialect.typed()
                && codec.readGroups().size() == 1
                && index > 0
                && index < fields.size()
                && !areRivals(index - 1, index);
    }

    private boolean areRivals(int a, int b) {
        return fields.get(a).inOneof() && fields.get(a).oneof() == fields.get(b).oneof();
    }

    /** Says that cases fall through. */
    void annotate(MethodSpec.Builder read) {
        if (IntStream.range(0, fields.size()).anyMatch(this::isEntered)) {
            read.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "fallthrough")
                    .build());
        }
    }

    /** The end of a field's case. */
    CodeBlock after(FieldPlan field) {
        int next = fields.indexOf(field) + 1;
        if (!isEntered(next)) {
            return CodeBlock.of("break;\n");
        }
        CodeBlock name = CodeBlock.of("$L.$L", codec.namesClass(), constants.of(fields.get(next)));
        return CodeBlock.builder()
                .addStatement("if ((seen & $L) != 0 || !$L.isNext(b, p)) break", JsonReading.hex(others(next)), name)
                .addStatement("seen |= $L", JsonReading.hex(1L << next))
                .addStatement("i = $L", next)
                .addStatement("p += $L.size()", name)
                .build();
    }

    /** The bits of the fields that may not have been there before this one. */
    private long others(int index) {
        long bits = 1L << index;
        for (int i = 0; dialect.mapped() && i < fields.size(); i++) {
            bits |= areRivals(index, i) ? 1L << i : 0;
        }
        return bits;
    }
}
