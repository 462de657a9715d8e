package dev.fastcodec.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdlFoldersTest {
    @TempDir
    Path temp;

    private File proto;
    private File thrift;

    @BeforeEach
    void sources() throws IOException {
        proto = temp.resolve("proto").toFile();
        thrift = temp.resolve("thrift").toFile();
        for (String name :
                List.of("proto/shop/order.proto", "proto/a.proto", "proto/notes.txt", "proto/.git/b.proto")) {
            Path file = temp.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
    }

    private String name(String path) {
        return temp.resolve(path).toString();
    }

    @Test
    void takesTheFoldersThatExist() {
        assertEquals(
                List.of(proto),
                IdlFolders.of(null, List.of(proto, thrift), null, null).existing());
    }

    @Test
    void takesChosenFoldersInPlaceOfTheUsual() {
        assertEquals(
                List.of(),
                IdlFolders.of(List.of(thrift), List.of(proto), null, null).existing());
    }

    @Test
    void findsIdlFilesInOrderAndNoOthers() {
        assertEquals(
                List.of(name("proto/a.proto"), name("proto/shop/order.proto")),
                IdlFolders.of(null, List.of(proto), null, null).files());
    }

    @Test
    void understandsAntPatterns() {
        assertEquals(
                List.of(name("proto/shop/order.proto")),
                IdlFolders.of(null, List.of(proto), List.of("shop/**"), null).files());
        assertEquals(
                List.of(name("proto/a.proto")),
                IdlFolders.of(null, List.of(proto), null, List.of("**/ord*.proto"))
                        .files());
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertEquals(List.of(), IdlFolders.of(null, List.of(thrift), null, null).files());
    }
}
