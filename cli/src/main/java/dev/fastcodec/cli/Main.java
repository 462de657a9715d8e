package dev.fastcodec.cli;

import dev.fastcodec.cli.protoc.Console;
import dev.fastcodec.cli.protoc.GuestCommand;
import dev.fastcodec.cli.protoc.ProtocCommand;
import dev.fastcodec.codegen.output.InternalFault;
import dev.fastcodec.codegen.output.Version;
import dev.fastcodec.idl.diag.Suggestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fastcodec}. Exit codes: 0 fine, 1 the IDL has errors, 2 wrong usage, 3 a fault of Fastcodec. */
@Command(
        name = "fastcodec",
        description = "Compiles Thrift and Protobuf IDL to Java.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.FastcodecVersion.class,
        subcommands = {
            GenerateCommand.class,
            CheckCommand.class,
            OtherGrammar.Protoc.class,
            OtherGrammar.Guest.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:the IDL has errors, or the output cannot be written",
            "2:wrong usage",
            "3:a fault of Fastcodec"
        })
public final class Main implements Runnable {
    static final int IDL_ERRORS = 1;
    private static final int USAGE = 2;
    private static final int FAULT = 3;

    @Spec
    private CommandSpec spec;

    /** For picocli, which sets the field. */
    @SuppressWarnings("NullAway.Init")
    Main() {}

    /** Runs and ends the program. */
    public static void main(String[] args) {
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
            return commandLine(out, err).execute(args);
        } catch (StackOverflowError | OutOfMemoryError | AssertionError e) {
            return fault(err, List.of(args), e);
        }
    }

    /** The commands as picocli knows them, writing to {@code out} and {@code err}. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, parsed) -> fault(err, parsed.originalArgs(), e))
                .setParameterExceptionHandler((e, args) -> wrongUsage(e));
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private static int wrongUsage(ParameterException e) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        List<String> unknown = line.getUnmatchedArguments();
        if (unknown.isEmpty()) {
            String message = String.valueOf(e.getMessage());
            err.println("error: " + message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1));
        } else {
            String name = unknown.get(0).replaceFirst("=.*", "");
            boolean option = name.startsWith("-");
            err.println("error: unknown " + (option ? "option " : "command ") + name);
            CommandSpec command = line.getCommandSpec();
            String near = Suggestion.nearest(
                    name,
                    option
                            ? command.optionsMap().keySet()
                            : command.subcommands().keySet());
            if (near != null) {
                err.println("help: did you mean " + near + "?");
            }
        }
        err.println("help: " + line.getCommandSpec().qualifiedName() + " --help lists all options");
        return USAGE;
    }

    private static int fault(PrintWriter err, List<String> args, Throwable e) {
        String text = e instanceof InternalFault
                ? String.valueOf(e.getMessage())
                : "internal fault of fastcodec " + Version.text() + " on " + String.join(" ", args) + ": " + e;
        err.println("error: " + text);
        err.println("help: this is a bug of Fastcodec, not of your IDL");
        return FAULT;
    }

    /** Tells the version. */
    static final class FastcodecVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"fastcodec " + Version.text()};
        }
    }
}
