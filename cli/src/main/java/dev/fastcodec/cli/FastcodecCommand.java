package dev.fastcodec.cli;

import dev.fastcodec.codegen.output.Version;
import dev.fastcodec.idl.diag.Suggestion;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands of our own grammar. Apart from {@link Main}, because to load picocli takes time that others need not spend. */
@Command(
        name = "fastcodec",
        description = "Compiles Thrift and Protobuf IDL to Java.",
        mixinStandardHelpOptions = true,
        versionProvider = FastcodecCommand.FastcodecVersion.class,
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
public final class FastcodecCommand implements Runnable {
    private static final int USAGE = 2;

    @Spec
    private CommandSpec spec;

    /** For picocli, which sets the field. */
    @SuppressWarnings("NullAway.Init")
    FastcodecCommand() {}

    /** The commands as picocli knows them, writing to {@code out} and {@code err}. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new FastcodecCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, parsed) -> Main.fault(err, parsed.originalArgs(), e))
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

    /** Tells the version. */
    static final class FastcodecVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"fastcodec " + Version.text()};
        }
    }
}
