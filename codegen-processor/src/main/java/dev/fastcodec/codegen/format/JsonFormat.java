package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.java.SchemaWriter;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A dialect of JSON: written forward in one pass, read by a switch over the index of a field's name or over its id and type. */
final class JsonFormat implements Format {
    /** The field of a codec's class of names. */
    static final String NAMES = "FIELDS";

    private static final ClassName JSON_NAMES = ClassName.get("dev.fastcodec.json", "JsonNames");

    private final JsonDialect dialect;

    JsonFormat(JsonDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String doc() {
        return dialect.doc();
    }

    @Override
    public ClassName type() {
        return JsonDialect.type();
    }

    @Override
    public TypeSpec codec(StructPlan struct, CodecPlan codec) {
        Skeleton skeleton = new Skeleton(struct, codec, dialect.writer(), dialect.reader());
        if (dialect.mapped() && !struct.jsonForm().isEmpty()) {
            return form(struct, skeleton);
        }
        TypeSpec.Builder type = skeleton.begin(dialect.runtime().codec(), false);
        add(type, struct, codec, skeleton);
        return type.addMethod(skeleton.schema()).build();
    }

    @Override
    public void addToCall(TypeSpec.Builder type, StructPlan struct, CodecPlan codec) {
        add(type, struct, codec, new Skeleton(struct, codec, dialect.writer(), dialect.reader()));
    }

    private void add(TypeSpec.Builder type, StructPlan struct, CodecPlan codec, Skeleton skeleton) {
        JsonContainers containers = new JsonContainers(struct, dialect);
        JsonWriting writing = new JsonWriting(struct, codec, skeleton, dialect, containers);
        writing.add(type);
        new JsonReading(struct, codec, skeleton, dialect, containers).add(type);
        boolean readsNames = !dialect.typed() || struct.fields().stream().anyMatch(FieldPlan::requiredOnRead);
        if (readsNames || !struct.fields().isEmpty()) {
            type.addType(names(struct, codec, writing, readsNames));
        }
    }

    /** A codec of which the runtime does the work. */
    private TypeSpec form(StructPlan struct, Skeleton skeleton) {
        ClassName form = JsonDialect.runtime(struct.jsonForm());
        TypeSpec.Builder type = skeleton.begin(JsonDialect.runtime("SpecialJsonCodec"), false);
        type.addMethod(skeleton.write()
                .addStatement("return $T.write(w, b, p, m)", form)
                .build());
        type.addMethod(
                skeleton.read().addStatement("return $T.read(r, b, p, m)", form).build());
        return type.addMethod(skeleton.schema()).build();
    }

    /** Holds the names of fields; made when first used. */
    private TypeSpec names(StructPlan struct, CodecPlan codec, JsonWriting writing, boolean readsNames) {
        TypeSpec.Builder names = TypeSpec.classBuilder(codec.namesClass())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        if (readsNames) {
            names.addField(FieldSpec.builder(JSON_NAMES, NAMES, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$T.of($L$L)", JSON_NAMES, SchemaWriter.of(struct), takingNull(codec))
                    .build());
        }
        writing.addNames(names);
        return names.build();
    }

    /** The indexes of fields for which null is a value, each with a comma in front. */
    private CodeBlock takingNull(CodecPlan codec) {
        CodeBlock.Builder indexes = CodeBlock.builder();
        List<FieldPlan> fields =
                codec.readGroups().stream().flatMap(List::stream).toList();
        for (int i = 0; dialect.mapped() && i < fields.size(); i++) {
            if (fields.get(i).value().takesNull()) {
                indexes.add(",$W$L", i);
            }
        }
        return indexes.build();
    }
}
