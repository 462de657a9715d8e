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
import dev.fastcodec.golden.support.MethodSizes;
import dev.fastcodec.golden.support.SameSchema;
import dev.fastcodec.golden.support.Seed;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Types so large that Java's limits would be met if methods were not cut. */
class BigTypesTest {
    private static final int FIELDS = 2000;
    private static final int CONSTANTS = 5000;

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
        int methods = MethodSizes.check(corpus.compiled())
                + MethodSizes.check(Corpus.random().compiled());
        assertTrue(methods > 2000, methods + " methods");
    }
}
