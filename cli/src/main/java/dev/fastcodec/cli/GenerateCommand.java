package dev.fastcodec.cli;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.output.Generation;
import dev.fastcodec.codegen.output.Request;
import dev.fastcodec.codegen.output.Target;
import dev.fastcodec.idl.diag.Diagnostics;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fastcodec generate}: Java from IDL. Its options are those of {@link Options#ALL} besides its own. */
@Command(
        name = "generate",
        description = {
            "Generates Java from IDL files.",
            "Only files that differ are written; those that an earlier run made from the same IDL files, or from IDL files that"
                    + " are gone, and that are no longer made, are deleted. With errors nothing is touched."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class GenerateCommand implements Callable<Integer> {
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Mixin
    private Inputs inputs;

    @picocli.CommandLine.Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "Folder of the Java files, made when needed.")
    private Path output;

    private CommandSpec spec;

    /** Adds the options that all front doors have. */
    @Spec
    void setSpec(CommandSpec commandSpec) {
        spec = commandSpec;
        SharedOptions.add(spec, option -> true);
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        Diagnostics diagnostics = new Diagnostics();
        Request request = inputs.request(SharedOptions.read(spec));
        Optional<Generation.Outcome> outcome = Generation.run(request, Target.shared(output), diagnostics);
        inputs.tell(diagnostics, request);
        if (outcome.isEmpty()) {
            return Main.IDL_ERRORS;
        }
        Generation.Outcome done = outcome.get();
        spec.commandLine()
                .getOut()
                .println(count(done.files(), "file", "files") + ", " + count(done.classes(), "class", "classes") + ", "
                        + (done.upToDate() ? "nothing to do, " : "")
                        + (System.nanoTime() - start) / NANOS_PER_MILLI + " ms");
        return 0;
    }

    private static String count(int n, String one, String several) {
        return n + " " + (n == 1 ? one : several);
    }
}
