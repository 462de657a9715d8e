package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.DecodeException;
import dev.fastcodec.EncodeException;
import dev.fastcodec.EnumValue;
import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.MethodSizes;
import dev.fastcodec.golden.support.SameSchema;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Types that are larger than a Java method or enum can hold. */
class BigTypesTest {
    private static final int FIELDS = 2000;
    private static final int MEMBERS = 5000;
    private static final int VALUES = 20;

    private static final List<String> TYPES = List.of(
            "i32 f%d",
            "string f%d",
            "required i64 f%d",
            "optional bool f%d",
            "bool f%d = true",
            "optional double f%d = 0.5",
            "string f%d = \"x\"",
            "binary f%d",
            "list<i32> f%d",
            "optional map<string, i16> f%d",
            "set<string> f%d = [\"a\"]",
            "Small f%d",
            "required string f%d",
            "uuid f%d",
            "list<Small> f%d",
            "E f%d = E.A",
            "i8 f%d");

    private static String fields(String kind, boolean union) {
        return fields(kind + " Big", FIELDS, union);
    }

    /** A type of so many fields of all kinds. */
    static String fields(String head, int fields, boolean union) {
        StringBuilder s = new StringBuilder(head).append(" {\n");
        for (int i = 0; i < fields; i++) {
            String text = TYPES.get(i % TYPES.size());
            String declared = union ? text.replaceAll("required |optional | =.*", "") : text;
            s.append(i + 1 + i / 100 * 10)
                    .append(": ")
                    .append(String.format(declared, i))
                    .append('\n');
        }
        return s.append("}\n").toString();
    }

    private static Compiled compile(String idl) throws IOException {
        String common = "namespace java big\nenum E { A, B }\nstruct Small { 1: i32 a }\n";
        Compiled compiled = Compiled.of(Map.of("big.thrift", common + idl));
        SameSchema.check(compiled);
        MethodSizes.check(compiled);
        return compiled;
    }

    @Test
    void structOf2000FieldsRoundTrips() throws IOException {
        RoundTrip.check("big struct", compile(fields("struct", false)), VALUES);
    }

    @Test
    void exceptionOf2000FieldsRoundTrips() throws IOException {
        RoundTrip.check("big exception", compile(fields("exception", false)), VALUES);
    }

    @Test
    void unionOf2000MembersRoundTrips() throws IOException {
        RoundTrip.check("big union", compile(fields("union", true)), 200);
    }

    @Test
    void everyMissingFieldOf2000IsNamed() throws IOException {
        StringBuilder idl = new StringBuilder("struct Must {\n");
        for (int i = 1; i <= FIELDS; i++) {
            idl.append(i)
                    .append(i % 2 == 0 ? ": required string f" : ": required Small f")
                    .append(i)
                    .append('\n');
        }
        Bean must = compile(idl.append("}\n").toString()).bean("big.Must");
        Object bean = must.make();
        must.set(bean, must.field(1234), "set");
        for (String codec : List.of("BINARY", "COMPACT")) {
            String read = assertThrows(
                            DecodeException.class, () -> must.codec(codec).decode(new byte[1]))
                    .getMessage();
            String written = assertThrows(
                            EncodeException.class, () -> must.codec(codec).encode(bean))
                    .getMessage();
            for (int i = 1; i <= FIELDS; i++) {
                assertTrue(Pattern.compile("\\bf" + i + "\\b").matcher(read).find(), read);
                assertEquals(
                        i != 1234,
                        Pattern.compile("\\bf" + i + "\\b").matcher(written).find(),
                        written);
            }
        }
    }

    @Test
    void enumOf5000ValuesRoundTrips() throws ReflectiveOperationException, IOException {
        StringBuilder s = new StringBuilder("enum Many {\nALL = -1\nSCHEMA = -2\n");
        for (int i = 0; i < MEMBERS; i++) {
            s.append("M").append(i).append(" = ").append(i * 3).append('\n');
        }
        s.append("}\nstruct Holder {\n1: Many one = Many.M4999\n2: optional Many two\n3: list<Many> all\n");
        s.append("4: set<Many> some\n5: map<Many, Many> pairs\n6: required Many three\n}\n");
        Compiled compiled = compile(s.toString());
        RoundTrip.check("big enum", compiled, 200);
        Class<?> many = compiled.type("big.Many");
        for (int i = 0; i < MEMBERS; i += 7) {
            Field field = many.getField("M" + i);
            field.setAccessible(true); // it is declared in an interface that only the compiler need see
            EnumValue constant = (EnumValue) field.get(null);
            assertEquals(i * 3, constant.number());
            assertEquals(constant, many.getMethod("forNumber", int.class).invoke(null, i * 3));
        }
    }
}
