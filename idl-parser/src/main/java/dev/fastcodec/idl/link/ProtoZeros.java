package dev.fastcodec.idl.link;

import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.util.List;

/** What a value is when nothing is said. */
final class ProtoZeros {
    private ProtoZeros() {}

    /** Zero, false, empty, the first value of an enum, a message without fields. */
    static Value of(Type type) {
        if (type instanceof EnumType anEnum) {
            return new Value.EnumValue(anEnum, anEnum.values().get(0));
        } else if (type instanceof StructType struct) {
            return new Value.Struct(struct, List.of());
        } else if (type instanceof ScalarType scalar) {
            return switch (scalar) {
                case BOOL -> new Value.Bool(false);
                case FLOAT, DOUBLE -> new Value.Float(0);
                case STRING -> new Value.Text("");
                case BYTES -> new Value.Bytes(new byte[0]);
                default -> new Value.Int(0);
            };
        }
        throw new IllegalArgumentException(type.toString());
    }
}
