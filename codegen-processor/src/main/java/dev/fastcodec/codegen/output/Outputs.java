package dev.fastcodec.codegen.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Makes a folder hold exactly the generated files: writes those that differ, and deletes those that an earlier run made and
 * this one does not. Everything is first written beside its place and then moved, so that a run that fails before the
 * moves changes nothing; the state file is locked meanwhile, so that of two runs at once one waits. A run that is cut off
 * leaves a state that the next run completes.
 */
final class Outputs {
    private static final Duration LOCK_WAIT = Duration.ofMinutes(2);
    private static final long LOCK_POLL_MILLIS = 10;

    private final Path folder;
    private final Path stateFile;

    /**
     * Outputs below a folder.
     *
     * @param stateFile remembers what was made; its folder is made when needed
     */
    Outputs(Path folder, Path stateFile) {
        this.folder = folder;
        this.stateFile = stateFile;
    }

    /** What changed in the folder: paths below it, sorted. */
    record Changes(List<String> written, List<String> deleted) {}

    /**
     * Writes and deletes.
     *
     * @param files text by path; nothing is written when one of the paths leaves the folder, or would replace a file that no
     *     run has made
     * @param run what to remember, with no outputs yet
     * @param stale whether a file that an earlier run made and this one does not is to be deleted; from the earlier state and
     *     the file's origin
     * @throws FileSystemException naming the file and the reason
     */
    Changes write(Map<String, String> files, State run, BiPredicate<State, String> stale) throws IOException {
        if (files.isEmpty() && !Files.exists(stateFile)) {
            return new Changes(List.of(), List.of());
        }
        Files.createDirectories(parent(stateFile));
        try (FileChannel channel = FileChannel.open(
                        stateFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            assert lock.isValid();
            State before = State.read(stateFile);
            Map<String, State.Output> made = before.made();
            Map<String, State.Output> now = new TreeMap<>();
            files.forEach((path, text) -> now.put(path, new State.Output(Hash.of(text), Header.origin(text))));
            Map<String, State.Output> kept = new TreeMap<>(made);
            kept.keySet().removeAll(now.keySet());
            kept.values().removeIf(output -> stale.test(before, output.origin()));

            Staging staging = new Staging(folder, made.keySet());
            try {
                List<String> written = staging.stage(files);
                // Should this run be cut off from here on, the next one knows all files that may be there.
                Map<String, State.Output> union = new TreeMap<>(made);
                union.putAll(now);
                save(channel, new State("", Map.of(), before.sources(), union, Map.of()));
                staging.move();
                List<String> gone = new ArrayList<>(made.keySet());
                gone.removeAll(now.keySet());
                gone.removeAll(kept.keySet());
                List<String> deleted = staging.delete(gone);
                Map<String, String> sources = new TreeMap<>(before.sources());
                sources.keySet()
                        .retainAll(
                                kept.values().stream().map(State.Output::origin).toList());
                sources.putAll(run.sources());
                save(channel, new State(run.key(), run.inputs(), sources, now, kept));
                return new Changes(written, deleted);
            } finally {
                staging.close();
            }
        }
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private FileLock lock(FileChannel channel) throws IOException {
        long end = System.nanoTime() + LOCK_WAIT.toNanos();
        while (System.nanoTime() < end) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // another thread of this program has it: wait as for another program
            }
            try {
                Thread.sleep(LOCK_POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FileSystemException(stateFile.toString(), null, "interrupted while another run holds it");
            }
        }
        throw new FileSystemException(stateFile.toString(), null, "another run holds it");
    }

    private static void save(FileChannel channel, State state) throws IOException {
        byte[] bytes = state.text().getBytes(StandardCharsets.UTF_8);
        channel.truncate(0);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest, rest.position());
        }
    }
}
