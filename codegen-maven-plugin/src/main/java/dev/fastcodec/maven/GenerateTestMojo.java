package dev.fastcodec.maven;

import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/** Generates Java from the IDL files of the tests; they may import those of the project. */
@Mojo(
        name = "generate-test",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class GenerateTestMojo extends CodegenMojo {
    /** Folders of IDL files; by default src/test/proto, src/test/thrift and src/test/idl, whichever exist. */
    @Parameter
    private @Nullable List<File> sourceDirectories;

    /** Where the Java goes; always a test source folder of the project. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/fastcodec", required = true)
    private File outputDirectory;

    /** Made by Maven. */
    @Inject
    public GenerateTestMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    ProjectPart part(MavenProject ofProject) {
        return ProjectPart.test(ofProject);
    }

    @Override
    File outputDirectory() {
        return outputDirectory;
    }

    @Override
    @Nullable
    List<File> sourceDirectories() {
        return sourceDirectories;
    }
}
