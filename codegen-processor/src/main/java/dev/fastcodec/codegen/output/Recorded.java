package dev.fastcodec.codegen.output;

import dev.fastcodec.idl.source.Root;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A root that remembers what was read from it, so that the hash in the state is that of the very bytes that were compiled,
 * whatever happens to the file meanwhile.
 *
 * @param root where the files are
 * @param hashes gets the hash of each file by import path
 */
record Recorded(Root root, Map<String, String> hashes) implements Root {
    @Override
    public Optional<byte[]> read(String importPath) throws IOException {
        Optional<byte[]> bytes = root.read(importPath);
        bytes.ifPresent(b -> hashes.putIfAbsent(importPath, Hash.of(b)));
        return bytes;
    }

    @Override
    public String describe() {
        return root.describe();
    }

    @Override
    public Optional<Path> file(String importPath) {
        return root.file(importPath);
    }

    @Override
    public Optional<String> importPath(Path file) {
        return root.importPath(file);
    }

    @Override
    public void close() {
        root.close();
    }
}
