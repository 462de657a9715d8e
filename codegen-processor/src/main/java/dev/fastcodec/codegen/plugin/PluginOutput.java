package dev.fastcodec.codegen.plugin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One place that plugins write to: a folder, or a zip or jar.
 *
 * @param location as given, a folder with a slash at its end
 */
public record PluginOutput(String location) {
    /** The place that a user names so. */
    public static PluginOutput of(String location) {
        boolean archive = location.endsWith(".zip") || location.endsWith(".jar") || location.endsWith(".srcjar");
        return new PluginOutput(archive || location.endsWith("/") ? location : location + "/");
    }

    /** Whether it is a folder. */
    public boolean isFolder() {
        return location.endsWith("/");
    }

    /** The files to write, by name as given; a zip is one. */
    public Map<String, byte[]> write(GeneratedFiles generated) {
        Map<String, byte[]> written = new LinkedHashMap<>();
        if (isFolder()) {
            generated.files().forEach((name, content) -> written.put(location + name, content));
        } else {
            if (location.endsWith(".jar")) {
                generated.addManifest();
            }
            written.put(location, ZipArchive.of(generated.files()));
        }
        return written;
    }
}
