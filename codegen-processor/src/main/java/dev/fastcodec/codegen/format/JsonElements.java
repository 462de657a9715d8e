package dev.fastcodec.codegen.format;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.fastcodec.codegen.java.JavaTypes;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;
import java.nio.ByteBuffer;

/**
 * The method that reads the container of a field. Loops end at the bracket or brace; where a count comes first, {@code n0} of
 * the outermost container, {@code n1} of one inside it and so on count down what is to come.
 */
final class JsonElements {
    private final FieldPlan field;
    private final JsonDialect dialect;
    private final JsonScalars scalars;
    private final JsonContainers containers;

    JsonElements(FieldPlan field, JsonDialect dialect, JsonContainers containers) {
        this.field = field;
        this.dialect = dialect;
        this.scalars = new JsonScalars(dialect);
        this.containers = containers;
    }

    MethodSpec method(Skeleton skeleton) {
        CodeBlock.Builder code = CodeBlock.builder();
        begin(code, field.value(), 0);
        code.add(Slot.container(field, JavaTypes.make(field.value())));
        fill(code, field.value(), "x", 0);
        return skeleton.readContainer(field).addCode(code.build()).build();
    }

    /** Whether a map is an object; else it is an array of pairs, or refused. */
    private boolean isObject(ValuePlan.MapOf map) {
        return JsonContainers.isKey(map.key()) || !dialect.pairs();
    }

    /** Goes to the first element or key; where a count is before that, reads it. */
    private void begin(CodeBlock.Builder code, ValuePlan value, int depth) {
        if (!dialect.typed()) {
            boolean object = value instanceof ValuePlan.MapOf map && isObject(map);
            code.addStatement("p = r.begin$L(b, p)", object ? "Map" : "Array");
            return;
        }
        if (value instanceof ValuePlan.MapOf map) {
            code.addStatement("p = r.map(b, p, $L, $L)", ThriftTypes.code(map.key()), ThriftTypes.code(map.value()));
        } else {
            code.addStatement("p = r.list(b, p, $L)", ThriftTypes.code(elementOf(value)));
        }
        code.addStatement("int n$L = r.n", depth);
        if (depth == 0) {
            code.addStatement("if (n0 < 0) return -1");
        } else {
            code.beginControlFlow("if (n$L < 0)", depth)
                    .add(Slot.forget(field))
                    .addStatement("r.leave($L)", depth)
                    .addStatement("return -1")
                    .endControlFlow();
        }
    }

    private static ValuePlan elementOf(ValuePlan value) {
        return value instanceof ValuePlan.SetOf set ? set.element() : ((ValuePlan.ListOf) value).element();
    }

    /** Reads what is in a container, up to behind its end. */
    private void fill(CodeBlock.Builder code, ValuePlan value, String into, int depth) {
        if (value instanceof ValuePlan.MapOf map) {
            fillMap(code, map, into, depth);
            return;
        }
        ValuePlan element = elementOf(value);
        if (JsonScalars.isBulk(value)) {
            end(code, scalars.readBulk(element, into), "n" + depth + " - " + into + ".size()", depth);
            return;
        }
        code.beginControlFlow("while (b[p] != ']')");
        if (value instanceof ValuePlan.ListOf && element instanceof ValuePlan.Struct s) {
            code.add(containers.readStruct(s, CodeBlock.of("$L.add()", into)));
        } else {
            String local = "x" + depth;
            boolean isSet = value instanceof ValuePlan.SetOf;
            value(code, element, local, depth + 1);
            code.addStatement(
                    "$L$L.add($L)",
                    into,
                    isSet && element instanceof ValuePlan.Enumeration ? ".numbers()" : "",
                    isSet ? wrapped(element, local) : CodeBlock.of("$L", local));
        }
        countDown(code, depth);
        code.addStatement("p = r.nextElement(b, p)").endControlFlow();
        end(code, CodeBlock.of("r.endContainer(p)"), "n" + depth, depth);
    }

    private void fillMap(CodeBlock.Builder code, ValuePlan.MapOf map, String into, int depth) {
        boolean isKey = JsonContainers.isKey(map.key());
        boolean isArray = !isObject(map);
        code.beginControlFlow("while (b[p] != '$L')", isArray ? "]" : "}");
        if (!isKey && !isArray) {
            code.addStatement(
                    "throw r.fail($T.INVALID_DATA, p, $S)",
                    JavaTypes.runtime("DecodeException").nestedClass("Kind"),
                    "map with keys that " + dialect.format() + " has no text for");
            code.endControlFlow();
        } else {
            String k = "k" + depth;
            String v = "v" + depth;
            if (isArray) {
                code.addStatement("p = r.beginPair(b, p)");
                value(code, map.key(), k, depth + 1);
                code.addStatement("p = r.nextOfPair(b, p)");
            } else {
                code.add(scalars.readKey(map.key()));
                code.addStatement("$T $L = $L", JavaTypes.stored(map.key()), k, JsonScalars.result(map.key()));
            }
            value(code, map.value(), v, depth + 1);
            CodeBlock put = CodeBlock.of(
                    "$L$L.put($L, $L)", into, ThriftTypes.isEnumMap(map) ? ".numbers()" : "", wrapped(map.key(), k), v);
            if (dialect.mapped()) {
                put = CodeBlock.of("$Lr.once($L, p)", scalars.ifKnown(map.value()), put);
            }
            code.addStatement("$L", put);
            countDown(code, depth);
            code.addStatement(isArray ? "p = r.nextElement(b, r.endPair(b, p))" : "p = r.next(b, p)");
            code.endControlFlow();
        }
        end(code, CodeBlock.of(dialect.typed() ? "r.endMap(b, p)" : "r.endContainer(p)"), "n" + depth, depth);
    }

    private void countDown(CodeBlock.Builder code, int depth) {
        if (dialect.typed()) {
            code.addStatement("n$L--", depth);
        }
    }

    /** The last call of a container, which is the last of the method, too, if it is the outermost and nothing is counted. */
    private void end(CodeBlock.Builder code, CodeBlock call, String more, int depth) {
        if (dialect.typed()) {
            code.addStatement("p = $L", call).addStatement("r.counted($L, p)", more);
        }
        if (depth == 0) {
            code.addStatement("return $L", dialect.typed() ? CodeBlock.of("p") : call);
        } else if (!dialect.typed()) {
            code.addStatement("p = $L", call);
        }
    }

    /** Reads a value into a new local. */
    private void value(CodeBlock.Builder code, ValuePlan value, String local, int depth) {
        if (value instanceof ValuePlan.Struct s) {
            code.addStatement("$T $L = new $T()", JavaTypes.of(s.name()), local, JavaTypes.of(s.name()));
            code.add(containers.readStruct(s, CodeBlock.of("$L", local)));
        } else if (value.isContainer()) {
            begin(code, value, depth);
            code.addStatement("$T $L = $L", JavaTypes.container(value), local, JavaTypes.make(value));
            fill(code, value, local, depth);
        } else {
            code.add(scalars.read(value));
            code.addStatement("$T $L = $L", JavaTypes.stored(value), local, JsonScalars.result(value));
        }
    }

    private static CodeBlock wrapped(ValuePlan value, String local) {
        return value.is(ScalarType.BYTES)
                ? CodeBlock.of("$T.wrap($L)", ByteBuffer.class, local)
                : CodeBlock.of("$L", local);
    }
}
