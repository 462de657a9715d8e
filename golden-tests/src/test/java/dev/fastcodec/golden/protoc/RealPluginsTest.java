package dev.fastcodec.golden.protoc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.cli.Main;
import dev.fastcodec.cli.protoc.Console;
import dev.fastcodec.golden.support.Tools;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that people use make the same files under both hosts, of published .proto files; ours runs under protoc. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs of this test are scripts")
class RealPluginsTest {
    @TempDir
    Path work;

    private List<String> names;

    @BeforeEach
    void unpack() throws IOException {
        names = RealProtos.unpack(work.resolve("in"));
        Files.createDirectory(work.resolve("ours"));
        Files.createDirectory(work.resolve("theirs"));
    }

    @Test
    void grpcJavaMakesTheSameFiles() throws Exception {
        String plugin = "--plugin=protoc-gen-grpc-java=" + Tools.protocGenGrpcJava();
        protoc(plugin, "--grpc-java_out=theirs");
        ours(plugin, "--grpc-java_out=ours");
        int files = assertSame("theirs", "ours");
        assertTrue(files >= 5, files + " files");
    }

    @Test
    void requestsHaveTheSameBytes() throws Exception {
        Path recorder =
                script("record", "cat > \"$RECORD\"\nprintf '\\020\\003\\030\\346\\007\\040\\377\\377\\377\\377\\007'");
        protoc("--plugin=protoc-gen-rec=" + recorder, "--rec_out=a=b:theirs");
        Files.move(work.resolve("recorded"), work.resolve("expected"));
        ours("--plugin=protoc-gen-rec=" + recorder, "--rec_out=a=b:ours");
        assertArrayEquals(Files.readAllBytes(work.resolve("expected")), Files.readAllBytes(work.resolve("recorded")));
    }

    @Test
    void runsUnderProtocAsInOurProcess() throws Exception {
        protoc(guest(), "--fastcodec_out=unknownFields=drop:theirs");
        ours("--fastcodec_out=ours", "--fastcodec_opt=unknownFields=drop");
        assertTrue(assertSame("theirs", "ours") >= 300);
    }

    /** protoc takes editions up to 2026 unless it is told to take any, and so do its own generators. */
    @Test
    void knowsTheEditionsThatProtocKnows() throws Exception {
        String guest = guest();
        names = List.of("e2023.proto", "e2024.proto", "e2026.proto");
        writeEditions();
        protoc(guest, "--fastcodec_out=theirs");
        ours("--fastcodec_out=ours");
        assertTrue(assertSame("theirs", "ours") >= 3);

        names = List.of("eUNSTABLE.proto");
        writeEditions();
        assertEquals(1, protocExit(guest, "--fastcodec_out=theirs"));
        protoc(guest, "--experimental_editions", "--fastcodec_out=theirs");
        ours("--experimental_editions", "--fastcodec_out=ours");
        assertTrue(assertSame("theirs", "ours") >= 4);
    }

    private void writeEditions() throws IOException {
        for (String name : names) {
            String edition = name.substring(1, name.indexOf('.'));
            Files.writeString(
                    work.resolve("in").resolve(name),
                    "edition = \"" + edition + "\"; package e" + edition.toLowerCase(Locale.ROOT)
                            + "; message M { int32 a = 1; uint64 b = 2; map<int32, string> m = 3; repeated string s = 4; }");
        }
    }

    private String guest() throws IOException, ReflectiveOperationException, URISyntaxException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path guest = script(
                "guest",
                "exec '" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + classPath()
                        + "' dev.fastcodec.cli.Main protoc-gen-fastcodec \"$@\"");
        return "--plugin=protoc-gen-fastcodec=" + guest;
    }

    private static String classPath() throws ReflectiveOperationException, URISyntaxException {
        Set<String> places = new LinkedHashSet<>();
        for (String witness : List.of(
                "dev.fastcodec.cli.Main",
                "dev.fastcodec.codegen.Codegen",
                "dev.fastcodec.idl.Idl",
                "dev.fastcodec.Message",
                "com.palantir.javapoet.JavaFile",
                "org.antlr.v4.runtime.Parser",
                "picocli.CommandLine")) {
            places.add(Path.of(Class.forName(witness)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, places);
    }

    private Path script(String name, String command) throws IOException {
        Path script = Files.writeString(work.resolve(name), "#!/bin/sh\n" + command + "\n");
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    /** Its messages on standard error are of no matter, but no answer may be spoiled by what a JVM says. */
    private void protoc(String... arguments) throws IOException, InterruptedException {
        assertEquals(0, protocExit(arguments), () -> read(work.resolve("log")));
    }

    private int protocExit(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(Tools.protoc().toString(), "-Iin"));
        words.addAll(List.of(arguments));
        words.addAll(names);
        Path log = work.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("RECORD", work.resolve("recorded").toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dsaid.on.standard.error=true");
        return builder.start().waitFor();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void ours(String... arguments) {
        List<String> words = new ArrayList<>(List.of("protoc", "-Iin"));
        words.addAll(List.of(arguments));
        words.addAll(names);
        StringWriter err = new StringWriter();
        Map<String, String> environment = Map.of(
                "PATH",
                System.getenv("PATH"),
                "RECORD",
                work.resolve("recorded").toString());
        Console console = new Console(
                InputStream.nullInputStream(), new ByteArrayOutputStream(), new PrintWriter(err), work, environment);
        assertEquals(0, Main.run(console, words.toArray(String[]::new)), err::toString);
    }

    private int assertSame(String expected, String actual) throws IOException {
        Map<String, byte[]> theirs = Ran.filesIn(work.resolve(expected));
        Map<String, byte[]> ours = Ran.filesIn(work.resolve(actual));
        assertEquals(theirs.keySet(), ours.keySet());
        theirs.forEach((name, content) -> assertArrayEquals(content, ours.get(name), name));
        return theirs.size();
    }
}
