package dev.fastcodec.codegen.java;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.FieldPlan.When;
import dev.fastcodec.codegen.plan.OneofPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.idl.schema.ScalarType;
import javax.lang.model.element.Modifier;

/** The Java fields in which a struct keeps its values. */
final class Fields {
    private final StructPlan struct;

    Fields(StructPlan struct) {
        this.struct = struct;
    }

    void add(TypeSpec.Builder type) {
        struct.extensions().forEach(e -> type.addField(ExtensionWriter.constant(e)));
        if (struct.exception()) {
            type.superclass(Exception.class);
            type.addField(FieldSpec.builder(long.class, "serialVersionUID")
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("1L")
                    .build());
        }
        if (struct.fields().stream().anyMatch(Fields::needsNoBytes)) {
            type.addField(FieldSpec.builder(JavaTypes.BYTES, Defaults.NO_BYTES)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("{}")
                    .build());
        }
        for (int word = 0; word < struct.bits().size(); word++) {
            addWord(type, Bits.name("bits", word), struct.bits().get(word));
        }
        for (int word = 0; word * 32 < struct.asciiBits(); word++) {
            addWord(type, Bits.name("ascii", word), 0);
        }
        struct.fields().stream().filter(f -> !f.inOneof()).forEach(f -> type.addField(field(f)));
        for (OneofPlan oneof : struct.oneofs()) {
            type.addField(int.class, oneof.caseVariable(), modifiers());
            type.addField(Object.class, oneof.variable(), modifiers());
        }
        if (struct.ranges() != null) {
            type.addField(ExtendableMethods.SET, ExtendableMethods.EXTENSIONS, modifiers());
        }
        if (struct.keepsUnknown()) {
            type.addField(JavaTypes.UNKNOWN_FIELDS, "unknown", modifiers());
        }
    }

    private static boolean needsNoBytes(FieldPlan field) {
        return field.value().is(ScalarType.BYTES) && field.when() == When.NOT_DEFAULT;
    }

    /** Java's serialization of an exception takes the bytes of a codec in place of the fields. */
    private Modifier[] modifiers() {
        return struct.exception()
                ? new Modifier[] {Modifier.PRIVATE, Modifier.TRANSIENT}
                : new Modifier[] {Modifier.PRIVATE};
    }

    private void addWord(TypeSpec.Builder type, String name, int initial) {
        FieldSpec.Builder word = FieldSpec.builder(int.class, name, modifiers());
        if (initial != 0) {
            word.initializer(Bits.literal(initial));
        }
        type.addField(word.build());
    }

    private FieldSpec field(FieldPlan field) {
        FieldSpec.Builder spec = FieldSpec.builder(JavaTypes.stored(field.value()), field.variable(), modifiers());
        if (struct.initialisers() && Defaults.hasSimpleInitial(field)) {
            spec.initializer(Defaults.initial(field));
        }
        return spec.build();
    }
}
