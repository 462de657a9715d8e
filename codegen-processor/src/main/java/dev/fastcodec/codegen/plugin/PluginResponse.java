package dev.fastcodec.codegen.plugin;

import dev.fastcodec.DecodeException;
import dev.fastcodec.codegen.dynamic.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a plugin answered ({@code CodeGeneratorResponse}). Contents are bytes, as some plugins write what is no text.
 *
 * @param error what is wrong with the files, or empty
 * @param features bits of {@code CodeGeneratorResponse.Feature}
 * @param minimumEdition the first edition that the plugin knows, by the number in {@code descriptor.proto}
 * @param maximumEdition the last one
 */
public record PluginResponse(String error, long features, int minimumEdition, int maximumEdition, List<File> files) {
    /** The bit for {@code optional} in proto3. */
    public static final long PROTO3_OPTIONAL = 1;

    /** The bit for editions. */
    public static final long EDITIONS = 2;

    /**
     * A file, a piece of one, or something to insert into one.
     *
     * @param name below the output; empty to go on with the file before
     * @param insertionPoint where to insert it; empty for a file
     * @param info {@code GeneratedCodeInfo} of what is inserted, encoded; may be empty
     */
    public record File(String name, String insertionPoint, byte[] content, byte[] info) {}

    /** Copies the list. */
    public PluginResponse {
        files = List.copyOf(files);
    }

    /**
     * Reads an answer.
     *
     * @throws DecodeException when it is none
     */
    public static PluginResponse read(byte[] bytes) {
        RawMessage message = RawMessage.read(bytes);
        List<File> files = message.all(15).stream().map(PluginResponse::file).toList();
        return new PluginResponse(
                text(message.bytes(1)), message.varint(2), (int) message.varint(3), (int) message.varint(4), files);
    }

    private static File file(byte[] bytes) {
        RawMessage file = RawMessage.read(bytes);
        return new File(text(file.bytes(1)), text(file.bytes(2)), file.bytes(15), file.bytes(16));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
