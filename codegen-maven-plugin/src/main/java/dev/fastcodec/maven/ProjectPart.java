package dev.fastcodec.maven;

import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/**
 * The main or the test half of a project: where its IDL files are and what they can import.
 *
 * @param project what Maven knows of it; its dependencies are resolved
 * @param test whether this is the test half
 */
record ProjectPart(MavenProject project, boolean test) {
    private static final List<String> FOLDERS = List.of("proto", "thrift", "idl");

    static ProjectPart main(MavenProject project) {
        return new ProjectPart(project, false);
    }

    static ProjectPart test(MavenProject project) {
        return new ProjectPart(project, true);
    }

    /** The usual folders of IDL files, whether they exist or not. */
    List<File> defaultFolders() {
        return folders(test ? "test" : "main");
    }

    private List<File> folders(String half) {
        return FOLDERS.stream()
                .map(name -> new File(project.getBasedir(), "src/" + half + "/" + name))
                .toList();
    }

    /** Makes Maven compile a folder. */
    void addSourceRoot(File folder) {
        if (test) {
            project.addTestCompileSourceRoot(folder.getAbsolutePath());
        } else {
            project.addCompileSourceRoot(folder.getAbsolutePath());
        }
    }

    /** Makes Maven copy the IDL files of a folder beside the classes, at their import paths. */
    void addResource(File folder) {
        Resource resource = new Resource();
        resource.setDirectory(folder.getAbsolutePath());
        resource.setIncludes(IdlFolders.ALL);
        if (test) {
            project.addTestResource(resource);
        } else {
            project.addResource(resource);
        }
    }

    /**
     * Where imports are looked up: in the folders themselves; for tests in the main half; in the dependencies, which are jars
     * or, for a module of the same build, its folder of classes.
     */
    List<Root> roots(List<File> folders) {
        List<Root> roots = new ArrayList<>();
        folders.forEach(folder -> roots.add(Roots.folder(folder.toPath())));
        if (test) {
            folders("main").stream()
                    .filter(File::isDirectory)
                    .forEach(folder -> roots.add(Roots.folder(folder.toPath())));
            roots.add(Roots.folder(Path.of(project.getBuild().getOutputDirectory())));
        }
        for (Artifact artifact : project.getArtifacts()) {
            File file = artifact.getFile();
            if (file != null && file.isDirectory()) {
                roots.add(Roots.folder(file.toPath()));
            } else if (file != null && isArchive(file.getName().toLowerCase(Locale.ROOT))) {
                roots.add(Roots.jar(file.toPath()));
            }
        }
        return roots;
    }

    private static boolean isArchive(String name) {
        return name.endsWith(".jar") || name.endsWith(".zip");
    }

    /** The state file of an execution. */
    Path state(String executionId) {
        String name =
                (test ? "generate-test-" : "generate-") + executionId.replaceAll("[^A-Za-z0-9._-]", "_") + ".state";
        return Path.of(project.getBuild().getDirectory(), "fastcodec", name);
    }
}
