package dev.fastcodec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Unmodifiable sets and maps in the order of the IDL, for generated constants and defaults. */
public final class Constants {
    private Constants() {}

    /** A set of these elements; one that comes twice counts once. */
    @SafeVarargs
    public static <T> Set<T> setOf(T... elements) {
        Set<T> set = new LinkedHashSet<>();
        for (T element : elements) {
            set.add(element);
        }
        return Collections.unmodifiableSet(set);
    }

    /** A map of these entries; the last of two with one key wins. */
    @SafeVarargs
    public static <K, V> Map<K, V> mapOf(Map.Entry<K, V>... entries) {
        Map<K, V> map = new LinkedHashMap<>();
        for (Map.Entry<K, V> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(map);
    }
}
