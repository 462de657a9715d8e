package dev.fastcodec.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of byte vectors: a name, bytes in hexadecimal and a description on each line. */
public final class Vectors {
    private Vectors() {}

    /** One line of a file. */
    public record Vector(String name, byte[] bytes, String description) {
        @Override
        public String toString() {
            return name + ": " + description;
        }
    }

    /** The vectors of a file in its order, such as {@code protobuf.checked.tsv}. */
    public static List<Vector> all(String file) {
        return List.copyOf(byName(file).values());
    }

    /** The vectors of a file by name. */
    public static Map<String, Vector> byName(String file) {
        Map<String, Vector> vectors = new LinkedHashMap<>();
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split("\t", -1);
                vectors.put(parts[0], new Vector(parts[0], hex(parts[1]), parts[2]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vectors;
    }

    /** Bytes of hexadecimal digits. */
    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** Hexadecimal digits of bytes. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
