package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import dev.fastcodec.protobuf.ProtoReader;
import dev.fastcodec.text.RealText;
import dev.fastcodec.text.TextStrings;

/** Defaults as descriptors spell them (descriptor.proto, FieldDescriptorProto.default_value). */
final class DefaultText {
    private DefaultText() {}

    static String of(Value value, Type type) {
        if (value instanceof Value.Bool v) {
            return Boolean.toString(v.value());
        } else if (value instanceof Value.Int v) {
            boolean unsigned = type == ScalarType.UINT64 || type == ScalarType.FIXED64;
            return unsigned ? Long.toUnsignedString(v.value()) : Long.toString(v.value());
        } else if (value instanceof Value.Float v) {
            return type == ScalarType.FLOAT ? RealText.of((float) v.value()) : RealText.of(v.value());
        } else if (value instanceof Value.Text v) {
            return v.value();
        } else if (value instanceof Value.Bytes v) {
            return type == ScalarType.STRING
                    ? ProtoReader.lenientString(v.value(), 0, v.value().length)
                    : TextStrings.escape(v.value());
        } else if (value instanceof Value.EnumValue v) {
            return v.value().name();
        }
        throw new IllegalArgumentException("no default: " + value);
    }
}
