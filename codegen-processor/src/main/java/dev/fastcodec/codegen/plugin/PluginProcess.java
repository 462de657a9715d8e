package dev.fastcodec.codegen.plugin;

import dev.fastcodec.DecodeException;
import dev.fastcodec.text.TextStrings;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs plugins as protoc does: without arguments, the request on standard input, the answer on standard output, standard error
 * passed on, no limit of time.
 *
 * @param directory the folder that plugins run in, and that relative names of programs are below
 * @param environment what plugins get; {@code PATH} is where they are looked up
 * @param err gets what they say on standard error
 */
public record PluginProcess(Path directory, Map<String, String> environment, PrintWriter err) {
    /**
     * A program and the words before it.
     *
     * @param prefix a command that runs the program, looked up on the path; may be empty
     * @param program name of the program
     * @param exact whether that name is a file, and not to be looked up
     */
    public record Command(List<String> prefix, String program, boolean exact) {}

    /** Copies the map. */
    public PluginProcess {
        environment = Map.copyOf(environment);
    }

    /**
     * Runs a plugin to its end.
     *
     * @param plugin its name, for messages
     * @throws PluginFault when it cannot be run, fails, or answers no message
     */
    public PluginResponse run(String plugin, Command command, byte[] request) {
        List<String> words = words(command);
        if (words.isEmpty()) {
            String first = command.prefix().isEmpty()
                    ? command.program()
                    : command.prefix().get(0);
            err.println(first + ": program not found or is not executable");
            err.println(
                    "Please specify a program using absolute path or make sure the program is available in your PATH"
                            + " system variable");
            throw new PluginFault(plugin + ": Plugin failed with status code 1.");
        }
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(directory.toAbsolutePath().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        byte[] answer = communicate(plugin, builder, request);
        try {
            return PluginResponse.read(answer);
        } catch (DecodeException e) {
            throw new PluginFault(plugin + ": Plugin output is unparseable: " + TextStrings.escape(answer));
        }
    }

    /** Whether a program of this name is on the path. */
    public boolean isOnPath(String program) {
        return onPath(program).isPresent();
    }

    /** The command line, or nothing when its program is not there. */
    private List<String> words(Command command) {
        Optional<String> program = command.exact() ? file(command.program()) : onPath(command.program());
        if (command.prefix().isEmpty()) {
            return program.map(List::of).orElse(List.of());
        }
        // The prefix looks the program up itself.
        List<String> words = new ArrayList<>(command.prefix());
        words.add(command.program());
        Optional<String> first = onPath(words.get(0));
        first.ifPresent(found -> words.set(0, found));
        return first.isPresent() ? words : List.of();
    }

    private Optional<String> file(String name) {
        try {
            Path file = directory.resolve(name).toAbsolutePath();
            return Files.isExecutable(file) && !Files.isDirectory(file)
                    ? Optional.of(file.toString())
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<String> onPath(String program) {
        if (program.indexOf('/') >= 0 || program.indexOf(File.separatorChar) >= 0) {
            return file(program);
        }
        String path = environment.getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            for (String ending : File.separatorChar == '\\' ? List.of("", ".exe", ".bat", ".cmd") : List.of("")) {
                Optional<String> found = file(folder.isEmpty() ? program + ending : folder + "/" + program + ending);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private byte[] communicate(String plugin, ProcessBuilder builder, byte[] request) {
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new PluginFault(plugin + ": " + e.getMessage());
        }
        try {
            Thread input = new Thread(() -> write(process.getOutputStream(), request));
            Thread errors = new Thread(() -> pass(process.getErrorStream()));
            input.start();
            errors.start();
            byte[] answer = read(process.getInputStream());
            int status = process.waitFor();
            input.join();
            errors.join();
            if (status != 0) {
                throw new PluginFault(plugin + ": Plugin failed with status code " + status + ".");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginFault(plugin + ": interrupted");
        } finally {
            process.destroy();
        }
    }

    /** A plugin that does not read to the end has its reasons, and an exit code or an answer that tell them. */
    private static void write(OutputStream out, byte[] request) {
        try (out) {
            out.write(request);
        } catch (IOException e) {
            // It has closed its end.
        }
    }

    private void pass(InputStream in) {
        try (in) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == '\n') {
                    err.print(line.toString(StandardCharsets.UTF_8));
                    err.flush();
                    line.reset();
                }
            }
            err.print(line.toString(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
