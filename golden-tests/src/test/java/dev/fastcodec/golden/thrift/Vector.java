package dev.fastcodec.golden.thrift;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** A line of a file of byte vectors. */
record Vector(String name, byte[] bytes, String description) {
    /** The vectors of a file, in order. */
    static List<Vector> all(String file) {
        List<Vector> vectors = new ArrayList<>();
        for (String line : resource("/vectors/" + file).lines().toList()) {
            if (!line.startsWith("#") && !line.isEmpty()) {
                String[] columns = line.split("\t", -1);
                vectors.add(new Vector(columns[0], HexFormat.of().parseHex(columns[1]), columns[2]));
            }
        }
        return vectors;
    }

    /** Bytes in hexadecimal, with spaces where one likes. */
    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** A resource as text. */
    static String resource(String path) {
        try (InputStream in = Objects.requireNonNull(Vector.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
