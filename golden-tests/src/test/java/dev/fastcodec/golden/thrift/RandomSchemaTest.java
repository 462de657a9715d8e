package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.RandomSchema.FieldDecl;
import dev.fastcodec.golden.thrift.RandomSchema.IdlFile;
import dev.fastcodec.golden.thrift.RandomSchema.StructDecl;
import dev.fastcodec.golden.thrift.Shape.Base;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The random schemas and values have in them what they are there for, or the tests that use them would show nothing. */
class RandomSchemaTest {
    private static final int SCHEMAS = 8;

    private final Set<String> seen = new TreeSet<>();

    @Test
    void schemasHaveEveryKindOfTypeAndField() {
        for (int i = 0; i < SCHEMAS; i++) {
            for (IdlFile file : RandomSchema.make(Seed.random("coverage" + i), "coverage", 0.3)) {
                file.structs().forEach(s -> struct(s, file));
            }
        }
        List<String> wanted = new ArrayList<>(List.of(
                "STRUCT",
                "UNION",
                "EXCEPTION",
                "recursive",
                "typedef",
                "constant as default",
                "ids out of order",
                "id 32767",
                "id above 300",
                "container in container in container",
                "enum",
                "struct",
                "list",
                "set",
                "map"));
        for (String need : List.of("REQUIRED", "DEFAULT", "OPTIONAL")) {
            wanted.add(need + " with default");
            wanted.add(need + " without default");
        }
        for (String holder : List.of("field", "list of", "set of", "map from", "map to")) {
            for (Base base : Base.values()) {
                wanted.add(holder + " " + base.text);
            }
            wanted.addAll(List.of(holder + " struct", holder + " enum", holder + " list", holder + " map"));
        }
        wanted.removeAll(seen);
        assertEquals(List.of(), wanted, Seed.describe());
    }

    private void struct(StructDecl decl, IdlFile file) {
        Struct struct = decl.struct();
        seen.add(struct.kind().name());
        int last = 0;
        for (FieldDecl field : decl.fields()) {
            int id = field.field().id();
            seen.add(id < last ? "ids out of order" : "ids in order");
            seen.add(id == 32767 ? "id 32767" : id > 300 ? "id above 300" : "id of one byte or two");
            last = id;
            seen.add(field.field().need() + (field.initial() == null ? " without default" : " with default"));
            if (file.typedefNames().contains(field.type().text())) {
                seen.add("typedef");
            }
            if (file.constants().stream().anyMatch(c -> c.name().equals(field.initial()))) {
                seen.add("constant as default");
            }
            shape("field", field.field().shape(), 0);
        }
        if (reaches(struct, struct, new HashSet<>())) {
            seen.add("recursive");
        }
    }

    private void shape(String holder, Shape shape, int containers) {
        String name;
        if (shape instanceof Base base) {
            name = base.text;
        } else if (shape instanceof Struct) {
            name = "struct";
        } else if (shape instanceof Shape.Enumeration) {
            name = "enum";
        } else {
            if (containers == 2) {
                seen.add("container in container in container");
            }
            name = container(shape, containers + 1);
        }
        seen.add(name);
        seen.add(holder + " " + name);
    }

    private String container(Shape shape, int containers) {
        if (shape instanceof Shape.ListOf list) {
            shape("list of", list.element(), containers);
            return "list";
        } else if (shape instanceof Shape.SetOf set) {
            shape("set of", set.element(), containers);
            return "set";
        }
        Shape.MapOf map = (Shape.MapOf) shape;
        shape("map from", map.key(), containers);
        shape("map to", map.value(), containers);
        return "map";
    }

    private static boolean reaches(Shape from, Struct to, Set<Struct> been) {
        if (from instanceof Shape.ListOf list) {
            return list.element() == to || reaches(list.element(), to, been);
        } else if (from instanceof Shape.SetOf set) {
            return set.element() == to || reaches(set.element(), to, been);
        } else if (from instanceof Shape.MapOf map) {
            return map.key() == to
                    || map.value() == to
                    || reaches(map.key(), to, been)
                    || reaches(map.value(), to, been);
        }
        return from instanceof Struct struct
                && been.add(struct)
                && struct.fields().stream().anyMatch(f -> f.shape() == to || reaches(f.shape(), to, been));
    }

    @Test
    void valuesHaveNumbersThatNoEnumHasAndFieldsThatNobodySet() {
        Corpus corpus = Corpus.make("coverage_values", 2);
        corpus.forValues("coverage", 2_000, true, (type, state, wire) -> {
            seen.add(type.kind() + (state.fields().isEmpty() ? " empty" : " set"));
            state.fields().forEach((id, value) -> value(type.field(id).shape(), value));
        });
        for (String wanted : List.of(
                "STRUCT empty",
                "STRUCT set",
                "UNION set",
                "EXCEPTION set",
                "unknown number in a field",
                "unknown number in a container",
                "cleared",
                "empty container",
                "container of 15",
                "container of 128")) {
            assertTrue(seen.contains(wanted), () -> Seed.describe() + wanted + " is not in " + seen);
        }
    }

    private void value(Shape shape, Object value) {
        if (value == StructValue.CLEARED) {
            seen.add("cleared");
        } else if (shape instanceof Shape.Enumeration e) {
            seen.add(e.knows((Integer) value) ? "known number" : "unknown number in a field");
        } else if (value instanceof Map<?, ?> map) {
            elements(((Shape.MapOf) shape).value(), List.copyOf(map.values()));
        } else if (shape instanceof Shape.ListOf list) {
            elements(list.element(), (List<?>) value);
        } else if (shape instanceof Shape.SetOf set) {
            elements(set.element(), List.copyOf((Set<?>) value));
        }
    }

    private void elements(Shape shape, List<?> values) {
        seen.add(values.isEmpty() ? "empty container" : "container of " + values.size());
        if (shape instanceof Shape.Enumeration e && values.stream().anyMatch(v -> !e.knows((Integer) v))) {
            seen.add("unknown number in a container");
        }
    }
}
