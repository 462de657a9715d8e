package dev.fastcodec.cli.protoc;

import dev.fastcodec.codegen.output.Version;
import dev.fastcodec.codegen.plugin.PluginFault;
import dev.fastcodec.codegen.plugin.PluginGuest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code protoc-gen-fastcodec}: a request of protoc or buf on standard input, the answer and nothing else on standard output. */
public final class GuestCommand {
    private static final int FINE = 0;
    private static final int FAILED = 1;

    private GuestCommand() {}

    /** Answers one request; returns the exit code: 0 also when the answer is an error. */
    public static int run(Console console, String... arguments) throws IOException {
        if (arguments.length > 0) {
            return tell(console, arguments[0]);
        }
        try {
            console.out().write(PluginGuest.answer(console.in().readAllBytes()));
            console.out().flush();
            return FINE;
        } catch (PluginFault e) {
            console.err().println("protoc-gen-fastcodec: " + e.text());
            console.err().flush();
            return FAILED;
        }
    }

    /** Plugins take no arguments; a person may ask for the version. */
    private static int tell(Console console, String argument) throws IOException {
        if (argument.equals("--version")) {
            console.out().write(("protoc-gen-fastcodec " + Version.text() + "\n").getBytes(StandardCharsets.UTF_8));
            console.out().flush();
            return FINE;
        }
        console.err()
                .println("protoc-gen-fastcodec: unknown option " + argument
                        + ": this is a plugin, which protoc and buf run without arguments");
        console.err().flush();
        return FAILED;
    }
}
