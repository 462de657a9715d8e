package dev.fastcodec.codegen.plugin;

import dev.fastcodec.codegen.Codegen;
import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.bootstrap.Edition;
import dev.fastcodec.idl.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fastcodec's own generator as a plugin: options come as its parameter, Java goes out as its files. */
public final class FastcodecPlugin {
    private static final byte[] NONE = {};

    private FastcodecPlugin() {}

    /**
     * Generates the requested files of a schema.
     *
     * @param parameter options as {@code name=value}, with commas between; a value that is a list has commas, too:
     *     {@code formats=proto,binary,unknownFields=drop}
     * @return the files, or an error when the parameter is wrong
     */
    public static PluginResponse generate(Schema schema, String parameter) {
        Options options;
        try {
            options = options(parameter);
        } catch (IllegalArgumentException e) {
            return response(String.valueOf(e.getMessage()), List.of());
        }
        List<PluginResponse.File> files = new ArrayList<>();
        Codegen.generate(schema, options)
                .forEach((name, text) ->
                        files.add(new PluginResponse.File(name, "", text.getBytes(StandardCharsets.UTF_8), NONE)));
        return response("", files);
    }

    /** An answer of ours: it says what we know of Protobuf. */
    static PluginResponse response(String error, List<PluginResponse.File> files) {
        return new PluginResponse(
                error,
                PluginResponse.PROTO3_OPTIONAL | PluginResponse.EDITIONS,
                Edition.EDITION_PROTO2.number(),
                Edition.EDITION_2026.number(),
                files);
    }

    private static Options options(String parameter) {
        Map<String, String> texts = new LinkedHashMap<>();
        String last = "";
        for (String part : parameter.split(",")) {
            int equals = part.indexOf('=');
            if (equals >= 0) {
                last = part.substring(0, equals).trim();
                if (texts.putIfAbsent(last, part.substring(equals + 1)) != null) {
                    throw new IllegalArgumentException("option \"" + last + "\" is given twice");
                }
            } else if (!last.isEmpty()) {
                texts.merge(last, part, (list, value) -> list + "," + value);
            } else if (!part.isBlank()) {
                throw new IllegalArgumentException("option \"" + part + "\" has no value: name=value is expected");
            }
        }
        return Options.of(texts);
    }
}
