package dev.fastcodec.idl.ast;

import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A declaration of either language. The span covers it whole, from its first token to its last. */
public sealed interface Decl {
    /** Where. */
    Span span();

    /** Its comments. */
    Comments comments();

    /**
     * {@code syntax = "proto3";} ({@code edition} false) or {@code edition = "2023";}.
     *
     * @param first whether nothing stands before it, not even a semicolon
     */
    record Syntax(Span span, Comments comments, boolean edition, Literal.Text value, boolean first) implements Decl {}

    /** Protobuf's {@code package a.b;}, fbthrift's {@code package "a.b/c"} (text without quotes). */
    record Package(Span span, Comments comments, Name name) implements Decl {}

    /** Thrift's {@code namespace scope name}; scope {@code *} is for all languages. */
    record Namespace(Span span, Comments comments, Name scope, Name name, List<Option> annotations) implements Decl {}

    /** {@code import "x";}, {@code include "x"}, {@code cpp_include "x"}. */
    record Import(Span span, Comments comments, Kind kind, Literal.Text path) implements Decl {
        /** How the file is imported. */
        public enum Kind {
            /** Protobuf's plain import, Thrift's include. */
            PLAIN,
            /** {@code import public}. */
            PUBLIC,
            /** {@code import weak}. */
            WEAK,
            /** Edition 2024's {@code import option}. */
            OPTION,
            /** Thrift's {@code cpp_include}: kept, never opened. */
            CPP
        }
    }

    /**
     * A Protobuf option, as a statement or in brackets, or a Thrift annotation (one part, no extension).
     *
     * @param value for a Thrift annotation without value the text {@code 1}
     */
    record Option(Span span, Comments comments, List<Part> name, Literal value) implements Decl {
        /** A part of an option's name; {@code extension} when in parentheses. */
        public record Part(Name name, boolean extension) {}

        /** The name as it would be written, extensions in parentheses. */
        public String nameText() {
            if (name.size() == 1 && !name.get(0).extension()) {
                return name.get(0).name().text();
            }
            StringBuilder s = new StringBuilder();
            for (Part part : name) {
                s.append(s.length() == 0 ? "" : ".")
                        .append(
                                part.extension()
                                        ? "(" + part.name().text() + ")"
                                        : part.name().text());
            }
            return s.toString();
        }
    }

    /**
     * A message, struct, union or exception. The span begins behind {@code export} and {@code local}, as protoc's does.
     *
     * @param exported {@code export} true, {@code local} false, null when not said (edition 2024)
     * @param body fields, oneofs, nested types, options, reserved … in source order
     * @param annotations Thrift only; {@code xsd_all} comes as an annotation of that name
     */
    record Struct(
            Span span,
            Comments comments,
            Kind kind,
            @Nullable Boolean exported,
            Name name,
            List<Decl> body,
            List<Option> annotations)
            implements Decl {
        /** Which keyword. */
        public enum Kind {
            /** Protobuf. */
            MESSAGE,
            /** Thrift. */
            STRUCT,
            /** Thrift, exactly one member. */
            UNION,
            /** Thrift, can be thrown. */
            EXCEPTION
        }
    }

    /**
     * A field of either language, an extension field, an argument, or a member of {@code throws}.
     *
     * @param number null when Thrift leaves it out or an error hid it
     * @param defaultValue Thrift's {@code = value}; Protobuf's default is an option
     * @param options bracketed options or annotations; {@code xsd_*} and {@code &} as annotations of those names
     * @param group the declarations in the body of a Protobuf group (then {@code type} is named like the group), else null
     */
    record Field(
            Span span,
            Comments comments,
            Label label,
            TypeRef type,
            Name name,
            Literal.@Nullable Int number,
            @Nullable Literal defaultValue,
            List<Option> options,
            @Nullable List<Decl> group)
            implements Decl {
        /** What stands before the type. */
        public enum Label {
            /** Nothing. */
            NONE,
            /** {@code optional}. */
            OPTIONAL,
            /** {@code required}. */
            REQUIRED,
            /** {@code repeated}. */
            REPEATED
        }
    }

    /** {@code oneof}: fields, groups and options in its body. */
    record Oneof(Span span, Comments comments, Name name, List<Decl> body) implements Decl {}

    /** {@code extend T { … }}: fields and groups in its body. */
    record Extend(Span span, Comments comments, Name extendee, List<Decl> body) implements Decl {}

    /** {@code extensions 4, 100 to max [options];}. */
    record Extensions(Span span, Comments comments, List<Range> ranges, List<Option> options) implements Decl {}

    /** {@code reserved 2, 9 to 11;} or {@code reserved "a", b;}: one of the lists is empty. */
    record Reserved(Span span, Comments comments, List<Range> ranges, List<ReservedName> names) implements Decl {}

    /** A name in {@code reserved}; quoted before editions, bare since. */
    record ReservedName(Name name, boolean quoted) {}

    /** Numbers from {@code first} to {@code last}; {@code last} null for {@code max}, equal to {@code first} for one. */
    record Range(Span span, Literal.Int first, Literal.@Nullable Int last) {}

    /** An enum; its body holds values, options and reserved. The span is that of a {@link Struct}. */
    record Enum(
            Span span,
            Comments comments,
            @Nullable Boolean exported,
            Name name,
            List<Decl> body,
            List<Option> annotations)
            implements Decl {}

    /** A value of an enum; {@code number} null when Thrift leaves it out. */
    record EnumValue(Span span, Comments comments, Name name, Literal.@Nullable Int number, List<Option> options)
            implements Decl {}

    /** A service: rpcs and options, or functions. */
    record Service(
            Span span,
            Comments comments,
            Name name,
            @Nullable Name base,
            List<Decl> body,
            List<Option> annotations) implements Decl {}

    /** Protobuf's {@code rpc}. */
    record Rpc(
            Span span,
            Comments comments,
            Name name,
            Name input,
            boolean inputStream,
            Name output,
            boolean outputStream,
            List<Option> options)
            implements Decl {}

    /**
     * A Thrift function.
     *
     * @param oneway {@code oneway} or {@code async}
     * @param async written as {@code async}
     * @param result null for {@code void}
     */
    record Function(
            Span span,
            Comments comments,
            boolean oneway,
            boolean async,
            @Nullable TypeRef result,
            Name name,
            List<Field> arguments,
            List<Field> exceptions,
            List<Option> annotations)
            implements Decl {}

    /** Thrift's {@code typedef type name}. */
    record Typedef(Span span, Comments comments, TypeRef type, Name name, List<Option> annotations) implements Decl {}

    /** Thrift's {@code const type name = value}. */
    record Const(Span span, Comments comments, TypeRef type, Name name, Literal value, List<Option> annotations)
            implements Decl {}
}
