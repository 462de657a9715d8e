package dev.fastcodec.codegen.image;

import dev.fastcodec.codegen.bootstrap.DescriptorProto;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FileDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FileDescriptorSet;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.codegen.dynamic.DynamicMessage;
import dev.fastcodec.codegen.dynamic.MessageTypes;
import dev.fastcodec.codegen.dynamic.WireReader;
import dev.fastcodec.codegen.dynamic.WireWriter;
import dev.fastcodec.idl.Parallel;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The descriptors of a schema's files: made of the schema for files that were read as text, and for those of an image the
 * ones given, with all that nobody understands of their options.
 */
public final class DescriptorSource {
    private final Schema schema;
    private final Image image;
    private @Nullable MessageTypes types;

    /**
     * Descriptors of this schema.
     *
     * @param image without the files that were read as text
     */
    public DescriptorSource(Schema schema, Image image) {
        this.schema = schema;
        this.image = image;
    }

    /** The descriptor of a file; not to be changed. */
    public FileDescriptorProto of(SchemaFile file, Descriptors.Details details) {
        FileDescriptorProto given = image.file(file.info().path()).orElse(null);
        return given == null ? Descriptors.of(file, details) : given(given, details);
    }

    /**
     * The descriptors of these files as the bytes of a {@code FileDescriptorSet}, in pieces. Each file is written as a set of its
     * own, as sets are merged by putting their bytes together; so no more than a few are in memory as objects, and all processors
     * take part.
     */
    public List<byte[]> set(List<SchemaFile> files, Descriptors.Details details) {
        return Parallel.map(files, file -> setOf(file, details));
    }

    private byte[] setOf(SchemaFile file, Descriptors.Details details) {
        FileDescriptorSet set = new FileDescriptorSet();
        set.getFile().add(of(file, details));
        return FileDescriptorSet.PROTO.encode(set);
    }

    private FileDescriptorProto given(FileDescriptorProto given, Descriptors.Details details) {
        DynamicMessage message = WireReader.read(
                types().find("google.protobuf.FileDescriptorProto").orElseThrow(),
                FileDescriptorProto.PROTO.encode(given));
        message.dropUnknown();
        if (!details.retainOptions()) {
            message.stripSourceOnly();
        }
        FileDescriptorProto file = FileDescriptorProto.PROTO.decode(WireWriter.write(message, false));
        if (!details.sourceInfo()) {
            file.setSourceCodeInfo(null);
        }
        nameFields(file.getExtension());
        file.getMessageType().forEach(DescriptorSource::nameFields);
        return file;
    }

    /** Options are read with the extensions that the schema has, like everything when it has {@code descriptor.proto}. */
    private synchronized MessageTypes types() {
        MessageTypes all = types;
        if (all == null) {
            all = MessageTypes.of(Descriptors.languageOf(schema));
            types = all;
        }
        return all;
    }

    private static void nameFields(DescriptorProto message) {
        nameFields(message.getField());
        nameFields(message.getExtension());
        message.getNestedType().forEach(DescriptorSource::nameFields);
    }

    /** Every field has its JSON name in what protoc writes. */
    private static void nameFields(List<FieldDescriptorProto> fields) {
        for (FieldDescriptorProto field : fields) {
            if (!field.hasJsonName()) {
                field.setJsonName(FieldText.jsonName(FileText.string(field.getName())));
            }
        }
    }
}
