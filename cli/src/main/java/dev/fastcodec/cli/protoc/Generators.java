package dev.fastcodec.cli.protoc;

import dev.fastcodec.cli.protoc.Invocation.Directive;
import dev.fastcodec.cli.protoc.Invocation.Outputs;
import dev.fastcodec.codegen.plugin.FastcodecPlugin;
import dev.fastcodec.codegen.plugin.GeneratedFiles;
import dev.fastcodec.codegen.plugin.PluginFault;
import dev.fastcodec.codegen.plugin.PluginFeatures;
import dev.fastcodec.codegen.plugin.PluginOutput;
import dev.fastcodec.codegen.plugin.PluginProcess;
import dev.fastcodec.codegen.plugin.PluginRequest;
import dev.fastcodec.codegen.plugin.PluginResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs what {@code --NAME_out} names, in order: plugins, and Fastcodec's own generator within this process. */
final class Generators {
    private static final String OURS = "protoc-gen-fastcodec";
    private static final Set<String> BUILT_IN = Set.of(
            "cpp", "csharp", "java", "kotlin", "objc", "php", "pyi", "python", "rbs", "ruby", "rust", "upb", "upbdefs");

    private final Invocation invocation;
    private final ProtoFiles files;
    private final Console console;
    private final PluginProcess process;

    Generators(Invocation invocation, ProtoFiles files, Console console) {
        this.invocation = invocation;
        this.files = files;
        this.console = console;
        Map<String, String> environment = new HashMap<>(console.environment());
        if (invocation.outputs().trace()) {
            environment.put("PROTOC_CODEGEN_TRACE", "yes");
        }
        this.process = new PluginProcess(console.directory(), environment, console.err());
    }

    /**
     * What each output gets. Outputs of the same name share their files, so that a plugin can insert into what another made.
     *
     * @throws UsageError when a generator fails
     */
    Map<PluginOutput, GeneratedFiles> run() {
        Map<PluginOutput, GeneratedFiles> made = new LinkedHashMap<>();
        for (Directive directive : invocation.outputs().directives()) {
            PluginOutput output = PluginOutput.of(directive.location());
            run(directive, made.computeIfAbsent(output, o -> new GeneratedFiles()));
        }
        for (GeneratedFiles generated : made.values()) {
            generated.remarks().forEach(console.err()::println);
            if (!generated.problems().isEmpty()) {
                throw new UsageError(String.join("\n", generated.problems()));
            }
        }
        return made;
    }

    private void run(Directive directive, GeneratedFiles into) {
        String plugin = Plugins.pluginOf(directive.flag());
        try {
            PluginResponse response = response(directive, plugin);
            into.take(plugin, response);
            Optional<String> missing = PluginFeatures.missing(
                    plugin,
                    response,
                    files.schema().inOrderAsked(),
                    invocation.checks().anyEdition());
            missing.ifPresent(text -> console.err().println(text));
            if (missing.isPresent() || !response.error().isEmpty()) {
                throw new UsageError(directive.flag() + ": " + response.error());
            }
        } catch (PluginFault e) {
            throw new UsageError(directive.flag() + ": " + e.text());
        }
    }

    private PluginResponse response(Directive directive, String plugin) {
        Outputs outputs = invocation.outputs();
        String program = outputs.plugins().get(plugin);
        List<String> prefix = outputs.prefixes().getOrDefault(plugin, List.of());
        boolean named = program != null || !prefix.isEmpty();
        if (plugin.equals(OURS) && !named) {
            return FastcodecPlugin.generate(files.schema(), directive.parameter());
        }
        if (!named && BUILT_IN.contains(directive.name()) && !process.isOnPath(plugin)) {
            throw new PluginFault(
                    "the generators that are built into protoc are not part of fastcodec: name a plugin with "
                            + "--plugin=" + plugin + "=PATH, or use --fastcodec_out for Java");
        }
        byte[] request = PluginRequest.of(files.schema(), files.descriptors(), plugin, directive.parameter());
        return process.run(
                plugin,
                new PluginProcess.Command(prefix, program == null ? plugin : program, program != null),
                request);
    }
}
