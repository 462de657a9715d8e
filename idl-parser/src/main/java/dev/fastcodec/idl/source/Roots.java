package dev.fastcodec.idl.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The kinds of roots that need nothing but the JDK. */
public final class Roots {
    private static final String WELL_KNOWN = "/dev/fastcodec/idl/wellknown/";
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private Roots() {}

    /** A folder; it need not exist. */
    public static Root folder(Path folder) {
        return new Folder(folder);
    }

    /** A jar or zip, read where it is; it need not exist. */
    public static Root jar(Path jar) {
        return new Jar(jar);
    }

    /** Files in memory: text by import path. The map is copied. */
    public static Root memory(Map<String, String> files) {
        return new Memory(Map.copyOf(files));
    }

    /** Google's well-known types, as {@code google/protobuf/*.proto}. */
    public static Root wellKnown() {
        return new WellKnown();
    }

    private record Folder(Path folder) implements Root {
        @Override
        public Optional<byte[]> read(String importPath) throws IOException {
            Optional<Path> file = file(importPath);
            return file.isEmpty() ? Optional.empty() : Optional.of(readFile(file.get()));
        }

        @Override
        public Optional<Path> file(String importPath) {
            try {
                Path file = folder.resolve(importPath);
                boolean below = !Path.of(importPath).isAbsolute();
                return below && Files.exists(file) ? Optional.of(file) : Optional.empty();
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }

        @Override
        public Optional<String> importPath(Path file) {
            Path root = folder.toAbsolutePath().normalize();
            Path absolute = file.toAbsolutePath().normalize();
            if (!absolute.startsWith(root) || absolute.equals(root)) {
                return Optional.empty();
            }
            return Optional.of(root.relativize(absolute)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/"));
        }

        @Override
        public String describe() {
            String name = folder.toString();
            return name.isEmpty() ? "." : name;
        }
    }

    private static final class Jar implements Root {
        private final Path jar;
        private @Nullable ZipFile open;

        Jar(Path jar) {
            this.jar = jar;
        }

        @Override
        public synchronized Optional<byte[]> read(String importPath) throws IOException {
            ZipFile zip = open;
            if (zip == null) {
                if (!Files.exists(jar)) {
                    return Optional.empty();
                }
                zip = new ZipFile(jar.toFile());
                open = zip;
            }
            ZipEntry entry = zip.getEntry(importPath);
            if (entry == null || entry.isDirectory()) {
                return Optional.empty();
            }
            checkSize(importPath, entry.getSize());
            try (InputStream in = zip.getInputStream(entry)) {
                return Optional.of(in.readAllBytes());
            }
        }

        @Override
        public String describe() {
            return jar.toString();
        }

        @Override
        public synchronized void close() {
            ZipFile zip = open;
            open = null;
            if (zip != null) {
                try {
                    zip.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private record Memory(Map<String, String> files) implements Root {
        @Override
        public Optional<byte[]> read(String importPath) {
            return Optional.ofNullable(files.get(importPath)).map(Utf8Text::encode);
        }

        @Override
        public String describe() {
            return "memory";
        }
    }

    private record WellKnown() implements Root {
        @Override
        public Optional<byte[]> read(String importPath) throws IOException {
            if (!importPath.startsWith("google/protobuf/")) {
                return Optional.empty();
            }
            try (InputStream in = Roots.class.getResourceAsStream(WELL_KNOWN + importPath)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            }
        }

        @Override
        public String describe() {
            return "the well-known types";
        }
    }

    /** Reads a whole file; a folder and a file above 2^31 - 9 bytes are refused. */
    static byte[] readFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder");
        }
        checkSize(file.toString(), Files.size(file));
        return Files.readAllBytes(file);
    }

    private static void checkSize(String name, long size) throws FileSystemException {
        if (size > LARGEST_ARRAY) {
            throw new FileSystemException(name, null, "has " + size + " bytes, more than can be read");
        }
    }
}
