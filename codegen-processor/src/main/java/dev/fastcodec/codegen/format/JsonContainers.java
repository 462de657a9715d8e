package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.nio.ByteBuffer;
import java.util.Map;

/** Lists, sets and maps in JSON, however nested: a method for each field, with a loop for each level; {@link JsonElements} reads them. */
final class JsonContainers {
    private final StructPlan struct;
    private final JsonDialect dialect;
    private final JsonScalars scalars;

    JsonContainers(StructPlan struct, JsonDialect dialect) {
        this.struct = struct;
        this.dialect = dialect;
        this.scalars = new JsonScalars(dialect);
    }

    /** Writes a container. */
    MethodSpec writeMethod(FieldPlan field, Skeleton skeleton) {
        MethodSpec.Builder method = skeleton.writeContainer(field);
        CodeBlock.Builder code = CodeBlock.builder();
        if (dialect.mapped()) {
            String brackets = field.value() instanceof ValuePlan.MapOf ? "{}" : "[]";
            code.addStatement("if (x == null) return w.none(p, $S)", brackets);
        }
        write(code, field, field.value(), CodeBlock.of("x"), 0);
        return method.addCode(code.build()).build();
    }

    /** Reads a container into the bean; where values are beside their types, -1 when those are others than declared. */
    MethodSpec readMethod(FieldPlan field, Skeleton skeleton) {
        return new JsonElements(field, dialect, this).method(skeleton);
    }

    /** Writes a struct in a field or container. */
    CodeBlock writeStruct(ValuePlan.Struct value, CodeBlock x) {
        return CodeBlock.of("p = $T.$L(w, b, p, $L);\nb = w.b;\n", codecOf(value), Skeleton.WRITE, x);
    }

    /** Reads a struct in a field or container. */
    CodeBlock readStruct(ValuePlan.Struct value, CodeBlock target) {
        return CodeBlock.of("p = $T.$L(r, b, p, $L);\n", codecOf(value), Skeleton.READ, target);
    }

    private ClassName codecOf(ValuePlan.Struct value) {
        return JavaTypes.of(value.name()).nestedClass(value.codecs().of(dialect.format()));
    }

    /** Whether JSON can have this as the key of an object. */
    static boolean isKey(ValuePlan key) {
        return !(key instanceof ValuePlan.Struct) && !key.isContainer();
    }

    private void write(CodeBlock.Builder code, FieldPlan field, ValuePlan value, CodeBlock x, int depth) {
        if (value instanceof ValuePlan.Struct s) {
            code.add(writeStruct(s, x));
        } else if (value instanceof ValuePlan.ListOf list) {
            ValuePlan element = list.element();
            beginArray(code, element, x, depth);
            if (JsonScalars.isBulk(list)) {
                code.add(scalars.writeBulk(element, x));
            } else {
                writeElements(code, field, element, JavaTypes.boxed(element), x, depth);
            }
            endArray(code, depth);
        } else if (value instanceof ValuePlan.SetOf set) {
            boolean enums = set.element() instanceof ValuePlan.Enumeration;
            CodeBlock elements = enums ? CodeBlock.of("$T.numbersOf($L)", JavaTypes.runtime("EnumValueSet"), x) : x;
            TypeName type = enums ? ClassName.get(Integer.class) : JavaTypes.key(set.element());
            beginArray(code, set.element(), x, depth);
            writeElements(code, field, set.element(), type, elements, depth);
            endArray(code, depth);
        } else if (value instanceof ValuePlan.MapOf map) {
            writeMap(code, field, map, x, depth);
        } else {
            code.add(scalars.write(value, x));
        }
    }

    /** Begins an array; where values are beside their types, with the type and count of its elements. */
    private void beginArray(CodeBlock.Builder code, ValuePlan element, CodeBlock x, int depth) {
        if (dialect.typed()) {
            head(code, "[\"" + JsonDialect.typeName(element) + "\",", x);
        } else {
            code.addStatement("int s$L = p", depth);
        }
    }

    private void head(CodeBlock.Builder code, String text, CodeBlock x) {
        room(code, text.length() + scalars.most(new ValuePlan.Scalar(ScalarType.INT32)) + 1);
        code.addStatement("p = $T.put(b, p, $S)", dialect.writer(), text);
        code.addStatement("p = $T.i32(b, p, $L.size())", dialect.writer(), x);
    }

    private void endArray(CodeBlock.Builder code, int depth) {
        end(code, dialect.typed() ? "w.close(p, ']')" : "w.endArray(s" + depth + ", p)", depth);
    }

    /** The last call of a container, which is the last of the method, too, if it is the outermost. */
    private static void end(CodeBlock.Builder code, String call, int depth) {
        if (depth == 0) {
            code.addStatement("return $L", call);
        } else {
            code.addStatement("p = $L", call).addStatement("b = w.b");
        }
    }

    private static void room(CodeBlock.Builder code, int need) {
        code.addStatement("if (b.length - p < $L) b = w.grow(p, $L)", need, need);
    }

    private void writeElements(
            CodeBlock.Builder code, FieldPlan field, ValuePlan element, TypeName type, CodeBlock x, int depth) {
        String local = "x" + depth;
        code.beginControlFlow("for ($T $L : $L)", type, local, x);
        room(code, 1 + scalars.most(element));
        code.addStatement("b[p++] = ','");
        write(code, field, element, unwrapped(code, element, type, local), depth + 1);
        code.endControlFlow();
    }

    private void writeMap(CodeBlock.Builder code, FieldPlan field, ValuePlan.MapOf map, CodeBlock x, int depth) {
        boolean isObject = isKey(map.key());
        if (!isObject && !dialect.pairs()) {
            code.addStatement(
                    "if (!$L.isEmpty()) throw new $T($S)",
                    x,
                    JavaTypes.runtime("EncodeException"),
                    "map " + struct.typeName() + "." + field.name() + " has keys that " + dialect.format()
                            + " has no text for");
        }
        if (dialect.typed()) {
            String types =
                    "[\"" + JsonDialect.typeName(map.key()) + "\",\"" + JsonDialect.typeName(map.value()) + "\",";
            head(code, types, x);
            code.addStatement("b[p++] = ','");
        }
        code.addStatement("int s$L = p", depth);
        if (isObject || dialect.pairs()) {
            writeEntries(code, field, map, x, depth);
        }
        String close = "w.end" + (isObject || !dialect.pairs() ? "Object" : "Array") + "(s" + depth + ", p)";
        if (dialect.typed()) {
            code.addStatement("p = $L", close);
            close = "w.close(p, ']')";
        }
        end(code, close, depth);
    }

    private void writeEntries(CodeBlock.Builder code, FieldPlan field, ValuePlan.MapOf map, CodeBlock x, int depth) {
        boolean enums = ThriftTypes.isEnumMap(map);
        TypeName key = entryType(map.key(), true);
        TypeName value = entryType(map.value(), false);
        String entry = "e" + depth;
        if (enums) {
            code.beginControlFlow(
                    "for ($T<$T, $T> $L : $T.numbersOf($L).entrySet())",
                    Map.Entry.class,
                    Object.class,
                    Object.class,
                    entry,
                    JavaTypes.runtime("EnumValueMap"),
                    x);
        } else {
            code.beginControlFlow("for ($T<$T, $T> $L : $L.entrySet())", Map.Entry.class, key, value, entry, x);
        }
        String cast = enums ? "$T $L = ($T) " : "$T $L = ";
        local(code, cast + "$L.getKey()", key, "k" + depth, enums, entry);
        local(code, cast + "$L.getValue()", value, "v" + depth, enums, entry);
        CodeBlock k = unwrapped(code, map.key(), key, "k" + depth);
        CodeBlock v = unwrapped(code, map.value(), value, "v" + depth);
        int most = scalars.most(map.value());
        if (isKey(map.key())) {
            int mostKey = scalars.mostOfKey(map.key());
            room(code, 2 + mostKey + (mostKey > 0 ? most : 0));
            code.addStatement("b[p++] = ','")
                    .add(scalars.writeKey(map.key(), k))
                    .addStatement("b[p++] = ':'");
            if (mostKey == 0 && most > 0) {
                room(code, most);
            }
            write(code, field, map.value(), v, depth + 1);
        } else {
            room(code, 2);
            code.addStatement("b[p++] = ','").addStatement("b[p++] = '['");
            // in braces, since the locals of a container have the names that those of the value have
            boolean braces = map.key().isContainer();
            code.add(braces ? "{\n$>" : "");
            write(code, field, map.key(), k, depth + 1);
            code.add(braces ? "$<}\n" : "");
            room(code, 1 + most);
            code.addStatement("b[p++] = ','");
            // the locals of a key that is a container are still in scope
            write(code, field, map.value(), v, depth + (map.key().isContainer() ? 2 : 1));
            code.addStatement("p = w.close(p, ']')").addStatement("b = w.b");
        }
        code.endControlFlow();
    }

    private static void local(
            CodeBlock.Builder code, String format, TypeName type, String name, boolean cast, String entry) {
        if (cast) {
            code.addStatement(format, type, name, type, entry);
        } else {
            code.addStatement(format, type, name, entry);
        }
    }

    private static TypeName entryType(ValuePlan value, boolean key) {
        return value instanceof ValuePlan.Enumeration
                ? ClassName.get(Integer.class)
                : key ? JavaTypes.key(value) : JavaTypes.boxed(value);
    }

    /** A buffer, which stands for bytes in sets and keys, as an array. */
    private static CodeBlock unwrapped(CodeBlock.Builder code, ValuePlan value, TypeName type, String local) {
        if (value.is(ScalarType.BYTES) && type.equals(ClassName.get(ByteBuffer.class))) {
            code.addStatement("byte[] $Lb = $T.bytes($L)", local, JavaTypes.runtime("Buffers"), local);
            return CodeBlock.of("$Lb", local);
        }
        return CodeBlock.of("$L", local);
    }
}
