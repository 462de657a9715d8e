package dev.fastcodec.golden.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;

/** The bytecode that methods of generated classes have. */
public final class MethodSizes {
    /** HotSpot compiles no method above it. */
    private static final int MOST_BYTECODE = 8000;

    private MethodSizes() {}

    /** Demands that every method but initialisers, which run once, is small; gives how many there are. */
    public static int check(Compiled compiled) throws IOException {
        int methods = 0;
        for (Map.Entry<String, byte[]> each : compiled.classes().entrySet()) {
            methods += checkMethods(each.getKey(), each.getValue());
        }
        return methods;
    }

    /** Reads a class file as far as needed (The Java Virtual Machine Specification, chapter 4). */
    private static int checkMethods(String className, byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        in.skipBytes(8);
        String[] texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                default -> throw new AssertionError("constant of kind " + tag);
            }
        }
        in.skipBytes(6);
        in.skipBytes(2 * in.readUnsignedShort());
        members(in, texts, className, false);
        return members(in, texts, className, true);
    }

    private static int members(DataInputStream in, String[] texts, String className, boolean check) throws IOException {
        int members = in.readUnsignedShort();
        for (int i = 0; i < members; i++) {
            in.skipBytes(2);
            String name = texts[in.readUnsignedShort()];
            in.skipBytes(2);
            for (int n = in.readUnsignedShort(); n > 0; n--) {
                String attribute = texts[in.readUnsignedShort()];
                byte[] content = new byte[in.readInt()];
                in.readFully(content);
                boolean runsOnce = name.equals("<clinit>") || name.equals("$values");
                if (check && attribute.equals("Code") && !runsOnce) {
                    DataInputStream code = new DataInputStream(new ByteArrayInputStream(content));
                    code.skipBytes(4);
                    int length = code.readInt();
                    assertTrue(length < MOST_BYTECODE, className + "." + name + " has " + length + " bytes");
                }
            }
        }
        return members;
    }
}
