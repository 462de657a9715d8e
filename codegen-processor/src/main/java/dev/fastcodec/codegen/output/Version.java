package dev.fastcodec.codegen.output;

import dev.fastcodec.idl.Idl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** Which Fastcodec this is. */
public final class Version {
    private Version() {}

    /** The version of the release, as Maven knows it. */
    public static String text() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(properties.getProperty("version"));
    }

    /** What tells two builds apart: the version, and for a snapshot also what is in the jars or folders that make up the generator. */
    static String build() {
        return build(text());
    }

    /** As {@link #build()}, were this the version. */
    static String build(String version) {
        if (!version.endsWith("-SNAPSHOT")) {
            return version;
        }
        Set<String> parts = new LinkedHashSet<>(List.of(version));
        for (Class<?> part : List.of(Version.class, Idl.class)) {
            try {
                CodeSource source = part.getProtectionDomain().getCodeSource();
                if (source != null) {
                    parts.add(CodeHash.of(Path.of(source.getLocation().toURI())));
                }
            } catch (IOException | URISyntaxException | FileSystemNotFoundException e) {
                // Code that is in no file has no hash; it is none that somebody builds again and again.
                parts.add(part.getName());
            }
        }
        return String.join(" ", parts);
    }
}
