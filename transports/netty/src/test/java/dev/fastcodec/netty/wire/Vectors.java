package dev.fastcodec.netty.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The byte vectors of {@code src/test/resources/vectors}: a name, bytes and a description a line, between tabs. */
final class Vectors {
    static final List<String> FILES = List.of(
            "ttheader.checked.tsv",
            "ttheader-streaming.checked.tsv",
            "kitex-protobuf-mesh.source.tsv",
            "thrift-messages.checked.tsv");

    private Vectors() {}

    /** One line. */
    record Vector(String name, byte[] bytes, String description) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The vectors of a file. */
    static List<Vector> read(String file) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream("/vectors/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Vector(cells[0], HexFormat.of().parseHex(cells[1]), cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All vectors of well-formed bytes. */
    static List<Vector> all() {
        return FILES.stream().flatMap(file -> read(file).stream()).toList();
    }

    /** One vector of well-formed bytes. */
    static byte[] bytes(String name) {
        return all().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow()
                .bytes();
    }
}
