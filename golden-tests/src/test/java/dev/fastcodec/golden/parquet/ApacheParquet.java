package dev.fastcodec.golden.parquet;

import dev.fastcodec.golden.thrift.Shape;
import dev.fastcodec.golden.thrift.StructValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TEnum;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.TFieldIdEnum;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TMemoryBuffer;

/** What the classes that Apache's Thrift compiler made for Apache Parquet read and write. */
final class ApacheParquet {
    private ApacheParquet() {}

    static FileMetaData read(byte[] footer) throws TException {
        TMemoryBuffer buffer = new TMemoryBuffer(footer.length);
        buffer.write(footer, 0, footer.length);
        FileMetaData metaData = new FileMetaData();
        metaData.read(new TCompactProtocol(buffer));
        return metaData;
    }

    static byte[] write(FileMetaData metaData) throws TException {
        TMemoryBuffer buffer = new TMemoryBuffer(1024);
        metaData.write(new TCompactProtocol(buffer));
        return Arrays.copyOf(buffer.getArray(), buffer.length());
    }

    /** The fields that are set, all the way down. */
    static <T extends TBase<T, F>, F extends TFieldIdEnum> StructValue value(TBase<T, F> object, Shape.Struct type) {
        StructValue value = new StructValue(type);
        for (Shape.Field field : type.fields()) {
            F id = object.fieldForId(field.id());
            if (id != null && object.isSet(id)) {
                value.with(field.id(), value(object.getFieldValue(id), field.shape()));
            }
        }
        return value;
    }

    private static Object value(Object object, Shape shape) {
        if (object instanceof TBase<?, ?> struct) {
            return value(struct, (Shape.Struct) shape);
        } else if (object instanceof TEnum constant) {
            return constant.getValue();
        } else if (object instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        } else if (object instanceof List<?> list && shape instanceof Shape.ListOf of) {
            List<Object> elements = new ArrayList<>();
            list.forEach(e -> elements.add(value(e, of.element())));
            return elements;
        }
        return object;
    }
}
