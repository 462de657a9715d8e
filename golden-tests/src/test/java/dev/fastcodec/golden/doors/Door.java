package dev.fastcodec.golden.doors;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A way to generate Java. */
interface Door {
    /**
     * A Maven project's sources.
     *
     * @param project the project's folder; IDL is in its {@code src/main/idl}
     * @param importPaths the IDL files
     */
    record Sources(Path project, List<String> importPaths) {
        Path folder() {
            return project.resolve("src/main/idl");
        }
    }

    /**
     * Generates into a folder that exists.
     *
     * @param options texts by name
     */
    void generate(Sources sources, Map<String, String> options, Path output) throws Exception;
}
