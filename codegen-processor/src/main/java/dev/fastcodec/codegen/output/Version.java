package dev.fastcodec.codegen.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Properties;

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

    /** What tells two builds apart: the version, and for a snapshot also the size and time of its jar. */
    static String build() {
        String version = text();
        if (!version.endsWith("-SNAPSHOT")) {
            return version;
        }
        try {
            CodeSource source = Version.class.getProtectionDomain().getCodeSource();
            Path code = source == null ? null : Path.of(source.getLocation().toURI());
            return code == null
                    ? version
                    : version + " " + Files.size(code) + " "
                            + Files.getLastModifiedTime(code).toMillis();
        } catch (IOException | URISyntaxException e) {
            return version;
        }
    }
}
