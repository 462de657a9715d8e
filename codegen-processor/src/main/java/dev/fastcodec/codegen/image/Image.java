package dev.fastcodec.codegen.image;

import dev.fastcodec.DecodeException;
import dev.fastcodec.codegen.bootstrap.DescriptorProto;
import dev.fastcodec.codegen.bootstrap.FieldDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FileDescriptorProto;
import dev.fastcodec.codegen.descriptor.Descriptors;
import dev.fastcodec.codegen.dynamic.MessageTypes;
import dev.fastcodec.idl.Idl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.source.Root;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Files that are known by their descriptors: those of a {@code FileDescriptorSet} or of a request to a plugin. The first of
 * two with one name counts. Custom options are understood when the files have their extensions; others stay in the descriptors
 * and are no part of the schema.
 */
public final class Image {
    private final Map<String, FileDescriptorProto> files;
    private final Root root;

    private Image(Map<String, FileDescriptorProto> files, Root root) {
        this.files = files;
        this.root = root;
    }

    /** The texts as a root that tells users what it is made of. */
    private record Texts(Map<String, String> byName) implements Root {
        @Override
        public Optional<byte[]> read(String importPath) {
            return Optional.ofNullable(byName.get(importPath)).map(text -> text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String describe() {
            return "the descriptors";
        }
    }

    /**
     * An image of these files.
     *
     * @param descriptors kept, not copied
     * @throws IllegalArgumentException when a descriptor is none that a {@code .proto} file could have
     */
    public static Image of(List<FileDescriptorProto> descriptors) {
        Map<String, FileDescriptorProto> files = new LinkedHashMap<>();
        for (FileDescriptorProto file : descriptors) {
            files.putIfAbsent(FileText.string(file.getName()), file);
        }
        try {
            OptionSource standard = new OptionSource(MessageTypes.of(Descriptors.language()));
            Map<String, String> texts = texts(files, standard);
            Map<String, String> complete = standard.isComplete() ? texts : withCustomOptions(files, texts);
            return new Image(files, new Texts(complete));
        } catch (DecodeException e) {
            throw new IllegalArgumentException("an option cannot be read: " + e.getMessage(), e);
        }
    }

    /** An image without files. */
    public static Image none() {
        return new Image(Map.of(), new Texts(Map.of()));
    }

    /** This image without some of its files. */
    public Image without(Predicate<String> name) {
        Map<String, FileDescriptorProto> kept = new LinkedHashMap<>(files);
        kept.keySet().removeIf(name);
        return new Image(kept, root);
    }

    /** The names of its files, in order. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** The files as a place where imports are looked up. */
    public Root root() {
        return root;
    }

    /** The descriptor of a file. */
    public Optional<FileDescriptorProto> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static Map<String, String> texts(Map<String, FileDescriptorProto> files, OptionSource options) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((name, file) -> texts.put(name, FileText.of(file, options)));
        return texts;
    }

    /** The texts again, now that the extensions of options can be looked up in the schema of the first. */
    private static Map<String, String> withCustomOptions(
            Map<String, FileDescriptorProto> files, Map<String, String> texts) {
        List<String> extending = files.entrySet().stream()
                .filter(file -> extendsOptions(file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        Optional<Schema> schema = load(extending, texts);
        return schema.flatMap(s -> s.file(Descriptors.LANGUAGE)).isEmpty()
                ? texts
                : texts(files, new OptionSource(MessageTypes.of(schema.get())));
    }

    private static boolean extendsOptions(FileDescriptorProto file) {
        return file.getExtension().stream().anyMatch(Image::extendsOptions)
                || file.getMessageType().stream().anyMatch(Image::extendsOptions);
    }

    private static boolean extendsOptions(DescriptorProto message) {
        return message.getExtension().stream().anyMatch(Image::extendsOptions)
                || message.getNestedType().stream().anyMatch(Image::extendsOptions);
    }

    /** Whether it may extend an options message; others are taken along, should a name be relative. */
    private static boolean extendsOptions(FieldDescriptorProto extension) {
        String extendee = FileText.string(extension.getExtendee());
        return extendee.endsWith("Options") || extendee.endsWith("FeatureSet");
    }

    private static Optional<Schema> load(List<String> names, Map<String, String> texts) {
        Diagnostics diagnostics = new Diagnostics();
        try (SourcePath path = SourcePath.of(List.of(Roots.memory(texts)))) {
            Schema schema = Idl.loadProtobuf(names, path, true, diagnostics);
            return diagnostics.hasErrors() ? Optional.empty() : Optional.of(schema);
        }
    }
}
