package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.java.Bits;
import dev.fastcodec.codegen.java.Defaults;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.CodecPlan;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.FieldPlan.When;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The writing half of a Protobuf codec: from the last field to the first, value before tag. Room is checked once for a
 * run of fields of bounded size, and again after each list, map and message.
 */
final class ProtoWriting {
    /** Wide stores of varints reach up to 8 bytes before what they write. */
    private static final int SLACK = 8;

    /** What the length and tag of a message need, slack included. */
    private static final int ENCLOSE = 24;

    private static final ClassName WRITER = ProtoFormat.WRITER;

    private final StructPlan struct;
    private final CodecPlan codec;
    private final Skeleton skeleton;

    ProtoWriting(StructPlan struct, CodecPlan codec, Skeleton skeleton) {
        this.struct = struct;
        this.codec = codec;
        this.skeleton = skeleton;
    }

    void add(TypeSpec.Builder type) {
        List<List<FieldPlan>> chunks = codec.writeChunks();
        MethodSpec.Builder write = skeleton.write();
        if (struct.fields().stream().anyMatch(FieldPlan::required)) {
            write.addCode(required());
        }
        if (struct.keepsUnknown()) {
            write.beginControlFlow("if (m.unknown != null)")
                    .addStatement("p = w.unknown(p, m.unknown)")
                    .addStatement("b = w.b")
                    .endControlFlow();
        }
        if (chunks.size() == 1) {
            write.addCode(chunk(chunks, 0));
        } else if (chunks.isEmpty()) {
            write.addCode(extensions(0, Integer.MAX_VALUE));
        }
        type.addMethod(write.addCode(chunks.size() > 1 ? calls(chunks.size()) : CodeBlock.of(""))
                .addStatement("return p")
                .build());
        for (int i = 0; chunks.size() > 1 && i < chunks.size(); i++) {
            type.addMethod(skeleton.writePart("write" + i)
                    .addCode(chunk(chunks, i))
                    .addStatement("return p")
                    .build());
        }
        for (FieldPlan field : struct.fields()) {
            if (field.value() instanceof ValuePlan.MapOf map) {
                type.addMethod(map(field, map));
            }
        }
    }

    private CodeBlock required() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (FieldPlan field : struct.fields()) {
            if (field.required()) {
                code.addStatement(
                        "if (!($L)) throw new $T($S)",
                        Defaults.isPresent("m.", field),
                        JavaTypes.runtime("EncodeException"),
                        "required field " + struct.typeName() + "." + field.name() + " is not set");
            }
        }
        return code.build();
    }

    private static CodeBlock calls(int chunks) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = chunks - 1; i >= 0; i--) {
            code.addStatement("p = write$L(w, b, p, m)", i);
            if (i > 0) {
                code.addStatement("b = w.b");
            }
        }
        return code.build();
    }

    /** Whether a field has a bounded size, apart from the content of strings and bytes. */
    private static boolean isBounded(FieldPlan field) {
        return !field.value().isContainer() && !(field.value() instanceof ValuePlan.Struct);
    }

    /** A chunk of fields, with the extensions that stand between them, in front of them, and behind the last of all. */
    private CodeBlock chunk(List<List<FieldPlan>> chunks, int index) {
        List<FieldPlan> fields = new ArrayList<>(chunks.get(index));
        Collections.reverse(fields);
        CodeBlock.Builder code = CodeBlock.builder();
        boolean declared = false;
        if (index == chunks.size() - 1) {
            code.add(extensions(fields.get(0).number(), Integer.MAX_VALUE));
        }
        for (int i = 0; i < fields.size(); i++) {
            FieldPlan field = fields.get(i);
            CodeBlock between = i == 0
                    ? CodeBlock.of("")
                    : extensions(field.number(), fields.get(i - 1).number());
            code.add(between);
            if (isBounded(field) && (i == 0 || !between.isEmpty() || !isBounded(fields.get(i - 1)))) {
                int end = i + 1;
                while (end < fields.size()
                        && isBounded(fields.get(end))
                        && extensions(
                                        fields.get(end).number(),
                                        fields.get(end - 1).number())
                                .isEmpty()) {
                    end++;
                }
                declared |= room(code, fields.subList(i, end), declared);
            }
            code.beginControlFlow("if ($L)", isPresent(field)).add(value(field)).endControlFlow();
        }
        List<FieldPlan> before = index == 0 ? List.of() : chunks.get(index - 1);
        int lowest = before.isEmpty() ? 0 : before.get(before.size() - 1).number();
        return code.add(extensions(lowest, fields.get(fields.size() - 1).number()))
                .build();
    }

    /** The extensions whose numbers are between two, themselves excluded; nothing where none can be. */
    private CodeBlock extensions(int number, int other) {
        if (struct.ranges() == null || !struct.ranges().isOpenBetween(number, other)) {
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .beginControlFlow("if (m.extensions != null)")
                .addStatement(
                        "p = $T.write(w, p, m.extensions, $L, $L)",
                        ProtoFormat.EXTENSIONS,
                        number + 1,
                        other == Integer.MAX_VALUE ? other : other - 1)
                .addStatement("b = w.b")
                .endControlFlow()
                .build();
    }

    private CodeBlock isPresent(FieldPlan field) {
        return isPresent(struct, field);
    }

    /** Whether the field of the bean {@code m} is to be written. */
    static CodeBlock isPresent(StructPlan struct, FieldPlan field) {
        return field.inOneof()
                ? CodeBlock.of("m.$N == $L", struct.oneofOf(field).caseVariable(), field.number())
                : Defaults.isPresent("m.", field);
    }

    /** Reserves room for a run of bounded fields; returns whether it declared {@code need}. */
    private boolean room(CodeBlock.Builder code, List<FieldPlan> run, boolean declared) {
        int constant = SLACK;
        CodeBlock.Builder always = CodeBlock.builder();
        CodeBlock.Builder sometimes = CodeBlock.builder();
        boolean variable = false;
        for (FieldPlan field : run) {
            constant += ProtoOp.sizeOfTag(ProtoOp.tag(field))
                    + ProtoOp.of(field.value()).most();
            CodeBlock length = length(field.value(), access(field));
            if (length != null) {
                variable = true;
                if (field.when() == When.NOT_DEFAULT) {
                    always.add(" + $L", length);
                } else {
                    sometimes.addStatement("if ($L) need += $L", isPresent(field), length);
                }
            }
        }
        if (!variable) {
            code.beginControlFlow("if (p < $L)", constant).addStatement("p = w.grow(p, $L)", constant);
        } else {
            code.addStatement("$Lneed = $L$L", declared ? "" : "long ", constant, always.build());
            code.add(sometimes.build());
            code.beginControlFlow("if (p < need)").addStatement("p = w.grow(p, need)");
        }
        code.addStatement("b = w.b").endControlFlow();
        return variable;
    }

    /** Bytes that the content of a string or bytes takes at the most, or null for other values. */
    private static @org.jspecify.annotations.Nullable CodeBlock length(ValuePlan value, CodeBlock x) {
        if (value.is(ScalarType.STRING)) {
            return CodeBlock.of("3L * $L.length()", x);
        }
        return value.is(ScalarType.BYTES) ? CodeBlock.of("$L.length", x) : null;
    }

    private static CodeBlock access(FieldPlan field) {
        return field.inOneof()
                ? CodeBlock.of("(($T) m.$N)", JavaTypes.stored(field.value()), field.variable())
                : CodeBlock.of("m.$N", field.variable());
    }

    private CodeBlock value(FieldPlan field) {
        int tag = ProtoOp.tag(field);
        CodeBlock x = access(field);
        if (field.value() instanceof ValuePlan.Struct s) {
            return field.delimited() ? group(s, x, tag) : message(s, x, tag);
        } else if (field.value() instanceof ValuePlan.ListOf list) {
            return list(field, list.element(), x, tag);
        } else if (field.value() instanceof ValuePlan.MapOf) {
            return CodeBlock.of("p = write$L(w, b, p, $L);\nb = w.b;\n", field.property(), raw(field.value(), x));
        } else if (field.asciiBit() >= 0) {
            return string(field, x, tag);
        }
        return scalar(field.value(), x, tag, field.utf8());
    }

    /** The map or list of numbers behind a container of enums. */
    private static CodeBlock raw(ValuePlan value, CodeBlock x) {
        boolean enums = value instanceof ValuePlan.ListOf list && list.element() instanceof ValuePlan.Enumeration
                || value instanceof ValuePlan.MapOf map
                        && (map.key() instanceof ValuePlan.Enumeration || map.value() instanceof ValuePlan.Enumeration);
        return enums ? CodeBlock.of("$L.numbers()", x) : x;
    }

    /** A value of bounded size and its tag; room is there. */
    private static CodeBlock scalar(ValuePlan value, CodeBlock x, int tag, boolean utf8) {
        String method = value.is(ScalarType.STRING) && !utf8
                ? "lenientString"
                : ProtoOp.of(value).write();
        CodeBlock.Builder code = CodeBlock.builder();
        if (value.is(ScalarType.STRING) || value.is(ScalarType.BYTES)) {
            code.addStatement("int e = p");
            if (value.is(ScalarType.BYTES)) {
                code.addStatement("p = w.$L(p, $L)", method, x);
            } else {
                code.addStatement("p = $T.$L(b, p, $L)", WRITER, method, x);
            }
            code.addStatement("p = $T.varint32(b, p, e - p)", WRITER);
        } else {
            code.addStatement("p = $T.$L(b, p, $L)", WRITER, method, x);
        }
        return code.add(ProtoOp.writeTag(tag)).build();
    }

    private static CodeBlock string(FieldPlan field, CodeBlock x, int tag) {
        return CodeBlock.builder()
                .addStatement("int e = p")
                .beginControlFlow("if ($L)", Bits.isAscii("m.", field))
                .addStatement("p = $T.ascii(b, p, $L)", WRITER, x)
                .nextControlFlow("else")
                .addStatement("p = $T.$L(b, p, $L)", WRITER, field.utf8() ? "string" : "lenientString", x)
                .addStatement("if (e - p == $L.length()) $L", x, Bits.setAscii("m.", field))
                .endControlFlow()
                .addStatement("p = $T.varint32(b, p, e - p)", WRITER)
                .add(ProtoOp.writeTag(tag))
                .build();
    }

    private CodeBlock message(ValuePlan.Struct struct, CodeBlock x, int tag) {
        return CodeBlock.builder()
                .addStatement("int e = b.length - p")
                .add(fields(struct, x))
                .add(enclose(tag))
                .build();
    }

    /** Between its tags; that of the end is one above that of the start. */
    private CodeBlock group(ValuePlan.Struct struct, CodeBlock x, int tag) {
        return CodeBlock.builder()
                .add(roomForTag())
                .add(ProtoOp.writeTag(tag + 1))
                .add(fields(struct, x))
                .add(roomForTag())
                .add(ProtoOp.writeTag(tag))
                .build();
    }

    private CodeBlock fields(ValuePlan.Struct struct, CodeBlock x) {
        ClassName codecClass =
                JavaTypes.of(struct.name()).nestedClass(struct.codecs().of(WireFormat.PROTO));
        return CodeBlock.of("p = $T.$L(w, b, p, $L);\nb = w.b;\n", codecClass, Skeleton.WRITE, x);
    }

    /** Length and tag in front of what was written since {@code e}. */
    private static CodeBlock enclose(int tag) {
        return CodeBlock.builder()
                .add(roomForTag())
                .addStatement("p = $T.varint32(b, p, b.length - p - e)", WRITER)
                .add(ProtoOp.writeTag(tag))
                .build();
    }

    private static CodeBlock roomForTag() {
        return CodeBlock.builder()
                .beginControlFlow("if (p < $L)", ENCLOSE)
                .addStatement("p = w.grow(p, $L)", ENCLOSE)
                .addStatement("b = w.b")
                .endControlFlow()
                .build();
    }

    private CodeBlock list(FieldPlan field, ValuePlan element, CodeBlock x, int tag) {
        if (element instanceof ValuePlan.Struct s) {
            CodeBlock item = CodeBlock.of("$L.get(i)", x);
            return CodeBlock.builder()
                    .beginControlFlow("for (int i = $L.size() - 1; i >= 0; i--)", x)
                    .add(field.delimited() ? group(s, item, tag) : message(s, item, tag))
                    .endControlFlow()
                    .build();
        }
        ProtoOp op = ProtoOp.of(element);
        String method = field.packed()
                ? "packed" + op.packed()
                : element.is(ScalarType.STRING) && !field.utf8() ? "lenientStrings" : op.unpacked();
        return CodeBlock.of("p = w.$L(p, $L, $L);\nb = w.b;\n", method, raw(field.value(), x), tag);
    }

    /** Entries are taken into arrays, since a map cannot be walked backward. */
    private MethodSpec map(FieldPlan field, ValuePlan.MapOf map) {
        CodeBlock key = CodeBlock.of("(($T) keys[i])", boxed(map.key()));
        CodeBlock value = CodeBlock.of("(($T) values[i])", boxed(map.value()));
        int keyTag = ProtoOp.of(map.key()).tag(1);
        int valueTag = ProtoOp.of(map.value()).tag(2);
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("$T[] keys = map.keySet().toArray()", Object.class)
                .addStatement("$T[] values = map.values().toArray()", Object.class)
                .beginControlFlow("for (int i = keys.length - 1; i >= 0; i--)")
                .addStatement("int start = b.length - p");
        CodeBlock keyLength = length(map.key(), key);
        CodeBlock valueLength = length(map.value(), value);
        int constant = ENCLOSE + 2 + ProtoOp.of(map.key()).most();
        if (map.value() instanceof ValuePlan.Struct s) {
            code.addStatement("int valueEnd = b.length - p").add(fields(s, value));
        } else {
            constant += ProtoOp.of(map.value()).most();
        }
        code.addStatement(
                "long need = $L$L$L",
                constant,
                keyLength == null ? "" : CodeBlock.of(" + $L", keyLength),
                valueLength == null ? "" : CodeBlock.of(" + $L", valueLength));
        code.beginControlFlow("if (p < need)")
                .addStatement("p = w.grow(p, need)")
                .addStatement("b = w.b")
                .endControlFlow();
        if (map.value() instanceof ValuePlan.Struct) {
            code.addStatement("p = $T.varint32(b, p, b.length - p - valueEnd)", WRITER)
                    .add(ProtoOp.writeTag(valueTag));
        } else {
            code.add(block(scalar(map.value(), value, valueTag, field.utf8())));
        }
        code.add(block(scalar(map.key(), key, keyTag, field.utf8())))
                .addStatement("p = $T.varint32(b, p, b.length - p - start)", WRITER)
                .add(ProtoOp.writeTag(ProtoOp.tag(field)))
                .endControlFlow();
        return MethodSpec.methodBuilder("write" + field.property())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(int.class)
                .addParameter(WRITER, "w")
                .addParameter(byte[].class, "b")
                .addParameter(int.class, "p")
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(Map.class),
                                WildcardTypeName.subtypeOf(Object.class),
                                WildcardTypeName.subtypeOf(Object.class)),
                        "map")
                .addCode(code.build())
                .addStatement("return p")
                .build();
    }

    /** What an element of the raw map is: an enum stands there as its number. */
    private static com.palantir.javapoet.TypeName boxed(ValuePlan value) {
        return value instanceof ValuePlan.Enumeration ? ClassName.get(Integer.class) : JavaTypes.boxed(value);
    }

    /** Gives code that declares locals a block of its own. */
    private static CodeBlock block(CodeBlock code) {
        return code.toString().contains("int e = ") ? CodeBlock.of("{\n$>$L$<}\n", code) : code;
    }
}
