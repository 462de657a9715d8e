package dev.fastcodec.codegen.plugin;

import dev.fastcodec.codegen.bootstrap.CodeGeneratorRequest;
import dev.fastcodec.codegen.bootstrap.DescriptorProto;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FileDescriptorProto;
import dev.fastcodec.codegen.bootstrap.Version;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.codegen.image.DescriptorSource;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a plugin is asked, with the same bytes as protoc asks it. Files come after those that they import and have their
 * comments; options for the source alone are only in {@code source_file_descriptors} of the files to generate, and in files
 * that are imported.
 */
public final class PluginRequest {
    /** The protoc whose requests these are: {@code libprotoc 36.2}. */
    public static final int MAJOR = 7;

    /** Its minor version. */
    public static final int MINOR = 36;

    /** Its patch. */
    public static final int PATCH = 2;

    /** Plugins that stand for generators that protoc had built in: they get no JSON names. */
    private static final Set<String> ONCE_BUILT_IN =
            Set.of("protoc-gen-cpp", "protoc-gen-java", "protoc-gen-mutable_java", "protoc-gen-python");

    private static final Descriptors.Details ALL = new Descriptors.Details(true, true);
    private static final Descriptors.Details GENERATED = new Descriptors.Details(true, false);

    private PluginRequest() {}

    /**
     * The bytes of a request.
     *
     * @param schema its requested files are to be generated
     * @param source where descriptors come from
     * @param plugin name of the plugin, {@code protoc-gen-NAME}
     * @param parameter what it is told; may be empty
     */
    public static byte[] of(Schema schema, DescriptorSource source, String plugin, String parameter) {
        CodeGeneratorRequest request = new CodeGeneratorRequest();
        if (!parameter.isEmpty()) {
            request.setParameter(parameter);
        }
        boolean bootstrap = Arrays.asList(parameter.split(",")).contains("bootstrap");
        schema.asked().forEach(request.getFileToGenerate()::add);
        for (SchemaFile file : Descriptors.order(schema, true)) {
            FileDescriptorProto all = source.of(file, ALL);
            if (!file.requested()) {
                request.getProtoFile().add(all);
                continue;
            }
            FileDescriptorProto generated = source.of(file, GENERATED);
            if (bootstrap) {
                generated.setSourceCodeInfo(null);
            }
            if (bootstrap || ONCE_BUILT_IN.contains(plugin)) {
                generated.getMessageType().forEach(PluginRequest::clearJsonNames);
                clearJsonNames(generated.getExtension());
            }
            request.getProtoFile().add(generated);
            request.getSourceFileDescriptors().add(all);
        }
        request.setCompilerVersion(
                new Version().setMajor(MAJOR).setMinor(MINOR).setPatch(PATCH).setSuffix(""));
        return CodeGeneratorRequest.PROTO.encode(request);
    }

    private static void clearJsonNames(DescriptorProto message) {
        clearJsonNames(message.getField());
        clearJsonNames(message.getExtension());
        message.getNestedType().forEach(PluginRequest::clearJsonNames);
    }

    private static void clearJsonNames(List<FieldDescriptorProto> fields) {
        fields.forEach(field -> field.setJsonName(null));
    }
}
