package dev.fastcodec.golden.protoc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run of a command line did: its exit code, what it printed, and the files that it changed. */
record Ran(int exit, byte[] out, byte[] err, Map<String, byte[]> files) {
    private static final int HEX_LINE = 40;
    private static final int MOST_HEX = 4000;

    /** The text that is kept as golden. */
    String text() {
        StringBuilder text = new StringBuilder("exit: " + exit + "\n");
        section("stdout", out, text);
        section("stderr", err, text);
        files.forEach((name, content) -> section(name, content, text));
        return text.toString();
    }

    /** The same without standard error. */
    Ran withoutErr() {
        return new Ran(exit, out, new byte[0], files);
    }

    /** Only the exit code. */
    Ran exitOnly() {
        return new Ran(exit, new byte[0], new byte[0], Map.of());
    }

    private static void section(String name, byte[] content, StringBuilder text) {
        if (content.length == 0 && (name.equals("stdout") || name.equals("stderr"))) {
            return;
        }
        if (isText(content)) {
            String string = new String(content, StandardCharsets.UTF_8);
            text.append("-- ").append(name).append('\n').append(string);
            if (!string.endsWith("\n")) {
                text.append("\n-- no line end\n");
            }
        } else if (content.length > MOST_HEX) {
            text.append("-- ").append(name).append(": ").append(content.length).append(" bytes, SHA-256\n");
            text.append(HexFormat.of().formatHex(sha256(content))).append('\n');
        } else {
            text.append("-- ").append(name).append(" in hex\n");
            for (int i = 0; i < content.length; i += HEX_LINE) {
                byte[] line = Arrays.copyOfRange(content, i, Math.min(content.length, i + HEX_LINE));
                text.append(HexFormat.of().formatHex(line)).append('\n');
            }
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isText(byte[] content) {
        for (byte b : content) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\t') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The files below a folder by name. */
    static Map<String, byte[]> filesIn(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** The files that are new or different. */
    static Map<String, byte[]> changed(Map<String, byte[]> before, Map<String, byte[]> after) {
        Map<String, byte[]> changed = new TreeMap<>(after);
        changed.entrySet().removeIf(file -> Arrays.equals(before.get(file.getKey()), file.getValue()));
        return changed;
    }
}
