package dev.fastcodec.maven;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.output.Generation;
import dev.fastcodec.codegen.output.InternalFault;
import dev.fastcodec.codegen.output.Request;
import dev.fastcodec.codegen.output.Target;
import dev.fastcodec.idl.diag.Diagnostics;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/** What both goals share: the parameters and the way from them to a run. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class CodegenMojo extends AbstractMojo {
    /** Does nothing; the output folder still counts as a source folder. */
    @Parameter(property = "fastcodec.skip", defaultValue = "false")
    private boolean skip;

    /** Ant patterns of the IDL files to generate from, below their source folders; by default all. */
    @Parameter
    private @Nullable List<String> includes;

    /** Ant patterns of IDL files that are imported at most. */
    @Parameter
    private @Nullable List<String> excludes;

    /** Whether the IDL files become part of the jar, so that other projects can import them. */
    @Parameter(property = "fastcodec.packIdl", defaultValue = "true")
    private boolean packIdl;

    /** Wire formats to make codecs for, separated by commas: proto, binary, compact, tjson, simple_json, json. Those of the other IDL are passed over. */
    @Parameter(property = "fastcodec.formats")
    private @Nullable String formats;

    /** Whether fields that the schema does not know are kept and written back: keep or drop. */
    @Parameter(property = "fastcodec.unknownFields")
    private @Nullable String unknownFields;

    /** What every Java package ends in besides, without a dot in front. */
    @Parameter(property = "fastcodec.javaPackageSuffix")
    private @Nullable String javaPackageSuffix;

    /** Annotations that say what may be null: none or jspecify. */
    @Parameter(property = "fastcodec.nullAnnotations")
    private @Nullable String nullAnnotations;

    /** Whether a Thrift union of which several members come is refused ({@code strict}), or the {@code last} counts. */
    @Parameter(property = "fastcodec.unionReading")
    private @Nullable String unionReading;

    /** Whether services become interfaces to call and to implement: true or false. */
    @Parameter(property = "fastcodec.services")
    private @Nullable String services;

    /** Whether services of Protobuf carry the descriptors of their files and imports, which gRPC's reflection tells: true or false. */
    @Parameter(property = "fastcodec.descriptors")
    private @Nullable String descriptors;

    /** What a Thrift field without a positive id means: error, apache or thriftgo. */
    @Parameter(property = "fastcodec.implicitIds")
    private @Nullable String implicitIds;

    /** Which warnings are told, separated by commas: all, none, the name of a warning, or its name with a dash before. */
    @Parameter(property = "fastcodec.warnings")
    private @Nullable String warnings;

    /** Whether a warning makes the run fail, with nothing written: true or false. */
    @Parameter(property = "fastcodec.fatalWarnings")
    private @Nullable String fatalWarnings;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Set when Eclipse runs this goal. */
    @Parameter(defaultValue = "${m2e.version}", readonly = true)
    private @Nullable String eclipse;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final BuildContext buildContext;

    CodegenMojo(BuildContext buildContext) {
        this.buildContext = buildContext;
    }

    /** Which part of the project this goal is for. */
    abstract ProjectPart part(MavenProject ofProject);

    /** Where the Java goes. */
    abstract File outputDirectory();

    /** The source folders, or null for the usual ones. */
    abstract @Nullable List<File> sourceDirectories();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        ProjectPart part = part(project);
        part.addSourceRoot(outputDirectory());
        IdlFolders folders = IdlFolders.of(sourceDirectories(), part.defaultFolders(), includes, excludes);
        if (packIdl) {
            folders.existing().forEach(part::addResource);
        }
        if (skip) {
            getLog().info("Skipped");
            return;
        }
        Request request = new Request(folders.files(), part.roots(folders.existing()), options());
        Target target = new Target(outputDirectory().toPath(), part.state(execution.getExecutionId()), true);
        Diagnostics diagnostics = new Diagnostics();
        Reporter reporter = new Reporter(getLog(), buildContext, eclipse != null, request);
        try {
            Optional<Generation.Outcome> outcome = Generation.run(request, target, diagnostics);
            reporter.show(diagnostics);
            if (outcome.isEmpty()) {
                throw new MojoFailureException(reporter.errors(diagnostics));
            }
            reporter.show(outcome.get(), outputDirectory());
        } catch (InternalFault e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private Options options() throws MojoFailureException {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("formats", formats);
        texts.put("unknownFields", unknownFields);
        texts.put("javaPackageSuffix", javaPackageSuffix);
        texts.put("nullAnnotations", nullAnnotations);
        texts.put("unionReading", unionReading);
        texts.put("services", services);
        texts.put("descriptors", descriptors);
        texts.put("implicitIds", implicitIds);
        texts.put("warnings", warnings);
        texts.put("fatalWarnings", fatalWarnings);
        return OptionTexts.parse(texts);
    }
}
