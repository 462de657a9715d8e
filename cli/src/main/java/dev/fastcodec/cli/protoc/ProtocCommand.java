package dev.fastcodec.cli.protoc;

import dev.fastcodec.cli.protoc.Invocation.Details;
import dev.fastcodec.cli.protoc.Invocation.Mode;
import dev.fastcodec.cli.protoc.Invocation.Outputs;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.codegen.plugin.GeneratedFiles;
import dev.fastcodec.codegen.plugin.PluginOutput;
import dev.fastcodec.codegen.plugin.PluginRequest;
import dev.fastcodec.idl.schema.SchemaFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code fastcodec protoc}: does what protoc does with the same arguments. The steps: the arguments are understood, files are
 * loaded and checked, generators run, and when all went well everything is written.
 */
public final class ProtocCommand {
    private static final int FINE = 0;
    private static final int FAILED = 1;

    private final Console console;

    private ProtocCommand(Console console) {
        this.console = console;
    }

    /** Runs a command line; returns protoc's exit code: 0 when all is fine, else 1. */
    public static int run(Console console, String... arguments) throws IOException {
        try {
            return new ProtocCommand(console).run(ArgumentParser.parse(Arrays.asList(arguments), console));
        } catch (UsageError e) {
            console.err().println(e.text());
            return FAILED;
        } finally {
            console.err().flush();
        }
    }

    private int run(Invocation invocation) throws IOException {
        switch (invocation.mode()) {
            case HELP -> print(HelpText.TEXT);
            case VERSION -> print("libprotoc " + PluginRequest.MINOR + "." + PluginRequest.PATCH + "\n");
            case NOTICES -> print("Fastcodec is under the Apache License 2.0.\n");
            case COMPILE, ENCODE, DECODE, PRINT -> {
                return invocation.mode() == Mode.DECODE && invocation.type().isEmpty()
                        ? decodeRaw(invocation)
                        : runOnFiles(invocation);
            }
        }
        return FINE;
    }

    private int decodeRaw(Invocation invocation) throws IOException {
        if (invocation.outputs().defaults() != null) {
            throw FeatureDefinitions.missing(invocation.outputs().defaults());
        }
        return write(TextCodec.raw(console.in().readAllBytes()));
    }

    private int runOnFiles(Invocation invocation) throws IOException {
        ProtoFiles files =
                ProtoFiles.load(invocation.sources(), invocation.checks().anyEdition(), console);
        new Reports(invocation.msvs()).lines(files.diagnostics(), files.tree()).forEach(console.err()::println);
        if (files.diagnostics().hasErrors()) {
            return FAILED;
        }
        InputChecks.check(files.schema().inOrderAsked(), invocation.checks());
        if (invocation.mode() == Mode.COMPILE) {
            compile(invocation, files);
        } else {
            Written written = new Written(console, invocation.outputs().mayEscape());
            addDefaults(invocation.outputs(), files, written);
            written.write();
        }
        if (invocation.mode() == Mode.ENCODE || invocation.mode() == Mode.DECODE) {
            write(new TextCodec(invocation, console)
                    .translate(files.schema(), console.in().readAllBytes()));
        }
        if (invocation.checks().fatalWarnings() && Reports.hasWarnings(files.diagnostics())) {
            return FAILED;
        }
        if (invocation.mode() == Mode.PRINT) {
            for (SchemaFile file : files.schema().inOrderAsked()) {
                print(FreeNumbers.of(files.descriptors().of(file, Descriptors.Details.PLAIN)));
            }
        }
        return FINE;
    }

    private void compile(Invocation invocation, ProtoFiles files) {
        Outputs outputs = invocation.outputs();
        Map<PluginOutput, GeneratedFiles> generated = new Generators(invocation, files, console).run();
        Written written = new Written(console, outputs.mayEscape());
        generated.forEach(written::add);
        if (outputs.dependencies() != null) {
            String rule = DependencyFile.of(names(generated, outputs), files);
            written.add(outputs.dependencies(), rule.getBytes(StandardCharsets.UTF_8));
        }
        if (outputs.descriptorSet() != null) {
            written.add(outputs.descriptorSet(), descriptorSet(files, outputs.details()));
        }
        addDefaults(outputs, files, written);
        written.write();
    }

    /** The files that depend on the inputs. */
    private static List<String> names(Map<PluginOutput, GeneratedFiles> generated, Outputs outputs) {
        List<String> names = new ArrayList<>(Written.names(generated));
        if (outputs.descriptorSet() != null) {
            names.add(outputs.descriptorSet());
        }
        if (outputs.defaults() != null) {
            names.add(outputs.defaults().file());
        }
        return names;
    }

    private static void addDefaults(Outputs outputs, ProtoFiles files, Written written) {
        if (outputs.defaults() != null) {
            written.add(outputs.defaults().file(), EditionDefaults.of(files, outputs.defaults()));
        }
    }

    private static List<byte[]> descriptorSet(ProtoFiles files, Details wanted) {
        Descriptors.Details details = new Descriptors.Details(wanted.sourceInfo(), wanted.retainOptions());
        return files.descriptors().set(Descriptors.order(files.schema(), wanted.imports()), details);
    }

    private int write(byte[] bytes) throws IOException {
        console.out().write(bytes);
        console.out().flush();
        return FINE;
    }

    private void print(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }
}
