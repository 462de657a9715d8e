package dev.fastcodec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    private static final String ORDER = "syntax = \"proto3\";\npackage shop;\nmessage Order { uint64 id = 1; }\n";

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private Path idl(String name, String text) throws IOException {
        Path file = temp.resolve("idl").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String idl() {
        return temp.resolve("idl").toString();
    }

    private String output() {
        return temp.resolve("out").toString();
    }

    @Test
    void generatesAndTellsInOneLine() throws IOException {
        Path file = idl("shop/order.proto", ORDER);
        assertEquals(0, run("generate", "-I", idl(), "-o", output(), file.toString()), err::toString);
        assertTrue(out.toString().matches("1 file, 2 classes, \\d+ ms\\R"), out::toString);
        assertTrue(Files.exists(temp.resolve("out/shop/Order.java")));
    }

    @Test
    void saysWhenThereIsNothingToDo() throws IOException {
        Path file = idl("shop/order.proto", ORDER);
        run("generate", "-I", idl(), "-o", output(), file.toString());
        run("generate", "-I", idl(), "-o", output(), file.toString());
        assertTrue(out.toString().contains("1 file, 2 classes, nothing to do, "), out::toString);
    }

    @Test
    void readsArgumentsFromAFile() throws IOException {
        Path file = idl("shop/order.proto", ORDER);
        Path arguments = temp.resolve("arguments");
        Files.writeString(arguments, "-I \"" + idl() + "\"\n-o \"" + output() + "\"\n--format=proto\n");
        assertEquals(0, run("generate", "@" + arguments, file.toString()), err::toString);
    }

    @Test
    void takesFormatsOneByOneAndTogether() throws IOException {
        Path file = idl("shop/order.proto", ORDER);
        String[] args = {"generate", "-I", idl(), "-o", output(), "--format", "proto", "--format", "binary,compact"};
        String[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = file.toString();
        assertEquals(0, run(all), err::toString);
    }

    @Test
    void exitsWithOneAndWritesNothingWhenTheIdlHasErrors() throws IOException {
        Path file = idl("shop/order.proto", ORDER.replace("uint64", "Nowhere"));
        assertEquals(1, run("generate", "-I", idl(), "-o", output(), file.toString()));
        assertTrue(err.toString().startsWith(file + ":3:17: error: "), err::toString);
        assertFalse(Files.exists(temp.resolve("out")));
    }

    @Test
    void exitsWithOneWhenAFileIsMissing() {
        assertEquals(1, run("check", "-I", temp.toString(), "nowhere.proto"));
        assertTrue(err.toString().startsWith("error: file not found: nowhere.proto"), err::toString);
    }

    @Test
    void exitsWithOneWhenTheOutputCannotBeWritten() throws IOException {
        Path file = idl("shop/order.proto", ORDER);
        Files.writeString(temp.resolve("out"), "a file");
        assertEquals(1, run("generate", "-I", idl(), "-o", output(), file.toString()));
        assertTrue(err.toString().startsWith("error: cannot write "), err::toString);
    }

    @Test
    void checkReportsAndWritesNothing() throws IOException {
        Path file = idl("shop/order.proto", ORDER);
        assertEquals(0, run("check", "-I", idl(), file.toString()), err::toString);
        assertEquals("", err.toString());
        assertFalse(Files.exists(temp.resolve("out")));
    }

    @Test
    void silencesWarningsByName() throws IOException {
        Path file = idl("a.thrift", "enum Empty {}\n");
        assertEquals(0, run("check", "-I", idl(), "--warnings=-thrift-no-java-namespace", file.toString()));
        assertTrue(err.toString().startsWith(file + ":1:6: warning: enum Empty has no value [thrift-enum-empty]\n"));
        assertEquals(3, err.toString().lines().count(), err::toString);
    }

    @Test
    void silencesAllWarnings() throws IOException {
        Path file = idl("a.thrift", "enum Empty {}\n");
        assertEquals(0, run("check", "-I", idl(), "--warnings=none", "--fatal-warnings", file.toString()));
        assertEquals("", err.toString());
    }

    @Test
    void exitsWithOneAndWritesNothingWhenWarningsAreFatal() throws IOException {
        Path file = idl("a.thrift", "enum Empty {}\n");
        String[] args = {"generate", "-I", idl(), "-o", output(), "--fatal-warnings", file.toString()};
        assertEquals(1, run(args));
        assertTrue(err.toString().endsWith("\nerror: there are warnings, and fatalWarnings is set\n"), err::toString);
        assertFalse(Files.exists(temp.resolve("out")));
        args[5] = "--fatal-warnings=false";
        assertEquals(0, run(args), err::toString);
    }

    @Test
    void tellsErrorsAsJson() throws IOException {
        Path file = idl("shop/order.proto", ORDER.replace("uint64", "Nowhere"));
        assertEquals(1, run("check", "--error-format=json", "-I", idl(), file.toString()));
        assertTrue(err.toString().startsWith("{\"severity\":\"error\""), err::toString);
    }

    @Test
    void tellsErrorsToGithub() throws IOException {
        Path file = idl("shop/order.proto", ORDER.replace("uint64", "Nowhere"));
        assertEquals(1, run("check", "--error-format=github", "-I", idl(), file.toString()));
        assertTrue(err.toString().startsWith("::error file=" + file + ",line=3,col=17::"), err::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "genrate",
                "generate",
                "generate a.proto",
                "generate -o",
                "generate -o out",
                "generate -o out --colour a.proto",
                "generate -o out --format json5 a.proto",
                "generate -o out --unknown-fields keep --unknown-fields drop a.proto",
                "generate -o out -I /no/such/folder a.proto",
                "check --error-format xml a.proto",
                "check --warnings thrift-enum-emty a.thrift",
                "check --warnings=all,,none a.thrift",
                "check --fatal-warnings=maybe a.thrift"
            })
    void exitsWithTwoOnWrongUsage(String line) {
        assertEquals(2, run(line.isEmpty() ? new String[0] : line.split(" ")));
        assertTrue(err.toString().startsWith("error: "), err::toString);
        assertFalse(err.toString().contains("Exception"), err::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "generate --error-formt=json a.proto, option --error-formt, --error-format",
        "generate --fromat proto a.proto, option --fromat, --format",
        "generate -o out --unknwon-fields=keep a.proto, option --unknwon-fields, --unknown-fields",
        "genrate a.proto, command genrate, generate"
    })
    void asksWhetherAnotherNameWasMeant(String line, String unknown, String meant) {
        assertEquals(2, run(line.split(" ")));
        String expected = "error: unknown " + unknown + "\nhelp: did you mean " + meant + "?\n";
        assertTrue(err.toString().startsWith(expected), err::toString);
    }

    @Test
    void exitsWithThreeOnAFaultOfItsOwn() {
        CommandLine line = FastcodecCommand.commandLine(new PrintWriter(out), new PrintWriter(err));
        Runnable fault = new FaultyCommand();
        line.addSubcommand("fault", fault);
        assertEquals(3, line.execute("fault", "a.proto"));
        assertEquals(2, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().startsWith("error: internal fault of fastcodec "), err::toString);
        assertTrue(err.toString().contains(" on fault a.proto: "), err::toString);
    }

    @CommandLine.Command(name = "fault")
    private static final class FaultyCommand implements Runnable {
        @CommandLine.Parameters
        private String file;

        @Override
        public void run() {
            throw new IllegalStateException("no plan for " + file);
        }
    }

    @Test
    void tellsItsVersion() {
        assertEquals(0, run("--version"));
        assertTrue(out.toString().matches("fastcodec \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"), out::toString);
    }

    @Test
    void helpListsTheOptions() {
        assertEquals(0, run("generate", "--help"));
        assertTrue(out.toString().contains("--unknown-fields"), out::toString);
    }
}
