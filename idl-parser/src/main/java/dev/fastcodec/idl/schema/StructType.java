package dev.fastcodec.idl.schema;

import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message, struct, union or exception. Types refer to each other in cycles, so one is first declared by its
 * constructor and then, once, completed by {@link #define}; after that nothing changes.
 */
public final class StructType implements Type {
    /** Which of the four. */
    public enum Kind {
        /** Protobuf's message. */
        MESSAGE,
        /** Thrift's struct. */
        STRUCT,
        /** Thrift's union: exactly one field is set. */
        UNION,
        /** Thrift's exception. */
        EXCEPTION
    }

    /**
     * What is inside.
     *
     * @param fields in source order
     * @param oneofs in source order, synthetic ones of proto3 {@code optional} not among them
     * @param structs nested messages in source order, without those that maps stand for
     * @param enums nested enums
     * @param extensions extension fields that are declared inside this message
     * @param extensionRanges numbers that extensions of this message may use, in source order
     * @param reserved numbers and names that no field may have
     */
    public record Body(
            List<Field> fields,
            List<Oneof> oneofs,
            List<StructType> structs,
            List<EnumType> enums,
            List<Extension> extensions,
            List<ExtensionRange> extensionRanges,
            Reserved reserved) {
        /** Copies the lists. */
        public Body {
            fields = List.copyOf(fields);
            oneofs = List.copyOf(oneofs);
            structs = List.copyOf(structs);
            enums = List.copyOf(enums);
            extensions = List.copyOf(extensions);
            extensionRanges = List.copyOf(extensionRanges);
        }
    }

    /** Numbers from {@code first} to {@code last}, both included. */
    public record NumberRange(int first, int last) {}

    /** Numbers for extensions, and the options of the statement that opens them. */
    public record ExtensionRange(NumberRange numbers, Options options) {}

    private final String name;
    private final String fullName;
    private final FileInfo file;
    private final @Nullable StructType parent;
    private final Kind kind;
    private final Visibility visibility;
    private final Options options;
    private final Comments comments;
    private final Span span;
    private @Nullable Body body;

    /**
     * Declares a type.
     *
     * @param fullName Protobuf: package and parents included, without leading dot; Thrift: the simple name
     * @param parent the message it is nested in, or null
     * @param visibility who may use it, as written
     */
    public StructType(
            String name,
            String fullName,
            FileInfo file,
            @Nullable StructType parent,
            Kind kind,
            Visibility visibility,
            Options options,
            Comments comments,
            Span span) {
        this.name = name;
        this.fullName = fullName;
        this.file = file;
        this.parent = parent;
        this.kind = kind;
        this.visibility = visibility;
        this.options = options;
        this.comments = comments;
        this.span = span;
    }

    /** Completes the type; allowed once. */
    public void define(Body theBody) {
        if (body != null) {
            throw new IllegalStateException(fullName + " is defined already");
        }
        body = theBody;
    }

    /** Simple name. */
    public String name() {
        return name;
    }

    /** Name with package and parents. */
    public String fullName() {
        return fullName;
    }

    /** Where it is declared. */
    public FileInfo file() {
        return file;
    }

    /** The message it is nested in, or null. */
    public @Nullable StructType parent() {
        return parent;
    }

    /** Message, struct, union or exception. */
    public Kind kind() {
        return kind;
    }

    /** Who may use it, as written; Thrift has no word for that. */
    public Visibility visibility() {
        return visibility;
    }

    /** Options or annotations. */
    public Options options() {
        return options;
    }

    /** Comments. */
    public Comments comments() {
        return comments;
    }

    /** Where its name stands. */
    public Span span() {
        return span;
    }

    /** Fields in source order. */
    public List<Field> fields() {
        return body().fields();
    }

    /** The field of this name. */
    public Optional<Field> field(String fieldName) {
        for (Field field : fields()) {
            if (field.name().equals(fieldName)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Fields, oneofs and nested types. */
    public Body body() {
        Body b = body;
        if (b == null) {
            throw new IllegalStateException(fullName + " is not defined yet");
        }
        return b;
    }

    @Override
    public String toString() {
        return fullName;
    }
}
