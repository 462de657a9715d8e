package dev.fastcodec.idl.ast;

import dev.fastcodec.idl.source.Span;
import java.util.List;

/** A type as written. Scalars are names too: {@code int32}, {@code string}, {@code i64}. */
public sealed interface TypeRef {
    /** Where. */
    Span span();

    /** Thrift annotations on the type, empty for Protobuf. */
    List<Decl.Option> annotations();

    /** A scalar or declared type. */
    record Named(Span span, Name name, List<Decl.Option> annotations) implements TypeRef {}

    /** Thrift {@code list<T>}. */
    record ListOf(Span span, TypeRef element, List<Decl.Option> annotations) implements TypeRef {}

    /** Thrift {@code set<T>}. */
    record SetOf(Span span, TypeRef element, List<Decl.Option> annotations) implements TypeRef {}

    /** {@code map<K, V>} of both languages. */
    record MapOf(Span span, TypeRef key, TypeRef value, List<Decl.Option> annotations) implements TypeRef {}
}
