package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Options.Setting;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.util.List;

/** Writes one option statement as one record, wrapped in a record for each message on the way to it. */
final class OptionRecord {
    private OptionRecord() {}

    static void write(Setting setting, WireBytes out) {
        write(setting.path(), setting.value(), out);
    }

    private static void write(List<Field> path, Value value, WireBytes out) {
        Field field = path.get(0);
        if (path.size() > 1) {
            WireBytes inner = new WireBytes();
            write(path.subList(1, path.size()), value, inner);
            out.message(field.number(), field.encoding().delimited(), inner);
        } else if (value instanceof Value.Struct struct) {
            out.message(field.number(), field.encoding().delimited(), tree(struct));
        } else if (value instanceof Value.MapOf map) {
            OptionTree tree = new OptionTree();
            tree.merge(path, map);
            tree.write(out);
        } else {
            Type type = field.type() instanceof Type.ListOf list ? list.element() : field.type();
            out.scalar(field.number(), type, value);
        }
    }

    private static WireBytes tree(Value.Struct struct) {
        WireBytes bytes = new WireBytes();
        OptionTree tree = new OptionTree(struct.type());
        tree.merge(struct);
        tree.write(bytes);
        return bytes;
    }

    /** Whether a message is a MessageSet, which is written in a form of its own. */
    static boolean isMessageSet(StructType type) {
        return type.options().isTrue("message_set_wire_format");
    }
}
