package dev.fastcodec.cli.protoc;

import dev.fastcodec.cli.protoc.Invocation.Allowed;
import dev.fastcodec.cli.protoc.Invocation.Checks;
import dev.fastcodec.idl.schema.SchemaFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What flags demand of the inputs: no services, and only imports that are declared. */
final class InputChecks {
    private InputChecks() {}

    /**
     * Checks the inputs in order, up to the first that something is wrong with.
     *
     * @throws UsageError when something is
     */
    static void check(List<SchemaFile> inputs, Checks checks) {
        for (SchemaFile file : inputs) {
            String name = file.info().path();
            if (checks.noServices() && !file.services().isEmpty()) {
                throw new UsageError(name + ": This file contains services, but --disallow_services was used.");
            }
            refuseOthers(name, file, checks.imports(), false);
            refuseOthers(name, file, checks.optionImports(), true);
        }
    }

    private static void refuseOthers(String name, SchemaFile file, @Nullable Allowed allowed, boolean option) {
        if (allowed == null) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (SchemaFile.Import imported : file.imports()) {
            if (imported.option() == option && !allowed.names().contains(imported.path())) {
                lines.add(name + ": " + allowed.violation().replace("%s", imported.path()));
            }
        }
        if (!lines.isEmpty()) {
            throw new UsageError(String.join("\n", lines));
        }
    }
}
