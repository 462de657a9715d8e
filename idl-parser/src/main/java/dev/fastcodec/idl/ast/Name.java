package dev.fastcodec.idl.ast;

import dev.fastcodec.idl.source.Span;

/**
 * A name as written, without white space and comments between its parts: {@code foo}, {@code a.b.C}, {@code .a.b.C}.
 *
 * @param span where
 * @param text the name
 */
public record Name(Span span, String text) {
    @Override
    public String toString() {
        return text;
    }
}
