package dev.fastcodec.golden.thrift;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Seed;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many random schemas and values against libthrift in all of its protocols: {@code mvn -Pdeep test}. The seed is reported; {@code -Dgolden.seed=N} repeats the run and
 * {@code -Dgolden.values=N} changes its length.
 */
@Tag("deep")
class DeepRandomRoundTripTest {
    private static final int VALUES = 100_000;
    private static final int CORPORA = 10;
    private static final int SCHEMAS = 3;
    private static final Options FORMATS = Options.of(Map.of("formats", "binary,compact,tjson,simple_json"));

    static IntStream corpora() {
        return IntStream.range(0, CORPORA);
    }

    @BeforeEach
    void tellTheSeed(TestReporter reporter) {
        reporter.publishEntry("golden.seed", Long.toString(Seed.value()));
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void ourBytesAreThoseOfLibthrift(int corpus) {
        Corpus newer = Corpus.make("deep" + corpus, SCHEMAS, FORMATS);
        Corpus older = OlderSchema.of(newer, Seed.random("older" + corpus)).corpus();
        Differential differential = new Differential(newer);
        int values = Seed.values(VALUES) / CORPORA;
        newer.forValues("values", values, true, (type, state, wire) -> {
            differential.writes(type, state, wire);
            differential.isRead(type, state, wire);
            if (wire == Wire.BINARY) {
                differential.writesJson(type, state);
            }
        });
        newer.forValues("bytes", values, false, (type, state, wire) -> {
            differential.reads(type, state, wire);
            differential.survives(older).on(type, state, wire);
            if (wire == Wire.BINARY) {
                differential.readsJson(type, state);
            }
        });
    }
}
