package dev.fastcodec.codegen.plan;

import dev.fastcodec.codegen.bootstrap.FileDescriptorSet;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.idl.schema.FileInfo.Language;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The descriptors that a file's table carries for its services: protoc's bytes, as a class file can hold them. */
final class DescriptorText {
    private DescriptorText() {}

    /** Pieces of a text with a character for each byte; none for a file without services, or of Thrift. */
    static List<String> of(Schema schema, SchemaFile file) {
        List<String> pieces = new ArrayList<>();
        if (file.info().language() == Language.PROTO && !file.services().isEmpty()) {
            byte[] set = FileDescriptorSet.PROTO.encode(Descriptors.set(schema, file, Descriptors.Details.PLAIN));
            String text = new String(set, StandardCharsets.ISO_8859_1);
            for (int from = 0; from < text.length(); from += SchemaPlanner.MOST_CHARACTERS) {
                pieces.add(text.substring(from, Math.min(text.length(), from + SchemaPlanner.MOST_CHARACTERS)));
            }
        }
        return pieces;
    }
}
