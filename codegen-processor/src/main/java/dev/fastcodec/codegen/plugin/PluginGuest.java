package dev.fastcodec.codegen.plugin;

import dev.fastcodec.DecodeException;
import dev.fastcodec.codegen.bootstrap.CodeGeneratorRequest;
import dev.fastcodec.codegen.bootstrap.CodeGeneratorResponse;
import dev.fastcodec.codegen.image.Image;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Renderer;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * {@code protoc-gen-fastcodec}: answers requests of protoc and buf. What is wrong with the files or with an option is told in
 * the answer; a request that is broken is a {@link PluginFault}.
 */
public final class PluginGuest {
    private PluginGuest() {}

    /**
     * Answers a request.
     *
     * @throws PluginFault when the bytes are no request, or one that lacks files
     */
    public static byte[] answer(byte[] bytes) {
        CodeGeneratorRequest request;
        Image image;
        try {
            request = CodeGeneratorRequest.PROTO.decode(bytes);
            image = Image.of(request.getProtoFile());
        } catch (DecodeException | IllegalArgumentException e) {
            throw new PluginFault("the request cannot be read: " + e.getMessage());
        }
        for (String name : request.getFileToGenerate()) {
            if (image.file(name).isEmpty()) {
                throw new PluginFault("the request asks to generate " + name + ", but has no descriptor of it");
            }
        }
        return encode(answer(request, image));
    }

    private static PluginResponse answer(CodeGeneratorRequest request, Image image) {
        Diagnostics diagnostics = new Diagnostics();
        try (SourcePath path = SourcePath.of(List.of(image.root()))) {
            Schema schema = Idl.loadProtobuf(request.getFileToGenerate(), path, true, diagnostics);
            if (diagnostics.hasErrors()) {
                Renderer renderer = new Renderer(Renderer.Format.TEXT, false, name -> name);
                return FastcodecPlugin.response(renderer.render(diagnostics).strip(), List.of());
            }
            return FastcodecPlugin.generate(schema, Objects.requireNonNullElse(request.getParameter(), ""));
        }
    }

    private static byte[] encode(PluginResponse response) {
        CodeGeneratorResponse message = new CodeGeneratorResponse()
                .setSupportedFeatures(response.features())
                .setMinimumEdition(response.minimumEdition())
                .setMaximumEdition(response.maximumEdition());
        if (!response.error().isEmpty()) {
            message.setError(response.error());
        }
        for (PluginResponse.File file : response.files()) {
            message.addFile().setName(file.name()).setContent(new String(file.content(), StandardCharsets.UTF_8));
        }
        return CodeGeneratorResponse.PROTO.encode(message);
    }
}
