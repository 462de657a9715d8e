package dev.fastcodec.codegen.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** New files on their way into an output folder: first written to a folder of their own inside it, then moved. */
final class Staging implements AutoCloseable {
    private static final String NAME = ".fastcodec-new";

    private final Path folder;
    private final Path staging;
    private final Set<String> ours;
    private final Map<Path, Path> moves = new TreeMap<>();

    /**
     * Staging for a folder; whoever makes one holds the lock of that folder.
     *
     * @param ours paths below the folder that earlier runs made
     */
    Staging(Path folder, Set<String> ours) {
        this.folder = folder;
        this.staging = folder.resolve(NAME);
        this.ours = ours;
    }

    /** Writes the files that differ from what is there to the staging folder; returns their paths. */
    List<String> stage(Map<String, String> files) throws IOException {
        List<String> written = new ArrayList<>();
        Map<Path, byte[]> changed = new TreeMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = target(file.getKey());
            byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            if (!holds(target, bytes, ours.contains(file.getKey()))) {
                written.add(file.getKey());
                changed.put(target, bytes);
            }
        }
        if (!changed.isEmpty()) {
            close();
            Files.createDirectories(staging);
            for (Map.Entry<Path, byte[]> file : changed.entrySet()) {
                Path staged = staging.resolve(String.valueOf(moves.size()));
                Files.write(staged, file.getValue());
                moves.put(file.getKey(), staged);
            }
        }
        return written;
    }

    /** Moves what is staged to its place. */
    void move() throws IOException {
        for (Path target : moves.keySet()) {
            Files.createDirectories(parent(target));
        }
        for (Map.Entry<Path, Path> move : moves.entrySet()) {
            try {
                Files.move(
                        move.getValue(),
                        move.getKey(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(move.getValue(), move.getKey(), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /**
     * Deletes files that earlier runs made, and the folders that this leaves empty. A file that somebody has since replaced by
     * one that is not generated stays. Returns the paths deleted.
     */
    List<String> delete(List<String> paths) throws IOException {
        List<String> deleted = new ArrayList<>();
        for (String path : paths) {
            Path target = target(path);
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) || !isGenerated(Files.readAllBytes(target))) {
                continue;
            }
            Files.delete(target);
            deleted.add(path);
            Path top = folder.toAbsolutePath();
            for (Path p = parent(target); !p.equals(top); p = parent(p)) {
                try {
                    Files.delete(p);
                } catch (DirectoryNotEmptyException e) {
                    break;
                }
            }
        }
        return deleted;
    }

    /** Deletes the staging folder with what is still in it. */
    @Override
    public void close() throws IOException {
        if (Files.isDirectory(staging, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> left;
            try (Stream<Path> list = Files.list(staging)) {
                left = list.toList();
            }
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(staging);
        }
    }

    private boolean holds(Path target, byte[] bytes, boolean known) throws IOException {
        byte[] there;
        try {
            if (Files.isDirectory(target)) {
                throw new FileSystemException(target.toString(), null, "there is a folder of this name");
            }
            there = Files.readAllBytes(target);
        } catch (NoSuchFileException e) {
            return false;
        }
        if (Arrays.equals(there, bytes)) {
            return true;
        }
        if (!known && !isGenerated(there)) {
            throw new FileSystemException(target.toString(), null, "the file there was not generated");
        }
        return false;
    }

    private static boolean isGenerated(byte[] bytes) {
        return Header.isIn(new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.UTF_8));
    }

    /** The place of an output path; refuses a path that leaves the folder by its names or through a link. */
    private Path target(String path) throws IOException {
        List<String> names = Arrays.asList(path.split("/", -1));
        if (names.stream().anyMatch(Staging::isNoName) || path.indexOf('\\') >= 0) {
            throw escapes(path);
        }
        Path top = folder.toAbsolutePath();
        Path target;
        try {
            target = top.resolve(path);
        } catch (InvalidPathException e) {
            throw new FileSystemException(path, null, "this is no file name here");
        }
        if (!target.startsWith(top)) {
            throw escapes(path);
        }
        for (Path p = parent(target); p.startsWith(top) && !p.equals(top); p = parent(p)) {
            if (Files.exists(p)) {
                if (!p.toRealPath().startsWith(top.toRealPath())) {
                    throw escapes(path);
                }
                break;
            }
        }
        return target;
    }

    private static boolean isNoName(String name) {
        return name.isEmpty() || name.equals(".") || name.equals("..");
    }

    private FileSystemException escapes(String path) {
        return new FileSystemException(path, null, "this path leaves the output folder " + folder);
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
