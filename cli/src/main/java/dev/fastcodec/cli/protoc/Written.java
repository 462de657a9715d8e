package dev.fastcodec.cli.protoc;

import dev.fastcodec.codegen.output.FileWriter;
import dev.fastcodec.codegen.plugin.GeneratedFiles;
import dev.fastcodec.codegen.plugin.PluginOutput;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a command line writes, collected first and then written all at once. */
final class Written {
    private static final String STANDARD_OUTPUT = "/dev/stdout";

    private final Console console;
    private final boolean mayEscape;
    private final Map<String, List<byte[]>> files = new LinkedHashMap<>();
    private final List<String> folders = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param mayEscape whether files of plugins may leave their folder
     */
    Written(Console console, boolean mayEscape) {
        this.console = console;
        this.mayEscape = mayEscape;
    }

    /** Adds what plugins made for an output. */
    void add(PluginOutput output, GeneratedFiles generated) {
        for (String name : generated.files().keySet()) {
            if (name.contains("..") && !mayEscape && output.isFolder()) {
                throw new UsageError("Output file names must never have a relative path. (" + name
                        + "). Use --unsafe_allow_out_dir_escape to disable this error if intentional.");
            }
        }
        if (output.isFolder()) {
            folders.add(output.location());
        }
        output.write(generated).forEach(this::add);
    }

    /** Adds a file. */
    void add(String name, byte[] content) {
        add(name, List.of(content));
    }

    /** Adds a file made of pieces. */
    void add(String name, List<byte[]> pieces) {
        files.put(name, pieces);
    }

    /** The names of the files of plugins, as {@code --dependency_out} lists them. */
    static List<String> names(Map<PluginOutput, GeneratedFiles> generated) {
        List<String> names = new ArrayList<>();
        generated.forEach((output, made) -> made.files().keySet().forEach(name -> {
            String whole = output.location() + name;
            names.add(whole.startsWith("./") ? whole.substring(2) : whole);
        }));
        return names;
    }

    /**
     * Writes all. The folders given must exist, those below them are made.
     *
     * @throws UsageError when something cannot be written; then nothing is
     */
    void write() {
        try {
            for (String folder : folders) {
                if (!Files.isDirectory(console.file(folder))) {
                    throw new UsageError(folder + ": No such file or directory");
                }
            }
            Map<Path, List<byte[]>> byPath = new LinkedHashMap<>();
            List<byte[]> toOut = files.remove(STANDARD_OUTPUT);
            for (Map.Entry<String, List<byte[]>> file : files.entrySet()) {
                Path path = console.file(file.getKey());
                if (folders.stream().anyMatch(file.getKey()::startsWith) && path.getParent() != null) {
                    Files.createDirectories(path.getParent());
                }
                byPath.put(path, file.getValue());
            }
            FileWriter.write(byPath);
            if (toOut != null) {
                for (byte[] piece : toOut) {
                    console.out().write(piece);
                }
                console.out().flush();
            }
        } catch (FileSystemException e) {
            throw new UsageError(name(e) + ": " + reason(e));
        } catch (IOException | InvalidPathException e) {
            throw new UsageError("cannot write: " + e.getMessage());
        }
    }

    /** The name as it was given, when it is one that was. */
    private String name(FileSystemException e) {
        String file = String.valueOf(e.getFile()).replaceFirst("\\.([^/]*)\\.fastcodec-new$", "$1");
        String base = console.directory().toAbsolutePath() + "/";
        return file.startsWith(base) ? file.substring(base.length()) : file;
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }
}
