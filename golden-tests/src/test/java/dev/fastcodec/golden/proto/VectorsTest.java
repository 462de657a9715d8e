package dev.fastcodec.golden.proto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.fastcodec.DecodeException;
import dev.fastcodec.golden.proto.Corpus.Subject;
import dev.fastcodec.golden.support.Vectors;
import dev.fastcodec.golden.support.Vectors.Vector;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The byte vectors: what protobuf-java writes, takes and refuses, generated code writes, takes and refuses too. */
class VectorsTest {
    /** What is told of each hostile vector: kind, offset, path. */
    private static final Map<String, String> REFUSALS = """
            tag-varint-11-bytes MALFORMED_VARINT 0 M
            tag-0 INVALID_TAG 0 M
            field-number-0 INVALID_TAG 0 M
            field-number-2-29 INVALID_TAG 0 M
            wire-type-6 INVALID_TAG 0 M
            wire-type-7 INVALID_TAG 0 M
            end-group-alone INVALID_TAG 0 M
            end-group-mismatch INVALID_TAG 1 M.msg
            group-unfinished TRUNCATED 1 M.msg
            varint-truncated TRUNCATED 2 M.n
            int32-varint-11-bytes MALFORMED_VARINT 1 M.n
            length-2g TRUNCATED 6 M.msg
            length-minus-1 NEGATIVE_SIZE 5 M.msg
            length-minus-1-long NEGATIVE_SIZE 10 M.msg
            length-2-31 NEGATIVE_SIZE 5 M.msg
            packed-2g SIZE 6 M.packed[0]
            fixed32-truncated TRUNCATED 4 M.fx
            utf8-bad-continuation INVALID_UTF8 2 M.msg
            utf8-surrogate INVALID_UTF8 2 M.msg
            utf8-overlong INVALID_UTF8 2 M.msg
            depth-101 DEPTH 238 M.self{99}.self.self
            group-depth-101 DEPTH 100 M.15
            """.lines()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));

    private static final Corpus CORPUS = Corpus.of(List.of(file()));
    private static final Subject M = CORPUS.subject("vectors.M");

    /** The message that the vectors' file describes. */
    static FileDescriptorProto file() {
        DescriptorProto.Builder m = DescriptorProto.newBuilder().setName("M");
        add(m, "msg", 1, Type.TYPE_STRING);
        add(m, "n", 2, Type.TYPE_INT32);
        add(m, "s32", 3, Type.TYPE_SINT32);
        add(m, "packed", 4, Type.TYPE_INT32);
        m.getFieldBuilder(3).setLabel(Label.LABEL_REPEATED);
        add(m, "b", 5, Type.TYPE_BOOL);
        add(m, "self", 6, Type.TYPE_MESSAGE);
        m.getFieldBuilder(5).setTypeName(".vectors.M");
        add(m, "m", 7, Type.TYPE_MESSAGE);
        m.getFieldBuilder(6).setLabel(Label.LABEL_REPEATED).setTypeName(".vectors.M.MEntry");
        DescriptorProto.Builder entry = m.addNestedTypeBuilder().setName("MEntry");
        entry.getOptionsBuilder().setMapEntry(true);
        add(entry, "key", 1, Type.TYPE_INT32);
        add(entry, "value", 2, Type.TYPE_STRING);
        add(m, "by", 8, Type.TYPE_BYTES);
        add(m, "i64", 9, Type.TYPE_INT64);
        add(m, "d", 10, Type.TYPE_DOUBLE);
        add(m, "f", 11, Type.TYPE_FLOAT);
        add(m, "fx", 12, Type.TYPE_FIXED32);
        add(m, "s64", 13, Type.TYPE_SINT64);
        add(m, "u32", 14, Type.TYPE_UINT32);
        return FileDescriptorProto.newBuilder()
                .setName("vectors.proto")
                .setSyntax("proto3")
                .setPackage("vectors")
                .addMessageType(m)
                .build();
    }

    private static void add(DescriptorProto.Builder message, String name, int number, Type type) {
        message.addFieldBuilder().setName(name).setNumber(number).setType(type).setLabel(Label.LABEL_OPTIONAL);
    }

    static List<Vector> written() {
        return Vectors.read("protobuf.checked.tsv");
    }

    static List<Vector> odd() {
        return Vectors.read("protobuf-odd.checked.tsv");
    }

    static List<Vector> hostile() {
        return Vectors.read("hostile-protobuf.checked.tsv");
    }

    @ParameterizedTest
    @MethodSource
    void written(Vector vector) throws Exception {
        Object bean = M.codec().decode(vector.bytes());
        new Same(CORPUS).check(DynamicMessage.parseFrom(M.descriptor(), vector.bytes()), bean);
        assertArrayEquals(vector.bytes(), M.codec().encode(bean));
    }

    @ParameterizedTest
    @MethodSource
    void odd(Vector vector) throws Exception {
        DynamicMessage expected = Canonical.of(DynamicMessage.parseFrom(M.descriptor(), vector.bytes()));
        Object bean = M.codec().decode(vector.bytes());
        new Same(CORPUS).check(expected, bean);
        assertArrayEquals(expected.toByteArray(), M.codec().encode(bean));
    }

    @ParameterizedTest
    @MethodSource
    void hostile(Vector vector) {
        assertThrows(
                InvalidProtocolBufferException.class, () -> DynamicMessage.parseFrom(M.descriptor(), vector.bytes()));
        DecodeException e = assertThrows(DecodeException.class, () -> M.codec().decode(vector.bytes()));
        String told = e.kind() + " " + e.offset() + " " + e.path().replaceFirst("(\\.self){99}", ".self{99}");
        assertEquals(REFUSALS.get(vector.name()), told, e.getMessage());
    }
}
