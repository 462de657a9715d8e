package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.fastcodec.Codec;
import dev.fastcodec.golden.support.SameSchema;
import dev.fastcodec.golden.support.Seed;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Types so large that Java's limits would be met if methods were not cut. */
class BigTypesTest {
    private static final int FIELDS = 2000;
    private static final int CONSTANTS = 5000;
    /** HotSpot compiles no method above it. */
    private static final int MOST_BYTECODE = 8000;

    private static final List<Type> TYPES = List.of(
            Type.TYPE_INT32,
            Type.TYPE_STRING,
            Type.TYPE_SINT64,
            Type.TYPE_DOUBLE,
            Type.TYPE_BOOL,
            Type.TYPE_BYTES,
            Type.TYPE_FIXED32,
            Type.TYPE_MESSAGE,
            Type.TYPE_ENUM);

    private static Corpus corpus;

    @BeforeAll
    static void compile() {
        corpus = Corpus.of(List.of(file()));
    }

    private static FileDescriptorProto file() {
        EnumDescriptorProto.Builder many = EnumDescriptorProto.newBuilder().setName("Many");
        for (int i = 0; i < CONSTANTS; i++) {
            many.addValueBuilder().setName("VALUE_" + i).setNumber(i * 3);
        }
        DescriptorProto.Builder big = DescriptorProto.newBuilder().setName("Big");
        for (int i = 0; i < FIELDS; i++) {
            Type type = TYPES.get(i % TYPES.size());
            FieldDescriptorProto.Builder field = big.addFieldBuilder()
                    .setName("field_" + i)
                    .setNumber(i + 1)
                    .setType(type)
                    .setLabel(i % 4 == 3 ? Label.LABEL_REPEATED : Label.LABEL_OPTIONAL);
            if (type == Type.TYPE_MESSAGE) {
                field.setTypeName(".big.Big");
            } else if (type == Type.TYPE_ENUM) {
                field.setTypeName(".big.Many");
            }
        }
        return FileDescriptorProto.newBuilder()
                .setName("big.proto")
                .setPackage("big")
                .setSyntax("proto3")
                .addMessageType(big)
                .addEnumType(many)
                .build();
    }

    @Test
    @SuppressWarnings("unchecked") // the constant of a generated class
    void messageOf2000FieldsRoundTrips() throws ReflectiveOperationException {
        Corpus.Subject big = corpus.subject("big.Big");
        Class<?> type = corpus.compiled().type("big.Big");
        Codec<Object> codec = (Codec<Object>) type.getField("PROTO").get(null);
        RandomValues values = new RandomValues(new SplittableRandom(Seed.value()), true);
        for (int i = 0; i < 50; i++) {
            byte[] theirs = values.message(big.descriptor()).toByteArray();
            Object ours = codec.decode(theirs);
            assertArrayEquals(theirs, codec.encode(ours));
            assertEquals(ours, codec.decode(theirs));
            assertEquals(ours.hashCode(), codec.decode(theirs).hashCode());
            assertTrue(ours.toString().startsWith("Big{"));
        }
    }

    @Test
    void schemaOf2000FieldsAnd5000ValuesIsTheCompilers() {
        assertEquals(FIELDS, SameSchema.check(corpus.compiled()));
    }

    @Test
    void enumOf5000ValuesFindsEach() throws ReflectiveOperationException {
        Class<?> many = corpus.compiled().type("big.Many");
        for (int i = 0; i < CONSTANTS; i++) {
            Field field = many.getField("VALUE_" + i);
            // The part of the class that declares it is not public; only reflection minds.
            field.setAccessible(true);
            Object constant = field.get(null);
            assertEquals(constant, many.getMethod("forNumber", int.class).invoke(null, i * 3));
        }
    }

    @Test
    void everyMethodCanBeCompiledByHotSpot() throws IOException {
        int methods = largeMethods(corpus.compiled().classes())
                + largeMethods(Corpus.random().compiled().classes());
        assertTrue(methods > 2000, methods + " methods");
    }

    /** Demands that every method but initialisers, which run once, is small; gives how many there are. */
    private static int largeMethods(Map<String, byte[]> classes) throws IOException {
        int methods = 0;
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
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
