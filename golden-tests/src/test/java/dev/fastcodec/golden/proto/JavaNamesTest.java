package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.idl.schema.ScalarType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names of the IDL that are no names in Java, or that generated code needs for itself: it compiles and round-trips. */
class JavaNamesTest {
    private static final List<String> KEYWORDS = List.of(
            "abstract assert boolean break byte case catch char class const continue default do double else enum extends",
            "final finally float for goto if implements import instanceof int interface long native new package private",
            "protected public return short static strictfp super switch synchronized this throw throws transient try void",
            "volatile while true false null var record yield sealed permits non_sealed exports module open opens provides",
            "requires to transitive uses with when");

    private static List<String> keywords() {
        return KEYWORDS.stream().flatMap(line -> Stream.of(line.split(" "))).toList();
    }

    private static List<String> methods(Class<?>... classes) {
        Set<String> names = new LinkedHashSet<>();
        for (Class<?> type : classes) {
            for (Class<?> c = type; c != null; c = c.getSuperclass()) {
                Arrays.stream(c.getDeclaredMethods())
                        .map(Method::getName)
                        .filter(n -> n.matches("[A-Za-z]+"))
                        .sorted()
                        .forEach(names::add);
            }
        }
        return List.copyOf(names);
    }

    /** Also without the {@code get}, {@code set}, … that accessors put in front. */
    private static Collection<String> bare(List<String> methods) {
        Set<String> names = new LinkedHashSet<>(methods);
        for (String method : methods) {
            String rest = method.replaceFirst("^(get|set|has|clear|mutable|add|is)(?=[A-Z])", "");
            names.add(rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1));
        }
        return names;
    }

    private static String message(String name, Collection<String> fields, String type) {
        StringBuilder out = new StringBuilder("message " + name + " {\n");
        int number = 1;
        for (String field : fields) {
            out.append("  ")
                    .append(type)
                    .append(' ')
                    .append(field)
                    .append(" = ")
                    .append(number++)
                    .append(";\n");
        }
        return out.append("}\n").toString();
    }

    private static Compiled compile(String text) {
        return Compiled.of(Map.of("a.proto", "syntax = \"proto3\";\npackage names;\n" + text));
    }

    private static void assertRoundTrip(Bean type) {
        Object bean = type.make();
        type.plan().fields().forEach(f -> type.set(bean, f, f.name()));
        byte[] bytes = type.codec("PROTO").encode(bean);
        Object decoded = type.codec("PROTO").decode(bytes);
        assertEquals(bean, decoded);
        type.plan().fields().forEach(f -> assertEquals(f.name(), type.get(decoded, f)));
        assertArrayEquals(bytes, type.codec("PROTO").encode(decoded));
    }

    @Test
    void fieldsAreCalledLikeKeywords() {
        assertRoundTrip(compile(message("M", keywords(), "string")).bean("names.M"));
    }

    @Test
    void fieldsAreCalledLikeMethodsOfEveryObject() {
        Collection<String> names = bare(methods(Object.class, dev.fastcodec.Message.class));
        assertRoundTrip(compile(message("M", names, "string")).bean("names.M"));
        assertRoundTrip(compile(message("M", names, "optional string")).bean("names.M"));
    }

    @Test
    void fieldsAreCalledLikeMethodsOfEnums() {
        Collection<String> names = bare(methods(Enum.class, dev.fastcodec.EnumValue.class));
        assertRoundTrip(compile(message("M", names, "string")).bean("names.M"));
    }

    @Test
    void fieldsAreCalledLikeVariablesOfGeneratedCode() {
        Set<String> jsonNames = new HashSet<>();
        List<String> names = RandomNames.FIELDS.stream()
                .filter(n -> jsonNames.add(RandomNames.jsonName(n)))
                .toList();
        assertRoundTrip(compile(message("M", names, "string")).bean("names.M"));
    }

    @Test
    void oneofsAndTheirMembersAreCalledLikeKeywordsAndMethods() {
        List<String> names = new ArrayList<>(keywords());
        bare(methods(Object.class, dev.fastcodec.Message.class)).stream()
                .filter(n -> !names.contains(n))
                .forEach(names::add);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            out.append(
                    "message M%d { oneof %s { string a = 1; int32 %s_ = 2; } oneof o { string %sCase = 3; bytes x%s = 4; } }%n"
                            .formatted(i, names.get(i), names.get(i), names.get(i), names.get(i)));
        }
        Compiled compiled = compile(out.toString());
        for (int i = 0; i < names.size(); i++) {
            Bean type = compiled.bean("names.M" + i);
            Object bean = type.make();
            type.set(bean, type.field(1), "x");
            type.set(bean, type.field(3), "y");
            assertEquals(bean, type.codec("PROTO").decode(type.codec("PROTO").encode(bean)));
        }
    }

    @Test
    void enumConstantsAreCalledLikeKeywordsAndMethodsOfEnums() {
        Set<String> names = new LinkedHashSet<>(keywords());
        names.addAll(methods(Enum.class, dev.fastcodec.EnumValue.class));
        names.addAll(List.of("UNRECOGNIZED", "LOOKUP", "number", "values", "valueOf", "forNumber", "constantName"));
        StringBuilder out = new StringBuilder("enum E {\n");
        int number = 0;
        for (String name : names) {
            out.append(name).append(" = ").append(number++).append(";\n");
        }
        Compiled compiled = compile(out + "}\nmessage M { E e = 1; repeated E es = 2; }");
        Bean type = compiled.bean("names.M");
        Object bean = type.codec("PROTO").decode(new byte[] {8, 3, 18, 2, 1, 127});
        assertArrayEquals(new byte[] {8, 3, 18, 2, 1, 127}, type.codec("PROTO").encode(bean));
    }

    @Test
    void typesAreCalledLikeThoseThatGeneratedCodeUses() {
        StringBuilder top = new StringBuilder();
        StringBuilder nested = new StringBuilder("message Outer {\n");
        for (String name : RandomNames.TYPES) {
            String body = "string a = 1; optional bytes b = 2; map<string, int64> c = 3; repeated ." + name
                    + " d = 4; oneof kind { double e = 5; E f = 6; } repeated E g = 7; map<int32, E> h = 8; float i = 9;";
            top.append("message ")
                    .append(name)
                    .append(" {")
                    .append(body.replace(" .", " .names."))
                    .append("}\n");
            nested.append("message ")
                    .append(name)
                    .append(" {")
                    .append(body.replace(" .", " .names.Outer."))
                    .append("}\n");
        }
        String e = "enum E { ZERO = 0; ONE = 1; }\n";
        Compiled compiled = compile(top.toString() + nested + "}\n" + e);
        assertEquals(2 * RandomNames.TYPES.size() + 1, compiled.structs().size());
        for (String name : compiled.structs().keySet()) {
            compiled.bean(name).codec("PROTO").decode(new byte[] {10, 1, 'x', 18, 1, 0, 34, 2, 10, 0, 48, 1});
        }
    }

    @Test
    void classesOfTheUnnamedPackageAreNotHiddenByNestedOnes() {
        Compiled compiled = Compiled.of(Map.of("a.proto", """
                syntax = "proto3";
                enum Proto { ZERO = 0; }
                message A { message B { A a = 1; .B b = 2; Proto p = 3; } B b = 1; Proto p = 2; }
                message B { A.B b = 1; }
                """));
        assertEquals(Set.of("A", "A.B_", "B"), compiled.structs().keySet());
        assertEquals(
                2,
                compiled.bean("A")
                        .codec("PROTO")
                        .encode(compiled.bean("A").codec("PROTO").decode(new byte[] {16, 5}))
                        .length);
    }

    @Test
    void namesThatDifferOnlyInCaseOrUnderscoresAreKeptApart() {
        Compiled compiled = compile("message M { string foo = 1; string Foo = 2; string FOO = 5;"
                + " int32 fOO = 6; E bar = 7; int32 bar_number = 8; string clear_bar = 9; repeated M baz = 10;"
                + " string add_baz = 11; string mutable_x = 12; M x = 13; oneof has_x { int32 get_x = 14; string bits = 15; } }"
                + " enum E { Z = 0; }");
        Bean type = compiled.bean("names.M");
        Object bean = type.make();
        for (FieldPlan field : type.plan().fields()) {
            if (field.value().is(ScalarType.STRING)) {
                type.set(bean, field, field.name());
            } else if (field.value().is(ScalarType.INT32)) {
                type.set(bean, field, field.number());
            }
        }
        Object decoded = type.codec("PROTO").decode(type.codec("PROTO").encode(bean));
        assertEquals(bean, decoded);
        assertEquals("FOO", type.get(decoded, type.field(5)));
        assertEquals(8, type.get(decoded, type.field(8)));
    }
}
