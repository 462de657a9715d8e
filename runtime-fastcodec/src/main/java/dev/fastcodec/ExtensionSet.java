package dev.fastcodec;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** The extensions that a message holds, by ascending field number. Lists without elements are not told. Mutable, not thread-safe. */
public final class ExtensionSet implements Copyable {
    private static final int FIRST_CAPACITY = 4;

    private Extension<?, ?>[] extensions = new Extension<?, ?>[FIRST_CAPACITY];
    private Object[] values = new Object[FIRST_CAPACITY];
    private int size;

    /** No extension yet. */
    public ExtensionSet() {}

    /** Whether no extension is there. */
    public boolean isEmpty() {
        for (int i = 0; i < size; i++) {
            if (isSet(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an extension is there; of one that is repeated, whether it has an element. */
    public boolean has(Extension<?, ?> extension) {
        int i = find(extension);
        return i >= 0 && isSet(i);
    }

    private boolean isSet(int i) {
        return !(values[i] instanceof List<?> list) || !list.isEmpty();
    }

    /** Tells all extensions with their values by ascending number; of an enum its number, as {@link Integer}. */
    public void forEach(BiConsumer<Extension<?, ?>, Object> consumer) {
        for (int i = 0; i < size; i++) {
            if (isSet(i)) {
                consumer.accept(extensions[i], values[i]);
            }
        }
    }

    /** How many places {@link #at} and {@link #value} have. For generated code and codecs. */
    public int size() {
        return size;
    }

    /** The extension at a place, by ascending number. For generated code and codecs. */
    public Extension<?, ?> at(int i) {
        return extensions[i];
    }

    /** Its value, as {@link #forEach} tells it, or a list without elements. For generated code and codecs. */
    public Object value(int i) {
        return values[i];
    }

    /** The value of an extension as {@link #forEach} tells it, or null. */
    public Object raw(Extension<?, ?> extension) {
        int i = find(extension);
        return i < 0 ? null : values[i];
    }

    /** Sets the value of an extension as {@link #forEach} tells it: of the right class, which is not checked. */
    public void put(Extension<?, ?> extension, Object raw) {
        int i = find(extension);
        if (i < 0) {
            i = ~i;
            if (size == values.length) {
                extensions = Arrays.copyOf(extensions, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            System.arraycopy(extensions, i, extensions, i + 1, size - i);
            System.arraycopy(values, i, values, i + 1, size - i);
            size++;
            extensions[i] = extension;
        }
        values[i] = raw;
    }

    /** The list of an extension that is repeated, made when there is none. */
    public List<Object> list(Extension<?, ?> extension) {
        @SuppressWarnings("unchecked") // only lists are put for an extension that is repeated
        List<Object> list = (List<Object>) raw(extension);
        if (list == null) {
            list = extension.newList();
            put(extension, list);
        }
        return list;
    }

    /** The message of an extension, made when there is none. */
    public Message<?> message(Extension<?, ?> extension) {
        Message<?> message = (Message<?>) raw(extension);
        if (message == null) {
            message = extension.newMessage();
            put(extension, message);
        }
        return message;
    }

    /** Removes an extension. */
    public void remove(Extension<?, ?> extension) {
        int i = find(extension);
        if (i >= 0) {
            size--;
            System.arraycopy(extensions, i + 1, extensions, i, size - i);
            System.arraycopy(values, i + 1, values, i, size - i);
            extensions[size] = null;
            values[size] = null;
        }
    }

    /** Removes all extensions. */
    public void clear() {
        Arrays.fill(extensions, 0, size, null);
        Arrays.fill(values, 0, size, null);
        size = 0;
    }

    /** Where an extension is, or the complement of where it would be. */
    private int find(Extension<?, ?> extension) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = from + to >>> 1;
            int number = extensions[middle].number();
            if (number < extension.number()) {
                from = middle + 1;
            } else if (number > extension.number()) {
                to = middle;
            } else if (extensions[middle] == extension) {
                return middle;
            } else {
                throw new IllegalArgumentException(extension + " has the number of " + extensions[middle]);
            }
        }
        return ~from;
    }

    /** A deep copy. */
    @Override
    public ExtensionSet copy() {
        ExtensionSet copy = new ExtensionSet();
        copy.extensions = extensions.clone();
        copy.values = new Object[values.length];
        for (int i = 0; i < size; i++) {
            copy.values[i] = Equality.copy(values[i]);
        }
        copy.size = size;
        return copy;
    }

    @Override
    public boolean equals(Object o) {
        if (!(o instanceof ExtensionSet other)) {
            return false;
        }
        int j = 0;
        for (int i = 0; i < size; i++) {
            if (isSet(i)) {
                j = other.nextSet(j);
                if (j == other.size
                        || extensions[i] != other.extensions[j]
                        || !Equality.equal(values[i], other.values[j])) {
                    return false;
                }
                j++;
            }
        }
        return other.nextSet(j) == other.size;
    }

    private int nextSet(int from) {
        int i = from;
        while (i < size && !isSet(i)) {
            i++;
        }
        return i;
    }

    @Override
    public int hashCode() {
        int h = 0;
        for (int i = 0; i < size; i++) {
            if (isSet(i)) {
                h = 31 * h + extensions[i].number() * 31 + Equality.hash(values[i]);
            }
        }
        return h;
    }

    @Override
    public String toString() {
        MessageText text = new MessageText("");
        text.extensions(this);
        return text.toString();
    }
}
