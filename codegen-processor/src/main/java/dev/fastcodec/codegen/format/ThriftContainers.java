package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/**
 * Lists, sets and maps of Thrift, however nested. Lists of numbers, strings and bytes go through one call of the runtime;
 * every other container is a method of its own with a loop for each level.
 */
final class ThriftContainers {
    /** The header of a list, set or map. */
    private static final int MOST_HEADER = 6;

    private final ThriftDialect dialect;

    ThriftContainers(ThriftDialect dialect) {
        this.dialect = dialect;
    }

    /** Whether the value is a container that one call of the runtime does not do. */
    boolean needsMethod(ValuePlan value) {
        return value.isContainer() && !isBulk(value);
    }

    private static boolean isBulk(ValuePlan value) {
        return value instanceof ValuePlan.ListOf list
                && !ThriftTypes.bulk(list.element()).isEmpty();
    }

    // ---- writing

    MethodSpec writeMethod(FieldPlan field, Skeleton skeleton) {
        CodeBlock.Builder code = CodeBlock.builder();
        write(code, field.value(), CodeBlock.of("x"), 0);
        return skeleton.writeContainer(field)
                .addCode(code.build())
                .addStatement("return p")
                .build();
    }

    /** A struct in a field or container. */
    CodeBlock writeStruct(ValuePlan.Struct struct, CodeBlock x) {
        return CodeBlock.of("p = $T.$L(w, b, p, $L);\nb = w.b;\n", codecOf(struct), Skeleton.WRITE, x);
    }

    private ClassName codecOf(ValuePlan.Struct struct) {
        return JavaTypes.of(struct.name()).nestedClass(struct.codecs().of(dialect.format()));
    }

    /** A list of the runtime's own, header included; {@code x} is of that class. */
    CodeBlock writeBulk(ValuePlan element, CodeBlock x) {
        CodeBlock list = element instanceof ValuePlan.Enumeration ? CodeBlock.of("$L.numbers()", x) : x;
        return CodeBlock.of("p = w.$L(p, $L);\nb = w.b;\n", ThriftTypes.bulk(element), list);
    }

    private void write(CodeBlock.Builder code, ValuePlan value, CodeBlock x, int depth) {
        if (value instanceof ValuePlan.Struct s) {
            code.add(writeStruct(s, x));
        } else if (isBulk(value)) {
            ValuePlan element = ((ValuePlan.ListOf) value).element();
            TypeName own = JavaTypes.container(value);
            CodeBlock list = element instanceof ValuePlan.Enumeration
                    ? CodeBlock.of("$T.numbersOf($L)", JavaTypes.runtime("EnumList"), x)
                    : CodeBlock.of("$T.from($L)", own, x);
            code.add("p = w.$L(p, $L);\nb = w.b;\n", ThriftTypes.bulk(element), list);
        } else if (value instanceof ValuePlan.ListOf list) {
            writeElements(code, list.element(), JavaTypes.boxed(list.element()), x, depth);
        } else if (value instanceof ValuePlan.SetOf set) {
            boolean enums = set.element() instanceof ValuePlan.Enumeration;
            writeElements(
                    code,
                    set.element(),
                    enums ? ClassName.get(Integer.class) : JavaTypes.key(set.element()),
                    enums ? CodeBlock.of("$T.numbersOf($L)", JavaTypes.runtime("EnumValueSet"), x) : x,
                    depth);
        } else if (value instanceof ValuePlan.MapOf map) {
            writeEntries(code, map, x, depth);
        } else {
            writeScalar(code, value, x);
        }
    }

    private void writeElements(CodeBlock.Builder code, ValuePlan element, TypeName type, CodeBlock x, int depth) {
        room(code, CodeBlock.of("$L", MOST_HEADER + dialect.slack()));
        code.addStatement("p = $T.list(b, p, $L, $L.size())", dialect.writer(), ThriftTypes.code(element), x);
        String local = "x" + depth;
        code.beginControlFlow("for ($T $L : $L)", type, local, x);
        write(code, element, unwrapped(code, element, type, local), depth + 1);
        code.endControlFlow();
    }

    private void writeEntries(CodeBlock.Builder code, ValuePlan.MapOf map, CodeBlock x, int depth) {
        boolean enums = ThriftTypes.isEnumMap(map);
        TypeName key = enums ? entryType(map.key(), true) : JavaTypes.key(map.key());
        TypeName value = enums ? entryType(map.value(), false) : JavaTypes.boxed(map.value());
        String entry = "e" + depth;
        String k = "k" + depth;
        String v = "v" + depth;
        room(code, CodeBlock.of("$L", MOST_HEADER + dialect.slack()));
        code.addStatement(
                "p = $T.map(b, p, $L, $L, $L.size())",
                dialect.writer(),
                ThriftTypes.code(map.key()),
                ThriftTypes.code(map.value()),
                x);
        if (enums) {
            code.beginControlFlow(
                    "for ($T<$T, $T> $L : $T.numbersOf($L).entrySet())",
                    Map.Entry.class,
                    Object.class,
                    Object.class,
                    entry,
                    JavaTypes.runtime("EnumValueMap"),
                    x);
            code.addStatement("$T $L = ($T) $L.getKey()", key, k, key, entry);
            code.addStatement("$T $L = ($T) $L.getValue()", value, v, value, entry);
        } else {
            code.beginControlFlow("for ($T<$T, $T> $L : $L.entrySet())", Map.Entry.class, key, value, entry, x);
            code.addStatement("$T $L = $L.getKey()", key, k, entry);
            code.addStatement("$T $L = $L.getValue()", value, v, entry);
        }
        write(code, map.key(), unwrapped(code, map.key(), key, k), depth + 1);
        write(code, map.value(), unwrapped(code, map.value(), value, v), depth + 1);
        code.endControlFlow();
    }

    /** A buffer, which stands for bytes in sets and keys, as an array. */
    private static CodeBlock unwrapped(CodeBlock.Builder code, ValuePlan value, TypeName type, String local) {
        if (value.is(ScalarType.BYTES) && type.equals(ClassName.get(ByteBuffer.class))) {
            code.addStatement("byte[] $Lb = $T.bytes($L)", local, JavaTypes.runtime("Buffers"), local);
            return CodeBlock.of("$Lb", local);
        }
        return CodeBlock.of("$L", local);
    }

    private static TypeName entryType(ValuePlan value, boolean key) {
        return value instanceof ValuePlan.Enumeration
                ? ClassName.get(Integer.class)
                : key ? JavaTypes.key(value) : JavaTypes.boxed(value);
    }

    private void writeScalar(CodeBlock.Builder code, ValuePlan value, CodeBlock x) {
        if (value.is(ScalarType.BYTES)) {
            code.add(writeBytes(x));
            return;
        }
        int most = dialect.most(value) + dialect.slack();
        room(
                code,
                value.is(ScalarType.STRING)
                        ? CodeBlock.of("$L + 3L * $L.length()", most, x)
                        : CodeBlock.of("$L", most));
        code.addStatement("p = $T.$L(b, p, $L)", dialect.writer(), ThriftTypes.method(value), x);
    }

    /** Bytes, for which the writer makes room if it copies them. */
    static CodeBlock writeBytes(CodeBlock x) {
        return CodeBlock.of("p = w.bytes(p, $L);\nb = w.b;\n", x);
    }

    private static void room(CodeBlock.Builder code, CodeBlock need) {
        code.addStatement("if (b.length - p < $L) b = w.grow(p, $L)", need, need);
    }

    // ---- reading

    /** Reads a container into the bean; -1 when an element, key or value has another type than the declared one. */
    MethodSpec readMethod(FieldPlan field, Skeleton skeleton) {
        CodeBlock.Builder code = CodeBlock.builder();
        header(code, field.value(), "n", CodeBlock.of(""));
        code.add(slot(field));
        new Elements(field).read(code, field.value(), "x", "n", 0);
        return skeleton.readContainer(field)
                .addCode(code.build())
                .addStatement("return p")
                .build();
    }

    /** Makes a container for as many elements as the local {@code n} says. */
    private CodeBlock made(ValuePlan value, String n) {
        return JavaTypes.container(value) instanceof ParameterizedTypeName type && isHashed(type)
                ? CodeBlock.of("new $T<>($T.capacity($L))", type.rawType(), dialect.reader(), n)
                : JavaTypes.make(value);
    }

    private static boolean isHashed(ParameterizedTypeName type) {
        return type.rawType().equals(ClassName.get(LinkedHashMap.class))
                || type.rawType().equals(ClassName.get(LinkedHashSet.class));
    }

    /** Declares {@code x} for the container of a field, made or emptied; {@code n} says how many elements it will have. */
    CodeBlock slot(FieldPlan field) {
        return Slot.container(field, made(field.value(), "n"));
    }

    /**
     * Reads a header and declares the count.
     *
     * @param undo what to do before the field is given up for an unknown one
     */
    private static void header(CodeBlock.Builder code, ValuePlan value, String n, CodeBlock undo) {
        if (value instanceof ValuePlan.MapOf map) {
            code.addStatement("p = r.map(b, p, $L, $L)", ThriftTypes.code(map.key()), ThriftTypes.code(map.value()));
        } else {
            code.addStatement("p = r.list(b, p, $L)", ThriftTypes.code(elementOf(value)));
        }
        code.addStatement("int $L = r.n", n);
        if (undo.isEmpty()) {
            code.addStatement("if ($L < 0) return -1", n);
        } else {
            code.beginControlFlow("if ($L < 0)", n)
                    .add(undo)
                    .addStatement("return -1")
                    .endControlFlow();
        }
    }

    private static ValuePlan elementOf(ValuePlan value) {
        return value instanceof ValuePlan.SetOf set ? set.element() : ((ValuePlan.ListOf) value).element();
    }

    /** The loops that read what is in the container of a field; {@code depth} counts the containers around a value. */
    private final class Elements {
        private final CodeBlock undo;

        Elements(FieldPlan field) {
            this.undo = Slot.forget(field);
        }

        void read(CodeBlock.Builder code, ValuePlan value, String into, String n, int depth) {
            if (isBulk(value)) {
                ValuePlan element = elementOf(value);
                String numbers = element instanceof ValuePlan.Enumeration ? ".numbers()" : "";
                code.addStatement("p = r.$L(b, p, $L, $L$L)", ThriftTypes.bulk(element), n, into, numbers);
                return;
            }
            if (value instanceof ValuePlan.ListOf list && list.element() instanceof ValuePlan.Struct s) {
                readStructs(code, s, into, n, depth);
                return;
            }
            code.beginControlFlow("for (int i$L = 0; i$L < $L; i$L++)", depth, depth, n, depth);
            if (value instanceof ValuePlan.MapOf map) {
                String k = "k" + depth;
                String v = "v" + depth;
                value(code, map.key(), k, depth + 1);
                value(code, map.value(), v, depth + 1);
                code.addStatement(
                        "$L$L.put($L, $L)",
                        into,
                        ThriftTypes.isEnumMap(map) ? ".numbers()" : "",
                        wrapped(map.key(), k),
                        v);
            } else {
                String x = "x" + depth;
                ValuePlan element = elementOf(value);
                value(code, element, x, depth + 1);
                boolean isSet = value instanceof ValuePlan.SetOf;
                code.addStatement(
                        "$L$L.add($L)",
                        into,
                        isSet && element instanceof ValuePlan.Enumeration ? ".numbers()" : "",
                        isSet ? wrapped(element, x) : CodeBlock.of("$L", x));
            }
            code.endControlFlow();
        }

        /** The elements share their levels. */
        private void readStructs(CodeBlock.Builder code, ValuePlan.Struct struct, String into, String n, int depth) {
            String x = "x" + depth;
            TypeName type = JavaTypes.of(struct.name());
            code.addStatement("$L.expect($L)", into, n);
            code.beginControlFlow("if ($L > 0)", n).addStatement("r.enter(p, $L)", depth + 2);
            code.beginControlFlow("for (int i$L = 0; i$L < $L; i$L++)", depth, depth, n, depth);
            code.addStatement("$T $L = $L.reuse()", type, x, into);
            code.addStatement("if ($L == null) $L = $L.own(new $T())", x, x, into, type);
            code.addStatement("p = $T.$L(r, b, p, $L)", codecOf(struct), Skeleton.READ, x);
            code.endControlFlow().addStatement("r.leave($L)", depth + 2).endControlFlow();
        }

        private void readStruct(CodeBlock.Builder code, ValuePlan.Struct struct, String target, int levels) {
            code.addStatement("r.enter(p, $L)", levels);
            code.addStatement("p = $T.$L(r, b, p, $L)", codecOf(struct), Skeleton.READ, target);
            code.addStatement("r.leave($L)", levels);
        }

        /** Reads a value into a new local. */
        private void value(CodeBlock.Builder code, ValuePlan value, String local, int depth) {
            if (value instanceof ValuePlan.Struct s) {
                code.addStatement("$T $L = new $T()", JavaTypes.of(s.name()), local, JavaTypes.of(s.name()));
                readStruct(code, s, local, depth + 1);
            } else if (value.isContainer()) {
                String n = ThriftReading.lengthOf(local);
                header(code, value, n, undo);
                code.addStatement("$T $L = $L", JavaTypes.container(value), local, made(value, n));
                read(code, value, local, n, depth);
            } else {
                code.add(dialect.readScalar(value, local));
            }
        }
    }

    private static CodeBlock wrapped(ValuePlan value, String local) {
        return value.is(ScalarType.BYTES)
                ? CodeBlock.of("$T.wrap($L)", ByteBuffer.class, local)
                : CodeBlock.of("$L", local);
    }
}
