package dev.fastcodec.maven;

import dev.fastcodec.codegen.Options;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The generator's options as a project gives them. */
final class OptionTexts {
    private OptionTexts() {}

    /** @param texts values by name; null where the project says nothing */
    static Options parse(Map<String, @Nullable String> texts) throws MojoFailureException {
        Map<String, String> given = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            if (text != null) {
                given.put(name, text);
            }
        });
        try {
            return Options.of(given);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
