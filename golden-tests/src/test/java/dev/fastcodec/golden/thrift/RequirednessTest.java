package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.Codec;
import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every requiredness of every kind of type, with and without a default, writes and reads what Apache's Java does. */
class RequirednessTest {
    private static final String ERROR = "error";
    private static final byte[] NO_FIELD = {0};

    private static Compiled compiled;

    /** A line of the table. */
    record Row(
            int index,
            String need,
            String type,
            String initial,
            boolean freshIsSet,
            String fresh,
            String set,
            boolean clearedIsSet,
            String cleared,
            String unset,
            String read,
            String readInto) {
        static Row of(int index, String[] cells) {
            return new Row(
                    index,
                    cells[0],
                    cells[1],
                    cells[2],
                    Boolean.parseBoolean(cells[3]),
                    cells[4],
                    cells[5],
                    Boolean.parseBoolean(cells[6]),
                    cells[7],
                    cells[8],
                    cells[9],
                    cells[10]);
        }

        String declaration() {
            return "struct S" + index + " { 1: " + (need.equals("default") ? "" : need + " ") + type + " f"
                    + (initial.equals("-") ? "" : " = " + initial) + " }\n";
        }

        boolean isNumber() {
            return Set.of("bool", "i8", "i16", "i32", "i64", "double").contains(type);
        }

        @Override
        public String toString() {
            return declaration().strip();
        }
    }

    static List<Row> rows() throws IOException {
        String name = "/vectors/thrift-requiredness.checked.tsv";
        try (InputStream in = Objects.requireNonNull(RequirednessTest.class.getResourceAsStream(name))) {
            List<String[]> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
            return java.util.stream.IntStream.range(0, lines.size())
                    .mapToObj(i -> Row.of(i, lines.get(i)))
                    .toList();
        }
    }

    @BeforeAll
    static void compile() throws IOException {
        StringBuilder idl = new StringBuilder("namespace java need\nenum E { A, B }\nstruct In { 1: i32 a }\n");
        rows().forEach(row -> idl.append(row.declaration()));
        compiled = Compiled.of(Map.of("need.thrift", idl.toString()));
    }

    private static Bean type(Row row) {
        return compiled.bean("need.S" + row.index);
    }

    private static Object value(Row row) {
        return switch (row.type) {
            case "bool" -> false;
            case "i8" -> (byte) 9;
            case "i16" -> (short) 9;
            case "i32" -> 9;
            case "i64" -> 9L;
            case "double" -> 9.0;
            case "string" -> "y";
            case "binary" -> new byte[] {'y'};
            case "E" -> constant("A");
            case "In" -> {
                Bean in = compiled.bean("need.In");
                Object made = in.make();
                in.set(made, in.field(1), 9);
                yield made;
            }
            case "list<i32>" -> List.of(9);
            case "set<string>" -> Set.of("y");
            case "map<i32,string>" -> Map.of(9, "y");
            default -> throw new AssertionError(row);
        };
    }

    private static Object constant(String name) {
        try {
            return Objects.requireNonNull(compiled.type("need.E").getField(name).get(null));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object filled(Row row) {
        Object bean = type(row).make();
        type(row).set(bean, type(row).field(1), value(row));
        return bean;
    }

    private static String bytes(Row row, Object bean) {
        try {
            return HexFormat.of().formatHex(type(row).codec("BINARY").encode(bean));
        } catch (EncodeException e) {
            return ERROR;
        }
    }

    private static String read(Row row, Supplier<Object> bean) {
        Codec<Object> codec = type(row).codec("BINARY");
        Object made = bean.get();
        try {
            codec.decodeInto(made, NO_FIELD);
        } catch (DecodeException e) {
            return ERROR;
        }
        return bytes(row, made);
    }

    private static void checkIsSet(boolean expected, Row row, Object bean) {
        FieldPlan field = type(row).field(1);
        if (field.hasPresence()) {
            assertEquals(expected, type(row).has(bean, field));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aNewObjectIsWrittenAsByApache(Row row) {
        Object bean = type(row).make();
        assertEquals(row.fresh, bytes(row, bean));
        checkIsSet(row.freshIsSet, row, bean);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aFieldThatWasSetIsWrittenAsByApache(Row row) {
        Object bean = filled(row);
        assertEquals(row.set, bytes(row, bean));
        checkIsSet(true, row, bean);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void clearRestoresWhatANewObjectHas(Row row) {
        Object bean = filled(row);
        ((Message<?>) bean).clear();
        assertEquals(row.fresh, bytes(row, bean));
        assertEquals(type(row).make(), bean);
        checkIsSet(row.freshIsSet, row, bean);
        if (!row.cleared.equals(row.fresh)) {
            // Apache's clear() of a number with a default leaves it marked as set, so that its default is written
            assertEquals("optional", row.need);
            assertEquals(true, row.isNumber() && row.clearedIsSet && !row.initial.equals("-"));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aFieldSetToNullIsAsByApache(Row row) {
        FieldPlan field = type(row).field(1);
        Object bean = filled(row);
        if (field.hasPresence()) {
            type(row).clear(bean, field);
        }
        // a number that is always written cannot be unset
        assertEquals(row.unset, bytes(row, bean));
        if (!row.isNumber()) {
            bean = filled(row);
            type(row).set(bean, field, null);
            assertEquals(row.unset, bytes(row, bean));
        }
        checkIsSet(false, row, bean);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void absenceIsReadAsByApache(Row row) {
        assertEquals(row.read, read(row, () -> type(row).make()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void absenceLeavesWhatAnObjectHas(Row row) {
        // Apache takes what the object had for what was read; we want a required field in the bytes
        String expected = row.read.equals(ERROR) ? ERROR : row.readInto;
        assertEquals(expected, read(row, () -> filled(row)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theGetterGivesTheDefault(Row row) {
        if (row.initial.equals("-")) {
            return;
        }
        @Nullable
        Object expected =
                switch (row.type) {
                    case "bool" -> true;
                    case "i8" -> (byte) 5;
                    case "i16" -> (short) 5;
                    case "i32" -> 5;
                    case "i64" -> 5L;
                    case "double" -> 0.5;
                    case "string" -> "x";
                    case "E" -> constant("B");
                    case "list<i32>" -> List.of(1, 2);
                    case "set<string>" -> Set.of("p");
                    case "map<i32,string>" -> Map.of(1, "q");
                    default -> null;
                };
        Object actual = type(row).get(type(row).make(), type(row).field(1));
        if (row.type.equals("binary")) {
            assertEquals("x", new String((byte[]) Objects.requireNonNull(actual), StandardCharsets.UTF_8));
        } else if (row.type.equals("In")) {
            assertEquals(
                    7,
                    compiled.bean("need.In")
                            .get(actual, compiled.bean("need.In").field(1)));
        } else {
            assertEquals(expected, actual);
        }
    }
}
