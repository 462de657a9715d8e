package dev.fastcodec.golden.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The three front doors make the same bytes from the same IDL. */
class SameBytesTest {
    private static final Path QUICKSTART = Path.of("..", "quickstart");

    @TempDir
    Path temp;

    static List<Map<String, String>> options() {
        return List.of(Map.of(), Map.of("formats", "proto,compact", "unknownFields", "drop"));
    }

    @ParameterizedTest
    @MethodSource("options")
    void allDoorsMakeTheSameBytes(Map<String, String> options) throws Exception {
        Path idl = temp.resolve("src/main/idl/shop");
        Files.createDirectories(idl);
        for (String name : List.of("order.proto", "inventory.thrift")) {
            Files.copy(QUICKSTART.resolve("shop").resolve(name), idl.resolve(name));
        }
        Door.Sources sources = new Door.Sources(temp, List.of("shop/order.proto", "shop/inventory.thrift"));

        Map<String, String> expected = run(new CommandDoor(), sources, options);

        assertTrue(expected.containsKey("shop/Order.java"), expected.keySet()::toString);
        assertTrue(expected.containsKey("shop/inventory/Product.java"), expected.keySet()::toString);
        assertEquals(expected, run(new MavenDoor(), sources, options));
        assertEquals(expected, run(new ProcessorDoor(), sources, options));
    }

    private Map<String, String> run(Door door, Door.Sources sources, Map<String, String> options) throws Exception {
        Path output = temp.resolve(door.getClass().getSimpleName());
        Files.createDirectories(output);
        door.generate(sources, options, output);
        return javaFiles(output);
    }

    private static Map<String, String> javaFiles(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(p -> p.toString().endsWith(".java")).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }
}
