package dev.fastcodec.idl.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fastcodec.idl.Golden;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** We judge every probe as Apache's compiler and thriftgo do, but for the table of differences. */
final class ThriftProbesTest {
    private static final Path FOLDER = Golden.RESOURCES.resolve("probes");
    private static final Differences DIFFERENCES = Differences.read(FOLDER.resolve("differences.md"));

    static List<Probe> probes() {
        return ProbeFile.all(FOLDER).stream().flatMap(f -> f.probes().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("probes")
    void agreesWithBothOrIsInTheTable(Probe probe) {
        Ours ours = Ours.of(probe);
        boolean apache = probe.verdict("apache").accepts();
        boolean thriftgo = probe.verdict("thriftgo").accepts();
        boolean accepts = ours.verdict().accepts();
        Differences.Row row = DIFFERENCES.rows().get(probe.name());
        if (accepts == apache && accepts == thriftgo) {
            assertEquals(null, row, "all agree");
        } else {
            boolean newer = row != null && row.apache().equals("0.25");
            assertEquals(Differences.Row.of(probe, ours.verdict(), newer), row, ours.reports());
            boolean bothRefuse = !apache && !newer && !thriftgo;
            assertFalse(bothRefuse && ours.verdict() == Verdict.OK, "silently taken");
        }
    }

    @ParameterizedTest
    @MethodSource("probes")
    void warnsWhereTheyWarnOrIsInTheTable(Probe probe) {
        boolean theyWarn = probe.verdicts().containsValue(Verdict.WARNING);
        boolean weAreSilent = Ours.of(probe).verdict() == Verdict.OK;
        assertEquals(theyWarn && weAreSilent, DIFFERENCES.unwarned().contains(probe.name()));
    }

    @Test
    void namesAreUniqueAndThoseOfTheTableExist() {
        Set<String> names = probes().stream().map(Probe::name).collect(Collectors.toSet());
        assertEquals(probes().size(), names.size());
        Set<String> unknown = new HashSet<>(DIFFERENCES.rows().keySet());
        unknown.addAll(DIFFERENCES.unwarned());
        unknown.removeAll(names);
        assertEquals(Set.of(), unknown);
    }
}
