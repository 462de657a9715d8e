package dev.fastcodec.idl.fuzz;

import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files made from one input of the fuzzer: the main file, and further files each below a line {@code -- path}, as in the probes.
 * The input need not be UTF-8.
 *
 * @param files bytes by import path
 */
record FuzzedFiles(Map<String, byte[]> files) implements Root {
    /** Starts the line that names the next file. */
    static final String FILE = "-- ";

    /** Loads the files of an input and renders what is reported; whatever is thrown is a defect. */
    static void load(String main, byte[] input) {
        Diagnostics diagnostics = new Diagnostics();
        try (SourcePath path = SourcePath.of(List.of(of(main, input)))) {
            Idl.load(List.of(main), path, diagnostics);
        }
        for (Renderer.Format format : Renderer.Format.values()) {
            new Renderer(format).render(diagnostics);
        }
    }

    private static FuzzedFiles of(String main, byte[] input) {
        Map<String, byte[]> files = new HashMap<>();
        String[] parts = new String(input, StandardCharsets.ISO_8859_1).split("(?m)^" + FILE, -1);
        files.put(main, parts[0].getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            String name = end < 0 ? parts[i] : parts[i].substring(0, end);
            files.put(name.strip(), parts[i].substring(end + 1).getBytes(StandardCharsets.ISO_8859_1));
        }
        return new FuzzedFiles(files);
    }

    @Override
    public Optional<byte[]> read(String importPath) {
        return Optional.ofNullable(files.get(importPath));
    }

    @Override
    public String describe() {
        return "memory";
    }
}
