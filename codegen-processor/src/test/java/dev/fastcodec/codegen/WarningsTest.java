package dev.fastcodec.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.idl.diag.Problem;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WarningsTest {
    private static Set<Problem> told(String text) {
        return Options.of(Map.of("warnings", text)).warnings();
    }

    private static Set<Problem> without(Problem... silenced) {
        Set<Problem> rest = Problem.warnings();
        rest.removeAll(Set.of(silenced));
        return rest;
    }

    @Test
    void tellsAllByDefault() {
        assertEquals(without(), Options.DEFAULT.warnings());
    }

    @Test
    void silencesWhatHasADash() {
        assertEquals(
                without(Problem.IMPORT_UNUSED, Problem.THRIFT_ENUM_EMPTY), told("-import-unused, -thrift-enum-empty"));
        assertEquals(without(Problem.IMPORT_UNUSED), told("all,-import-unused"));
    }

    @Test
    void tellsOnlyWhatIsNamed() {
        assertEquals(EnumSet.of(Problem.THRIFT_ASYNC), told("thrift-async"));
        assertEquals(Set.of(), told("none"));
    }

    @Test
    void letsTheLastCount() {
        assertEquals(EnumSet.of(Problem.THRIFT_ASYNC), told("none,THRIFT-ASYNC"));
        assertEquals(Set.of(), told("thrift-async,-thrift-async"));
    }

    @Test
    void refusesANameThatIsNoWarning() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> told("-thrift-enum-emty"));
        assertEquals("no warning is called \"thrift-enum-emty\"; did you mean thrift-enum-empty?", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> told("file-not-found"));
    }
}
