package dev.fastcodec.codegen.plugin;

import dev.fastcodec.codegen.bootstrap.Edition;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.StructType;
import java.util.List;
import java.util.Optional;

/** Whether a plugin says that it knows what the files to generate use. */
public final class PluginFeatures {
    private static final String PROTO3 = "proto3";

    private PluginFeatures() {}

    /**
     * What the plugin does not know.
     *
     * @param plugin its name
     * @param anyEdition whether editions are let through ({@code --experimental_editions})
     * @return a text for the user, or empty when all is fine
     */
    public static Optional<String> missing(
            String plugin, PluginResponse response, List<SchemaFile> files, boolean anyEdition) {
        if ((response.features() & PluginResponse.PROTO3_OPTIONAL) == 0) {
            for (SchemaFile file : files) {
                if (file.info().edition().equals(PROTO3)
                        && file.structs().stream().anyMatch(PluginFeatures::hasOptional)) {
                    return Optional.of(file.info().path() + ": has optional fields of proto3, and " + plugin
                            + " does not say that it supports them: ask whoever maintains that plugin");
                }
            }
        }
        return anyEdition
                ? Optional.empty()
                : files.stream()
                        .flatMap(file -> missingEdition(plugin, response, file).stream())
                        .findFirst();
    }

    private static Optional<String> missingEdition(String plugin, PluginResponse response, SchemaFile file) {
        String name = file.info().path();
        boolean exempt = name.startsWith("google/protobuf/") || name.startsWith("upb/");
        if (exempt || file.info().edition().startsWith("proto")) {
            return Optional.empty();
        }
        Edition edition = Edition.valueOf("EDITION_" + file.info().edition());
        if ((response.features() & PluginResponse.EDITIONS) == 0) {
            return Optional.of(
                    name + ": uses edition " + text(edition.number()) + ", and " + plugin
                            + " does not say that it supports editions: ask whoever maintains that plugin, or use proto2 or proto3");
        } else if (edition.number() < response.minimumEdition()) {
            return Optional.of(name + ": uses edition " + text(edition.number()) + ", and the first that " + plugin
                    + " supports is " + text(response.minimumEdition()));
        } else if (edition.number() > response.maximumEdition()) {
            return Optional.of(name + ": uses edition " + text(edition.number()) + ", and the last that " + plugin
                    + " supports is " + text(response.maximumEdition()));
        }
        return Optional.empty();
    }

    private static String text(int number) {
        Edition edition = Edition.forNumber(number);
        return edition == null || edition == Edition.UNRECOGNIZED
                ? Integer.toString(number)
                : edition.name().replace("EDITION_", "");
    }

    private static boolean hasOptional(StructType struct) {
        return struct.fields().stream().anyMatch(PluginFeatures::isOptional)
                || struct.body().structs().stream().anyMatch(PluginFeatures::hasOptional);
    }

    private static boolean isOptional(Field field) {
        return field.optional();
    }
}
