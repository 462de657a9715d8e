package dev.fastcodec.cli;

import dev.fastcodec.cli.protoc.Console;
import dev.fastcodec.cli.protoc.GuestCommand;
import dev.fastcodec.cli.protoc.ProtocCommand;
import dev.fastcodec.codegen.output.InternalFault;
import dev.fastcodec.codegen.output.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The command {@code fastcodec}. No public method of it names a class of picocli: Java would load that before the program starts,
 * also for those commands that need none. Exit codes: 0 fine, 1 the IDL has errors, 2 wrong usage, 3 a fault of
 * Fastcodec.
 */
public final class Main {
    static final int IDL_ERRORS = 1;
    private static final int FAULT = 3;

    private Main() {}

    /** Runs and ends the program. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(OtherGrammar.PROTOC)) {
            HeadStart.begin();
        }
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(new Console(System.in, System.out, err, Path.of(""), System.getenv()), args));
    }

    /** Runs a command line, also one that has another grammar than ours; returns the exit code and ends nothing. */
    public static int run(Console console, String... args) {
        String first = args.length == 0 ? "" : args[0];
        String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        try {
            return switch (first) {
                case OtherGrammar.PROTOC -> ProtocCommand.run(console, rest);
                case OtherGrammar.GUEST -> GuestCommand.run(console, rest);
                default -> run(new PrintWriter(console.out(), true, StandardCharsets.UTF_8), console.err(), args);
            };
        } catch (IOException e) {
            console.err().println("error: cannot read or write: " + e.getMessage());
            return IDL_ERRORS;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return fault(console.err(), List.of(args), e);
        }
    }

    /** Runs a command line of our own grammar; returns the exit code and ends nothing. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            return FastcodecCommand.commandLine(out, err).execute(args);
        } catch (StackOverflowError | OutOfMemoryError | AssertionError e) {
            return fault(err, List.of(args), e);
        }
    }

    /** Tells of a fault of Fastcodec; returns its exit code. */
    static int fault(PrintWriter err, List<String> args, Throwable e) {
        String text = e instanceof InternalFault
                ? String.valueOf(e.getMessage())
                : "internal fault of fastcodec " + Version.text() + " on " + String.join(" ", args) + ": " + e;
        err.println("error: " + text);
        err.println("help: this is a bug of Fastcodec, not of your IDL");
        return FAULT;
    }
}
