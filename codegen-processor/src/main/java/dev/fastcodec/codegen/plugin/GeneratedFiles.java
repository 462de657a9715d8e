package dev.fastcodec.codegen.plugin;

import dev.fastcodec.DecodeException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the plugins of one output make, in memory: files, pieces of files, and insertions into files that a plugin before has
 * made. Not thread-safe.
 */
public final class GeneratedFiles {
    private static final String INLINE = "/*";

    /** The ending of the file that tells which part of another file came from which declaration. */
    private static final String INFO = ".pb.meta";

    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /** A file or insertion that pieces may still follow. */
    private record Piece(String name, String insertionPoint, byte[] info, ByteArrayOutputStream content) {}

    /**
     * Takes an answer.
     *
     * @param plugin its name, for messages
     * @throws PluginFault when a first piece belongs to no file
     */
    public void take(String plugin, PluginResponse response) {
        Piece current = null;
        for (PluginResponse.File file : response.files()) {
            if (!file.insertionPoint().isEmpty() || !file.name().isEmpty()) {
                finish(current);
                current = new Piece(file.name(), file.insertionPoint(), file.info(), new ByteArrayOutputStream());
            } else if (current == null) {
                throw new PluginFault(plugin + ": First file chunk returned by plugin did not specify a file name.");
            }
            current.content().writeBytes(file.content());
        }
        finish(current);
    }

    /** Contents by name, sorted by it. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** What does not fit together: then nothing may be written. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** What is odd, and no reason to write nothing. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Adds what every jar has unless a plugin made it. */
    public void addManifest() {
        String manifest = "Manifest-Version: 1.0\nCreated-By: 1.6.0 (protoc)\n\n";
        files.putIfAbsent("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
    }

    private void finish(@Nullable Piece piece) {
        if (piece == null) {
            return;
        }
        byte[] content = piece.content().toByteArray();
        if (!piece.insertionPoint().isEmpty()) {
            insert(piece, latin(content));
        } else if (files.putIfAbsent(piece.name(), content) != null) {
            problems.add(piece.name() + ": Tried to write the same file twice.");
        }
    }

    private void insert(Piece piece, String content) {
        String name = piece.name();
        byte[] target = files.get(name);
        if (target == null) {
            problems.add(name + ": Tried to insert into file that doesn't exist.");
            return;
        }
        String text = latin(target);
        String point = latin(piece.insertionPoint().getBytes(StandardCharsets.UTF_8));
        int marker = text.indexOf("@@protoc_insertion_point(" + point + ")");
        if (marker < 0) {
            problems.add(name + ": insertion point \"" + piece.insertionPoint() + "\" not found.");
            return;
        }
        int at = place(text, marker);
        String indent = indent(text, at);
        String ended = content.isEmpty() || content.endsWith("\n") ? content : content + "\n";
        String made = text.substring(0, at) + indented(ended, indent) + text.substring(at);
        files.put(name, made.getBytes(StandardCharsets.ISO_8859_1));
        updateInfo(name, new InsertionInfo(ended, at, indent.length()), piece.info());
    }

    private void updateInfo(String name, InsertionInfo insertion, byte[] inserted) {
        String infoName = name + INFO;
        try {
            insertion.update(files.get(infoName), inserted).ifPresent(info -> files.put(infoName, info));
        } catch (DecodeException e) {
            remarks.add(infoName + ": Could not parse metadata as wire or text format.");
        }
    }

    /** In front of the marker's line, so that several insertions keep their order; or of a comment that is inside a line. */
    private static int place(String text, int marker) {
        int inline = marker - INLINE.length() - 1;
        return inline > 0 && text.startsWith(INLINE, inline) ? inline : text.lastIndexOf('\n', marker) + 1;
    }

    private static String indent(String text, int at) {
        int end = at;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(at, end);
    }

    private static String indented(String content, String indent) {
        if (indent.isEmpty() || content.isEmpty()) {
            return content;
        }
        return indent + content.substring(0, content.length() - 1).replace("\n", "\n" + indent) + "\n";
    }

    /** Bytes as chars, so that they can be searched. */
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
