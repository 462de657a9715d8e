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

/** Generates Java from the IDL files of the project. */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class GenerateMojo extends CodegenMojo {
    /** Folders of IDL files; by default src/main/proto, src/main/thrift and src/main/idl, whichever exist. */
    @Parameter
    private @Nullable List<File> sourceDirectories;

    /** Where the Java goes; always a source folder of the project. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/fastcodec", required = true)
    private File outputDirectory;

    /** Made by Maven. */
    @Inject
    public GenerateMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    ProjectPart part(MavenProject ofProject) {
        return ProjectPart.main(ofProject);
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
