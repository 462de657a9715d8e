package dev.fastcodec.cli.protoc;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command line is connected to.
 *
 * @param in standard input
 * @param out standard output, for bytes
 * @param err standard error
 * @param directory the current folder, for names that are relative
 * @param environment where programs are looked up, and what they get
 */
public record Console(
        InputStream in, OutputStream out, PrintWriter err, Path directory, Map<String, String> environment) {
    /** Copies the map. */
    public Console {
        environment = Map.copyOf(environment);
    }

    /** The file of a name on the command line. */
    Path file(String name) {
        return directory.resolve(name);
    }
}
