package dev.fastcodec.support;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads from a class file how many bytes of bytecode each method has (Java Virtual Machine Specification, chapter 4). */
public final class MethodSizes {
    private MethodSizes() {}

    /** The sizes by name; of methods with one name, the largest. */
    public static Map<String, Integer> of(Class<?> type) throws IOException {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (DataInputStream in = new DataInputStream(type.getResourceAsStream(file))) {
            in.skipNBytes(8);
            Map<Integer, String> names = constants(in);
            in.skipNBytes(6);
            in.skipNBytes(2L * in.readUnsignedShort());
            members(in, names, new HashMap<>());
            Map<String, Integer> sizes = new HashMap<>();
            members(in, names, sizes);
            return sizes;
        }
    }

    private static Map<Integer, String> constants(DataInputStream in) throws IOException {
        Map<Integer, String> names = new HashMap<>();
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> names.put(i, in.readUTF());
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(4);
            }
        }
        return names;
    }

    private static void members(DataInputStream in, Map<Integer, String> names, Map<String, Integer> sizes)
            throws IOException {
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            in.skipNBytes(2);
            String name = names.get(in.readUnsignedShort());
            in.skipNBytes(2);
            for (int j = in.readUnsignedShort(); j > 0; j--) {
                String attribute = names.get(in.readUnsignedShort());
                int length = in.readInt();
                if (attribute.equals("Code")) {
                    in.skipNBytes(4);
                    int code = in.readInt();
                    sizes.merge(name, code, Math::max);
                    length -= 8;
                }
                in.skipNBytes(length);
            }
        }
    }
}
