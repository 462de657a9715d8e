package dev.fastcodec.grpc;

import dev.fastcodec.protobuf.ProtoReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Files of descriptors by what is declared in them. Of a {@code FileDescriptorProto} it reads names, and leaves the rest to those who ask. */
final class DescriptorIndex {
    private static final int DEPTH = 100;

    private final Map<String, Entry> byName = new LinkedHashMap<>();
    private final Map<String, Entry> bySymbol = new HashMap<>();
    private final Map<String, Map<Integer, Entry>> byExtension = new HashMap<>();

    /** A file: its bytes, and what it imports. */
    private record Entry(byte[] bytes, List<String> imports) {}

    /** Adds the files of a {@code FileDescriptorSet}, but for those that are there. */
    void add(byte[] set) {
        for (Field file : new Fields(set, 0, set.length).of(1)) {
            String name = file.fields().text(1);
            if (!byName.containsKey(name)) {
                List<String> imports = new ArrayList<>();
                file.fields().of(3).forEach(f -> imports.add(f.text()));
                Entry entry = new Entry(file.bytes(), imports);
                byName.put(name, entry);
                String packageName = file.fields().text(2);
                declare(entry, file.fields(), packageName.isEmpty() ? "" : packageName + ".", new int[] {4, 5, 7});
                for (Field service : file.fields().of(6)) {
                    String fullName = (packageName.isEmpty() ? "" : packageName + ".")
                            + service.fields().text(1);
                    bySymbol.put(fullName, entry);
                    service.fields()
                            .of(2)
                            .forEach(m ->
                                    bySymbol.put(fullName + "." + m.fields().text(1), entry));
                }
            }
        }
    }

    /** @param numbers of the fields that hold messages, enums and extensions */
    private void declare(Entry entry, Fields parent, String prefix, int[] numbers) {
        for (Field message : parent.of(numbers[0])) {
            String fullName = prefix + message.fields().text(1);
            bySymbol.put(fullName, entry);
            declare(entry, message.fields(), fullName + ".", new int[] {3, 4, 6});
        }
        parent.of(numbers[1]).forEach(e -> bySymbol.put(prefix + e.fields().text(1), entry));
        for (Field extension : parent.of(numbers[2])) {
            bySymbol.put(prefix + extension.fields().text(1), entry);
            String extendee = extension.fields().text(2);
            byExtension
                    .computeIfAbsent(extendee.startsWith(".") ? extendee.substring(1) : extendee, e -> new TreeMap<>())
                    .put((int) extension.fields().number(3), entry);
        }
    }

    /** Whether a type, service or method of this full name is declared. */
    boolean declares(String symbol) {
        return bySymbol.containsKey(symbol);
    }

    /** The file of this path and all that it imports, itself first; empty when it is not there. */
    Collection<byte[]> file(String path) {
        return withImports(byName.get(path));
    }

    /** The file that declares a name, as {@link #file}. */
    Collection<byte[]> declaring(String symbol) {
        return withImports(bySymbol.get(symbol));
    }

    /** The file that declares an extension, as {@link #file}. */
    Collection<byte[]> extending(String message, int number) {
        return withImports(byExtension.getOrDefault(message, Map.of()).get(number));
    }

    /** The numbers of all extensions of a message, ascending. */
    Set<Integer> extensions(String message) {
        return new TreeSet<>(byExtension.getOrDefault(message, Map.of()).keySet());
    }

    private Collection<byte[]> withImports(@Nullable Entry entry) {
        Map<Entry, byte[]> all = new LinkedHashMap<>();
        collect(entry, all);
        return all.values();
    }

    private void collect(@Nullable Entry entry, Map<Entry, byte[]> all) {
        if (entry != null && all.putIfAbsent(entry, entry.bytes) == null) {
            entry.imports.forEach(path -> collect(byName.get(path), all));
        }
    }

    /** A field of any type: where its content is, or its number. */
    private record Field(int number, byte[] b, int from, int to, long value) {
        Fields fields() {
            return new Fields(b, from, to);
        }

        String text() {
            return new String(b, from, to - from, StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return java.util.Arrays.copyOfRange(b, from, to);
        }
    }

    /** The fields of a message. */
    private record Fields(byte[] b, int from, int to) {
        List<Field> of(int number) {
            List<Field> found = new ArrayList<>();
            ProtoReader r = new ProtoReader(DEPTH);
            for (int p = from; p < to; ) {
                p = r.tag(b, p);
                int tag = r.tag;
                if ((tag & 7) == 2) {
                    p = r.length(b, p, to);
                    if (tag >>> 3 == number) {
                        found.add(new Field(number, b, p, p + r.n, 0));
                    }
                    p += r.n;
                } else {
                    if (tag >>> 3 == number && (tag & 7) == 0) {
                        r.varint(b, p);
                        found.add(new Field(number, b, p, p, r.v));
                    }
                    p = r.skip(b, p, to, tag);
                }
            }
            return found;
        }

        String text(int number) {
            List<Field> found = of(number);
            return found.isEmpty() ? "" : found.get(found.size() - 1).text();
        }

        long number(int number) {
            List<Field> found = of(number);
            return found.isEmpty() ? 0 : found.get(found.size() - 1).value;
        }
    }
}
