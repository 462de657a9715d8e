package dev.fastcodec;

import dev.fastcodec.protobuf.UnknownExtensions;
import java.util.List;

/** What {@link Extendable} does with extensions. */
final class ExtensionAccess {
    private ExtensionAccess() {}

    /** The extensions, among which this one is if it is anywhere; may be null. */
    private static ExtensionSet with(Extendable<?> m, Extension<?, ?> x) {
        UnknownFields unknown = m.unknownFields();
        if (unknown != null && UnknownExtensions.isIn(unknown, x)) {
            UnknownExtensions.take(unknown, x, m.mutableExtensions());
        }
        return m.extensions();
    }

    static <T> T get(Extendable<?> m, Extension<?, T> x) {
        ExtensionSet all = with(m, x);
        Object value = all == null ? null : all.raw(x);
        if (value == null && x.isRepeated()) {
            value = m.mutableExtensions().list(x);
        }
        return value == null ? x.defaultValue() : x.value(value);
    }

    static <M extends Extendable<M>, T> M set(Extendable<M> m, Extension<M, T> x, T value) {
        clear(m, x);
        if (value != null) {
            m.mutableExtensions().put(x, x.raw(value));
        }
        return self(m);
    }

    static boolean has(Extendable<?> m, Extension<?, ?> x) {
        ExtensionSet all = m.extensions();
        UnknownFields unknown = m.unknownFields();
        return all != null && all.has(x) || unknown != null && UnknownExtensions.isIn(unknown, x);
    }

    static <M extends Extendable<M>> M clear(Extendable<M> m, Extension<M, ?> x) {
        UnknownFields unknown = m.unknownFields();
        if (unknown != null && UnknownExtensions.isIn(unknown, x)) {
            UnknownExtensions.remove(unknown, x);
        }
        ExtensionSet all = m.extensions();
        if (all != null) {
            all.remove(x);
        }
        return self(m);
    }

    static <T extends Message<T>> T mutable(Extendable<?> m, Extension<?, T> x) {
        with(m, x);
        return x.value(m.mutableExtensions().message(x));
    }

    static <M extends Extendable<M>, E> M add(Extendable<M> m, Extension<M, ? extends List<E>> x, E element) {
        get(m, x).add(element);
        return self(m);
    }

    static <E extends Message<E>> E add(Extendable<?> m, Extension<?, ? extends List<E>> x) {
        return ((MessageList<E>) get(m, x)).add();
    }

    @SuppressWarnings("unchecked") // M is the bean's own class
    private static <M extends Extendable<M>> M self(Extendable<M> m) {
        return (M) m;
    }
}
