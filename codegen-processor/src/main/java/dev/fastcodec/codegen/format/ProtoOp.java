package dev.fastcodec.codegen.format;

import com.palantir.javapoet.CodeBlock;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import dev.fastcodec.idl.schema.ScalarType;

/**
 * How a value that is no container stands on Protobuf's wire.
 *
 * @param wireType 0 varint, 1 eight bytes, 2 length-delimited, 5 four bytes
 * @param most bytes at the most, without the content of strings and bytes
 * @param write method of {@code ProtoWriter} for one value
 * @param packed what follows {@code packed} in the methods of the writer and the reader for lists
 * @param unpacked method of the writer for a list with a tag before each element
 */
record ProtoOp(int wireType, int most, String write, String packed, String unpacked) {
    private static final int START_GROUP = 3;

    static ProtoOp of(ValuePlan value) {
        if (value instanceof ValuePlan.Scalar s) {
            return of(s.type());
        }
        // An enum is written like an int32; a message is its length and its fields.
        return value instanceof ValuePlan.Enumeration ? of(ScalarType.INT32) : new ProtoOp(2, 5, "", "", "");
    }

    private static ProtoOp of(ScalarType type) {
        return switch (type) {
            case BOOL -> new ProtoOp(0, 1, "bool", "Bool", "bools");
            case INT32 -> new ProtoOp(0, 10, "int32", "Int32", "int32s");
            case INT64, UINT64 -> new ProtoOp(0, 10, "varint64", "Int64", "int64s");
            case UINT32 -> new ProtoOp(0, 5, "varint32", "UInt32", "uint32s");
            case SINT32 -> new ProtoOp(0, 5, "sint32", "SInt32", "sint32s");
            case SINT64 -> new ProtoOp(0, 10, "sint64", "SInt64", "sint64s");
            case FIXED32, SFIXED32 -> new ProtoOp(5, 4, "fixed32", "Fixed32", "fixed32s");
            case FIXED64, SFIXED64 -> new ProtoOp(1, 8, "fixed64", "Fixed64", "fixed64s");
            case FLOAT -> new ProtoOp(5, 4, "float32", "Float", "floats");
            case DOUBLE -> new ProtoOp(1, 8, "float64", "Double", "doubles");
            case STRING -> new ProtoOp(2, 5, "string", "", "strings");
            case BYTES -> new ProtoOp(2, 5, "bytes", "", "bytesList");
            case INT8, INT16, UUID -> throw new IllegalArgumentException(type + " is no type of Protobuf");
        };
    }

    boolean isPackable() {
        return wireType != 2;
    }

    /** The tag of a field of this kind. */
    int tag(int number) {
        return number << 3 | wireType;
    }

    /** The tag with which a field is written; a packed list is length-delimited, and so are maps. */
    static int tag(FieldPlan field) {
        if (field.delimited()) {
            return field.number() << 3 | START_GROUP;
        } else if (field.value() instanceof ValuePlan.ListOf list && !field.packed()) {
            return of(list.element()).tag(field.number());
        } else if (field.value().isContainer()) {
            return field.number() << 3 | 2;
        }
        return of(field.value()).tag(field.number());
    }

    /** Bytes that a tag takes. */
    static int sizeOfTag(int tag) {
        int bits = 32 - Integer.numberOfLeadingZeros(tag);
        return (bits + 6) / 7;
    }

    /** Writes a tag in front of {@code p}. */
    static CodeBlock writeTag(int tag) {
        return switch (sizeOfTag(tag)) {
            case 1 -> CodeBlock.of("b[--p] = $L;\n", tag);
            case 2 ->
                CodeBlock.of("p = $T.fixed16(b, p, $L);\n", ProtoFormat.WRITER, tag >>> 7 << 8 | tag & 0x7f | 0x80);
            default -> CodeBlock.of("p = $T.varint32(b, p, $L);\n", ProtoFormat.WRITER, tag);
        };
    }
}
