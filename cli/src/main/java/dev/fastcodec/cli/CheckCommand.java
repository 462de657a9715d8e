package dev.fastcodec.cli;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.output.Generation;
import dev.fastcodec.codegen.output.Request;
import dev.fastcodec.idl.diag.Diagnostics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fastcodec check}: only parses, links and reports. */
@Command(name = "check", description = "Checks IDL files and writes nothing.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Inputs inputs;

    @Override
    public Integer call() {
        Diagnostics diagnostics = new Diagnostics();
        Request request = inputs.request(Options.DEFAULT);
        boolean fine = Generation.check(request, diagnostics);
        inputs.tell(diagnostics, request);
        return fine ? 0 : Main.IDL_ERRORS;
    }
}
