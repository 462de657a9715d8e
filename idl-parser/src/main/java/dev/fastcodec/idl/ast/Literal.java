package dev.fastcodec.idl.ast;

import dev.fastcodec.idl.source.Span;
import dev.fastcodec.idl.source.Utf8Text;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value as written: in options, defaults, constants and annotations. */
public sealed interface Literal {
    /** Where, sign included. */
    Span span();

    /** An integer of any size, sign applied; decimal, hex and octal are alike here. */
    record Int(Span span, BigInteger value) implements Literal {}

    /** A number with point or exponent, or Protobuf's signed {@code inf} and {@code nan}; sign applied. */
    record Float(Span span, double value) implements Literal {}

    /** A string, adjacent pieces joined, escapes resolved to bytes. */
    record Text(Span span, byte[] bytes) implements Literal {
        /** The bytes as UTF-8; what is not is as in {@link Utf8Text}. */
        public String text() {
            return Utf8Text.decode(bytes, 0).text();
        }
    }

    /** An identifier: {@code true}, an enum value, a constant, {@code inf}. */
    record Ident(Span span, Name name) implements Literal {}

    /** {@code [a, b]} in Thrift values and Protobuf aggregates. */
    record ListOf(Span span, List<Literal> elements) implements Literal {}

    /** Thrift's <code>{k: v}</code>. */
    record MapOf(Span span, List<Entry> entries) implements Literal {}

    /** One entry of a Thrift map. */
    record Entry(Literal key, Literal value) {}

    /** Protobuf's aggregate <code>{ a: 1 [x.y]: 2 }</code>, text format. */
    record Aggregate(Span span, List<AggregateField> fields) implements Literal {}

    /**
     * One field of an aggregate.
     *
     * @param name field name, extension name or type name
     * @param domain what stands before the slash of an {@code [domain/type]} name, else null
     * @param extension whether the name was in brackets
     * @param value the value
     */
    record AggregateField(Span span, Name name, @Nullable Name domain, boolean extension, Literal value) {}
}
