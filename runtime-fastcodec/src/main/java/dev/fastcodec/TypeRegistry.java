package dev.fastcodec;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The extensions that a codec knows: {@code Order.PROTO.with(TypeRegistry.of(ShopExt.ALL))}. Every file with extensions has a generated class with
 * a list of them. Immutable.
 */
public final class TypeRegistry {
    private final Map<Class<?>, Map<Integer, Extension<?, ?>>> byNumber = new HashMap<>();
    private final Map<String, Extension<?, ?>> byName = new LinkedHashMap<>();

    private TypeRegistry() {}

    /**
     * A registry of these extensions.
     *
     * @throws IllegalArgumentException when two have the same name, or the same number for one message
     */
    @SafeVarargs
    public static TypeRegistry of(Collection<Extension<?, ?>>... extensions) {
        TypeRegistry registry = new TypeRegistry();
        Set<Extension<?, ?>> all = new LinkedHashSet<>();
        for (Collection<Extension<?, ?>> some : extensions) {
            all.addAll(some);
        }
        all.forEach(registry::add);
        return registry;
    }

    private void add(Extension<?, ?> extension) {
        Extension<?, ?> other = byNumber.computeIfAbsent(extension.extendee(), c -> new HashMap<>())
                .putIfAbsent(extension.number(), extension);
        if (other == null) {
            other = byName.putIfAbsent(extension.name(), extension);
        }
        if (other != null) {
            throw new IllegalArgumentException(extension + " and " + other + " have the same number or name");
        }
    }

    /** The extension of a bean by its field number, or null. */
    public Extension<?, ?> extension(Class<?> extendee, int number) {
        Map<Integer, Extension<?, ?>> extensions = byNumber.get(extendee);
        return extensions == null ? null : extensions.get(number);
    }

    /** The extension of a full Protobuf name such as {@code shop.priority}, or null. */
    public Extension<?, ?> extension(String name) {
        return byName.get(name);
    }
}
