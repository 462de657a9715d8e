package dev.fastcodec.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands whose arguments are not picocli's to read: they are listed with the others, and {@link Main} runs them itself. */
final class OtherGrammar {
    /** The name of protoc's command. */
    static final String PROTOC = "protoc";

    /** The name of the plugin of protoc. */
    static final String GUEST = "protoc-gen-fastcodec";

    private OtherGrammar() {}

    /** What such a command has in common. */
    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    abstract static class Listed implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(arity = "0..*", paramLabel = "ARG", hidden = true)
        private List<String> arguments;

        @Override
        public Integer call() {
            throw new ParameterException(spec.commandLine(), spec.name() + " must be the first argument");
        }
    }

    /** {@code fastcodec protoc}. */
    @Command(
            name = PROTOC,
            description = {
                "Does what protoc does with the same arguments, and hosts its plugins.",
                "fastcodec protoc --help lists the arguments."
            })
    static final class Protoc extends Listed {}

    /** {@code fastcodec protoc-gen-fastcodec}. */
    @Command(
            name = GUEST,
            description = {
                "Is a plugin of protoc and buf: reads a request and answers with Java.",
                "A link to the launcher under this name is the program to give them."
            })
    static final class Guest extends Listed {}
}
