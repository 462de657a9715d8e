package dev.fastcodec.codegen.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
    private static final String MONEY = "syntax = \"proto3\";\npackage shop;\nmessage Money { int64 units = 1; }\n";
    private static final String ORDER = "syntax = \"proto3\";\npackage shop;\nimport \"shop/money.proto\";\n"
            + "message Order { Money total = 1; }\nmessage Item { string sku = 1; }\n";
    private static final List<String> MADE_FROM_ORDER =
            List.of("shop/Item.java", "shop/Order.java", "shop/OrderSchema.java");

    @TempDir
    Path temp;

    private Path idl;
    private Path out;
    private final List<Root> roots = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private Options options = Options.DEFAULT;
    private boolean whole = true;
    private Diagnostics diagnostics = new Diagnostics();

    @BeforeEach
    void twoFiles() throws IOException {
        idl = temp.resolve("idl");
        out = temp.resolve("out");
        roots.add(Roots.folder(idl));
        idl("shop/money.proto", MONEY);
        idl("shop/order.proto", ORDER);
        files.add("shop/order.proto");
    }

    private Path idl(String name, String text) throws IOException {
        Path file = idl.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Generation.Outcome run() {
        diagnostics = new Diagnostics();
        Target target = new Target(out, out.resolve(".fastcodec-state"), whole);
        return Generation.run(new Request(files, roots, options), target, diagnostics)
                .orElseThrow(() -> new AssertionError(new Renderer(Renderer.Format.TEXT).render(diagnostics)));
    }

    private boolean exists(String path) {
        return Files.exists(out.resolve(path));
    }

    @Test
    void generatesRequestedFilesOnly() {
        Generation.Outcome outcome = run();
        assertEquals(new Generation.Outcome(false, 1, 3, MADE_FROM_ORDER, List.of()), outcome);
        assertFalse(exists("shop/Money.java"));
    }

    @Test
    void warnsOfAServiceWhoseBaseHasNoClass() throws IOException {
        idl("shop/base.thrift", "namespace java shop\nstruct Item {}\nservice Base { void ping() }\n");
        idl("shop/more.thrift", "include \"base.thrift\"\nnamespace java shop\nservice More extends base.Base {}\n");
        files.clear();
        files.add("shop/more.thrift");
        run();
        assertEquals(0, diagnostics.count());
        idl("shop/BaseSchema.class", "");
        options = Options.of(Map.of("unknownFields", "drop"));
        run();
        assertEquals("""
                shop/more.thrift:3:9: warning: javac will not find the base of service More: \
                the classes of shop/base.thrift were made without services [base-without-class]
                    3 | service More extends base.Base {}
                      |         ^^^^
                help: make those with services=true, or these with services=false
                """, new Renderer(Renderer.Format.TEXT).render(diagnostics));
        options = Options.of(Map.of("services", "false"));
        run();
        assertEquals(0, diagnostics.count());
        idl("shop/Base.class", "");
        options = Options.DEFAULT;
        run();
        assertEquals(0, diagnostics.count());
    }

    @Test
    void findsNothingToDoTheSecondTime() {
        run();
        assertEquals(new Generation.Outcome(true, 1, 3, List.of(), List.of()), run());
    }

    @Test
    void noticesAChangedOption() {
        run();
        options = Options.of(Map.of("unknownFields", "drop"));
        assertFalse(run().upToDate());
        assertTrue(run().upToDate());
    }

    @Test
    void noticesAChangedSource() throws IOException {
        run();
        idl("shop/order.proto", ORDER.replace("Item", "Line"));
        Generation.Outcome outcome = run();
        assertEquals(List.of("shop/Line.java", "shop/OrderSchema.java"), outcome.written());
        assertEquals(List.of("shop/Item.java"), outcome.deleted());
    }

    @Test
    void noticesAChangedImport() throws IOException {
        run();
        idl("shop/money.proto", MONEY.replace("units", "amount"));
        assertFalse(run().upToDate());
    }

    @Test
    void noticesAnImportThatIsHiddenByAnother() throws IOException {
        Path first = temp.resolve("first/shop");
        roots.add(0, Roots.folder(first.getParent()));
        run();
        Files.createDirectories(first);
        Files.writeString(first.resolve("money.proto"), MONEY.replace("units", "amount"));
        assertFalse(run().upToDate());
    }

    @Test
    void noticesAnImportThatHidesAWellKnownType() throws IOException {
        idl("shop/order.proto", "syntax = \"proto3\";\nimport \"google/protobuf/empty.proto\";\nmessage Order {}\n");
        run();
        idl("google/protobuf/empty.proto", "syntax = \"proto3\";\npackage google.protobuf;\nmessage Empty {}\n");
        assertFalse(run().upToDate());
    }

    @Test
    void noticesAChangedImportInAJar() throws IOException {
        Files.delete(idl.resolve("shop/money.proto"));
        Path jar = temp.resolve("money.jar");
        roots.add(Roots.jar(jar));
        jar(jar, MONEY);
        run();
        assertTrue(run().upToDate());
        jar(jar, MONEY.replace("units", "amount"));
        assertFalse(run().upToDate());
    }

    private static void jar(Path jar, String money) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("shop/money.proto"));
            zip.write(money.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void noticesAnAddedAndARemovedSource() {
        run();
        files.add("shop/money.proto");
        assertEquals(List.of("shop/Money.java", "shop/MoneySchema.java"), run().written());
        files.remove(1);
        assertEquals(List.of("shop/Money.java", "shop/MoneySchema.java"), run().deleted());
    }

    @Test
    void noticesADeletedOutput() throws IOException {
        run();
        Files.delete(out.resolve("shop/Item.java"));
        assertEquals(List.of("shop/Item.java"), run().written());
    }

    @Test
    void noticesAHandEditedOutput() throws IOException {
        run();
        Files.writeString(out.resolve("shop/Item.java"), "edited");
        assertEquals(List.of("shop/Item.java"), run().written());
    }

    @Test
    void touchesNothingWhenThereAreErrors() throws IOException {
        run();
        String before = Files.readString(out.resolve("shop/Order.java"));
        idl("shop/order.proto", ORDER.replace("string sku", "Nowhere sku"));
        diagnostics = new Diagnostics();
        assertTrue(Generation.run(
                        new Request(files, roots, options),
                        new Target(out, out.resolve(".fastcodec-state"), true),
                        diagnostics)
                .isEmpty());
        assertTrue(diagnostics.hasErrors());
        assertTrue(exists("shop/Item.java"));
        assertEquals(before, Files.readString(out.resolve("shop/Order.java")));
    }

    @Test
    void sharedFolderKeepsWhatRunsForOtherFilesMade() {
        whole = false;
        run();
        files.set(0, "shop/money.proto");
        assertEquals(List.of(), run().deleted());
        assertTrue(exists("shop/Order.java"));
    }

    @Test
    void sharedFolderLosesWhatWasMadeFromAFileThatIsGone() throws IOException {
        whole = false;
        run();
        Files.delete(idl.resolve("shop/order.proto"));
        files.set(0, "shop/money.proto");
        assertEquals(MADE_FROM_ORDER, run().deleted());
    }

    @Test
    void wholeFolderLosesWhatOtherFilesMade() {
        run();
        files.set(0, "shop/money.proto");
        assertEquals(MADE_FROM_ORDER, run().deleted());
    }

    @Test
    void runsWithNoFilesAtAll() {
        files.clear();
        assertEquals(new Generation.Outcome(false, 0, 0, List.of(), List.of()), run());
        assertFalse(Files.exists(out));
    }
}
