package dev.fastcodec.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.util.DirectoryScanner;
import org.jspecify.annotations.Nullable;

/**
 * Folders of IDL files and which of their files are meant.
 *
 * @param existing those of the folders that exist
 * @param files absolute names of the files, sorted within each folder
 */
record IdlFolders(List<File> existing, List<String> files) {
    /** Patterns of all IDL files. */
    static final List<String> ALL = List.of("**/*.proto", "**/*.thrift");

    /**
     * Scans.
     *
     * @param chosen the folders that the user names, or null for the usual ones
     * @param includes Ant patterns, or null for all IDL files
     * @param excludes Ant patterns, or null for none
     */
    static IdlFolders of(
            @Nullable List<File> chosen,
            List<File> usual,
            @Nullable List<String> includes,
            @Nullable List<String> excludes) {
        List<File> existing = (chosen == null || chosen.isEmpty() ? usual : chosen)
                .stream().filter(File::isDirectory).toList();
        List<String> files = new ArrayList<>();
        for (File folder : existing) {
            DirectoryScanner scanner = new DirectoryScanner();
            scanner.setBasedir(folder);
            scanner.setIncludes((includes == null || includes.isEmpty() ? ALL : includes).toArray(String[]::new));
            scanner.setExcludes((excludes == null ? List.<String>of() : excludes).toArray(String[]::new));
            scanner.addDefaultExcludes();
            scanner.scan();
            String[] found = scanner.getIncludedFiles();
            Arrays.sort(found);
            for (String name : found) {
                files.add(new File(folder, name).getAbsolutePath());
            }
        }
        return new IdlFolders(existing, files);
    }
}
