package dev.fastcodec.codegen.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes files wherever they are, all or none: each first beside its place, then moved there. What is no file, a pipe or a
 * device, is written last. The folders of files must exist.
 */
public final class FileWriter {
    private static final String NEW = ".fastcodec-new";
    private static final int BUFFER = 1 << 17;

    private FileWriter() {}

    /** Writes these files, each made of pieces; when one cannot be written, none is changed. */
    public static void write(Map<Path, List<byte[]>> files) throws IOException {
        Map<Path, Path> moves = new LinkedHashMap<>();
        Map<Path, List<byte[]>> streams = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, List<byte[]>> file : files.entrySet()) {
                Path target = file.getKey();
                if (Files.exists(target) && !Files.isRegularFile(target)) {
                    streams.put(target, file.getValue());
                    continue;
                }
                // A link stays one: what it leads to is replaced.
                Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
                Path beside = real.resolveSibling("." + real.getFileName() + NEW);
                moves.put(beside, real);
                write(beside, file.getValue());
                keepPermissions(real, beside);
            }
            for (Map.Entry<Path, List<byte[]>> stream : streams.entrySet()) {
                write(stream.getKey(), stream.getValue());
            }
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                move(move.getKey(), move.getValue());
            }
        } finally {
            for (Path beside : moves.keySet()) {
                Files.deleteIfExists(beside);
            }
        }
    }

    private static void write(Path file, List<byte[]> pieces) throws IOException {
        // Pieces may be many and small.
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            for (byte[] piece : pieces) {
                out.write(piece);
            }
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
