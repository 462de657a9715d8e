package dev.fastcodec.golden.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The byte vectors of {@code src/test/resources/vectors}: a name, bytes and a description a line, between tabs. */
public final class Vectors {
    private Vectors() {}

    /** One line. */
    public record Vector(String name, byte[] bytes, String description) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The vectors of a file, such as {@code protobuf.checked.tsv}. */
    public static List<Vector> read(String file) {
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
}
