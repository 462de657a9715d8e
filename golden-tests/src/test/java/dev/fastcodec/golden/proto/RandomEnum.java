package dev.fastcodec.golden.proto;

import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import java.util.List;

/**
 * An enum that fields of a random schema may have as their type.
 *
 * @param name full name with a leading dot
 * @param closed whether it does not take unknown numbers
 * @param zeroFirst whether its first value is 0, which maps ask for
 * @param constants names of its values
 */
record RandomEnum(String name, boolean closed, boolean zeroFirst, List<String> constants) {
    static RandomEnum of(String scope, EnumDescriptorProto type, Dialect dialect) {
        return new RandomEnum(
                scope + type.getName(),
                dialect.isClosed(type),
                type.getValue(0).getNumber() == 0,
                type.getValueList().stream()
                        .map(EnumValueDescriptorProto::getName)
                        .toList());
    }
}
