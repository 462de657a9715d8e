package dev.fastcodec.cli;

import dev.fastcodec.codegen.Option;
import dev.fastcodec.codegen.output.Generation;
import dev.fastcodec.codegen.output.Request;
import dev.fastcodec.idl.diag.Diagnostics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fastcodec check}: only parses, links and reports. */
@Command(name = "check", description = "Checks IDL files and writes nothing.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Inputs inputs;

    private CommandSpec spec;

    /** Adds the options that change what the IDL means. */
    @Spec
    void setSpec(CommandSpec commandSpec) {
        spec = commandSpec;
        SharedOptions.add(spec, Option::reading);
    }

    @Override
    public Integer call() {
        Diagnostics diagnostics = new Diagnostics();
        Request request = inputs.request(SharedOptions.read(spec));
        boolean fine = Generation.check(request, diagnostics);
        inputs.tell(diagnostics, request);
        return fine ? 0 : Main.IDL_ERRORS;
    }
}
