package dev.fastcodec.golden.protoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small inputs for each of protoc's checks: Fastcodec accepts what protoc accepts, with the same descriptors, and refuses what it
 * refuses. What protoc says is recorded; {@code -Dgolden.update=true} asks the real one and records that.
 */
class VerdictsTest {
    /** One in so many inputs is given to protoc in every build. */
    private static final int SAMPLE = 10;

    @TempDir
    Path folder;

    static Stream<Path> topics() {
        return Verdict.topics("verdicts").stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void judgesAsRecorded(Path topic) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Verdict verdict : Verdict.of(topic)) {
            String ours = Judges.ours(verdict.files());
            if (!ours.equals(verdict.recorded())) {
                wrong.add(verdict.name() + ": " + ours + ", recorded is " + verdict.recorded());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void thereAreManyInputs() throws IOException {
        int all = 0;
        for (Path topic : Verdict.topics("verdicts")) {
            all += Verdict.of(topic).size();
        }
        assertTrue(all >= 2250, all + " inputs");
    }

    @Test
    void protocJudgesASampleAsRecorded() throws Exception {
        for (Path topic : Verdict.topics("verdicts")) {
            askProtoc(topic, SAMPLE);
        }
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("topics")
    void protocJudgesAsRecorded(Path topic) throws Exception {
        askProtoc(topic, 1);
    }

    private void askProtoc(Path topic, int step) throws IOException, InterruptedException {
        List<Verdict> verdicts = Verdict.of(topic);
        Judges judges = new Judges(folder);
        Recording recording = new Recording(topic);
        for (int i = 0; i < verdicts.size(); i += step) {
            Verdict verdict = verdicts.get(i);
            recording.note(verdict.name(), verdict.recorded(), judges.theirs(verdict.files()));
        }
        recording.finish();
    }
}
