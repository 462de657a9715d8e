package dev.fastcodec.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fastcodec.codegen.plan.LiteralPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Literals of a class: small ones are expressions, large ones are built by private methods, since no method may hold
 * thousands of entries.
 */
final class LiteralMethods {
    /** What one method puts together: a part takes less than 40 bytes of bytecode, of 8000 that HotSpot compiles. */
    private static final int PARTS_OF_A_METHOD = 200;

    /** Parts of a simple literal, at most. */
    private static final int LARGEST_SIMPLE = 5;

    private final TypeSpec.Builder owner;
    private final String prefix;
    private final int mostInline;
    private int methods;

    /**
     * Literals of a class.
     *
     * @param prefix what the methods are called, before an underscore and a number
     * @param mostInline the parts of a literal that is written as one expression
     */
    LiteralMethods(TypeSpec.Builder owner, String prefix, int mostInline) {
        this.owner = owner;
        this.prefix = prefix;
        this.mostInline = mostInline;
    }

    /** An expression of the value's general type. */
    CodeBlock general(LiteralPlan literal, ValuePlan type) {
        return isInline(literal) ? Literals.general(literal, type) : CodeBlock.of("$L()", method(literal, type));
    }

    private CodeBlock key(LiteralPlan literal, ValuePlan type) {
        return isInline(literal) ? Literals.key(literal, type) : general(literal, type);
    }

    private boolean isInline(LiteralPlan literal) {
        return literal.isSimple() || literal.parts() <= mostInline;
    }

    private String method(LiteralPlan literal, ValuePlan type) {
        String name = prefix + "_" + methods++;
        TypeName built = JavaTypes.general(type);
        List<List<CodeBlock>> statements = cut(literal, type);
        MethodSpec.Builder method = method(name).returns(built).addStatement("$T x = $L", built, start(type));
        if (statements.size() == 1) {
            statements.get(0).forEach(method::addStatement);
        } else {
            for (List<CodeBlock> some : statements) {
                String part = prefix + "_" + methods++;
                MethodSpec.Builder filler = method(part)
                        .addParameter(ParameterSpec.builder(built, "x").build());
                some.forEach(filler::addStatement);
                owner.addMethod(filler.build());
                method.addStatement("$L(x)", part);
            }
        }
        owner.addMethod(method.addStatement("return $L", finish(type)).build());
        return name;
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    }

    private static CodeBlock start(ValuePlan type) {
        if (type instanceof ValuePlan.Struct s) {
            return CodeBlock.of("new $T()", JavaTypes.of(s.name()));
        }
        Class<?> container = type instanceof ValuePlan.ListOf
                ? ArrayList.class
                : type instanceof ValuePlan.SetOf ? LinkedHashSet.class : LinkedHashMap.class;
        return CodeBlock.of("new $T<>()", container);
    }

    private static CodeBlock finish(ValuePlan type) {
        if (type instanceof ValuePlan.Struct) {
            return CodeBlock.of("x");
        }
        String view = type instanceof ValuePlan.ListOf ? "List" : type instanceof ValuePlan.SetOf ? "Set" : "Map";
        return CodeBlock.of("$T.unmodifiable$L(x)", Collections.class, view);
    }

    /** The statements that add the parts, cut for methods. */
    private List<List<CodeBlock>> cut(LiteralPlan literal, ValuePlan type) {
        List<List<CodeBlock>> all = new ArrayList<>(List.of(new ArrayList<>()));
        int parts = 0;
        for (Part part : parts(literal, type)) {
            int size = Math.min(part.size, 2 * Math.max(mostInline, LARGEST_SIMPLE)) + 1;
            if (parts + size > PARTS_OF_A_METHOD) {
                all.add(new ArrayList<>());
                parts = 0;
            }
            parts += size;
            all.get(all.size() - 1).add(part.statement);
        }
        return all;
    }

    /** A statement and how many parts its expressions may have at most. */
    private record Part(CodeBlock statement, int size) {}

    private List<Part> parts(LiteralPlan literal, ValuePlan type) {
        List<Part> parts = new ArrayList<>();
        if (literal instanceof LiteralPlan.ListOf list && type instanceof ValuePlan.SetOf set) {
            list.elements()
                    .forEach(e -> parts.add(new Part(CodeBlock.of("x.add($L)", key(e, set.element())), e.parts())));
        } else if (literal instanceof LiteralPlan.ListOf list && type instanceof ValuePlan.ListOf l) {
            list.elements()
                    .forEach(e -> parts.add(new Part(CodeBlock.of("x.add($L)", general(e, l.element())), e.parts())));
        } else if (literal instanceof LiteralPlan.MapOf map && type instanceof ValuePlan.MapOf m) {
            map.entries()
                    .forEach(e -> parts.add(new Part(
                            CodeBlock.of("x.put($L, $L)", key(e.key(), m.key()), general(e.value(), m.value())),
                            e.key().parts() + e.value().parts())));
        } else if (literal instanceof LiteralPlan.Struct struct) {
            struct.setters()
                    .forEach(s -> parts.add(new Part(
                            CodeBlock.of("x.set$L($L)", s.property(), general(s.value(), s.type())),
                            s.value().parts())));
        } else {
            throw new AssertionError(literal);
        }
        return parts;
    }
}
