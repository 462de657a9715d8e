package dev.fastcodec.schema;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Options of Protobuf or annotations of Thrift, in the order of the IDL. A name may come more than once: a repeated option, or a key that Thrift has
 * several times.
 *
 * @param all every option
 */
public record Options(List<Option> all) {
    /** No option. */
    public static final Options NONE = new Options(List.of());

    /**
     * One option.
     *
     * @param name {@code java_package}; a custom option of Protobuf by its full name, {@code (shop.rule)}; {@code go.tag}
     * @param value a String for Thrift, {@code "1"} when none was written. For a standard option of Protobuf a Boolean or a String, which is the name of
     *     an enum's value, too. For a custom one a String in Protobuf's text format, texts within quotes. The notation also knows Long, Double, a
     *     read-only {@link ByteBuffer}, and List and Map of all these
     */
    public record Option(String name, Object value) {
        /** The value; a buffer is one that nobody else reads. */
        public Object value() {
            return value instanceof ByteBuffer bytes ? bytes.duplicate() : value;
        }
    }

    /** Copies the list. */
    public Options {
        all = List.copyOf(all);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The names, each once. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        all.forEach(o -> names.add(o.name()));
        return names;
    }

    /** Whether there is an option of this name. */
    public boolean has(String name) {
        return all.stream().anyMatch(o -> o.name().equals(name));
    }

    /** All values of this name, in order; empty when there is none. */
    public List<Object> values(String name) {
        return all.stream()
                .filter(o -> o.name().equals(name))
                .map(Option::value)
                .toList();
    }

    /** The last value of this name, or null. */
    public Object get(String name) {
        List<Object> values = values(name);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    /** All values of this name that are text, in order: those of a Thrift annotation. */
    public List<String> texts(String name) {
        return values(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** The last value of this name that is text, or null. */
    public String text(String name) {
        List<String> texts = texts(name);
        return texts.isEmpty() ? null : texts.get(texts.size() - 1);
    }
}
