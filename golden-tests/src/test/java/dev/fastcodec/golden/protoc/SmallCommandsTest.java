package dev.fastcodec.golden.protoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.golden.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many small command lines end as with protoc, and those that end well print and make the same. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the plugins are scripts, and paths are separated otherwise")
class SmallCommandsTest {
    /** One in so many is given to protoc in every build. */
    private static final int SAMPLE = 10;

    @TempDir
    Path folder;

    static Stream<Path> topics() {
        return Verdict.topics(SmallCommand.FOLDER).stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void endsAsRecorded(Path topic) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (SmallCommand command : SmallCommand.of(topic)) {
            Path work = Files.createTempDirectory(folder, "work");
            command.writeTo(work);
            Ran ran = command.line().ours(work);
            String ours = SmallCommand.verdict(ran);
            if (!ours.equals(command.recorded())) {
                wrong.add(command.name() + ": " + ours + ", recorded is " + command.recorded() + "\n" + ran.text());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void thereAreManyCommands() throws IOException {
        int all = 0;
        for (Path topic : Verdict.topics(SmallCommand.FOLDER)) {
            all += SmallCommand.of(topic).size();
        }
        assertTrue(all >= 500, all + " commands");
    }

    @Test
    void protocEndsASampleAsRecorded() throws Exception {
        for (Path topic : Verdict.topics(SmallCommand.FOLDER)) {
            askProtoc(topic, SAMPLE);
        }
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("topics")
    void protocEndsAsRecorded(Path topic) throws Exception {
        askProtoc(topic, 1);
    }

    private void askProtoc(Path topic, int step) throws IOException, InterruptedException {
        Path protoc = Tools.protocWithWellKnownTypes();
        List<SmallCommand> commands = SmallCommand.of(topic);
        Recording recording = new Recording(topic);
        for (int i = 0; i < commands.size(); i += step) {
            SmallCommand command = commands.get(i);
            Path work = Files.createTempDirectory(folder, "work");
            command.writeTo(work);
            Ran ran = command.line().theirs(protoc, work, folder);
            recording.note(command.name(), command.recorded(), SmallCommand.verdict(ran));
        }
        recording.finish();
    }
}
