package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Options.Setting;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A message in the making: what statements set, merged as a parser merges records, and written as a message is, with its
 * fields in the order of their numbers.
 */
final class OptionTree {
    static final String SOURCE = "RETENTION_SOURCE";

    private final boolean messageSet;
    private final NavigableMap<Integer, Slot> slots = new TreeMap<>();

    /** The values of a field: scalars as values, messages as trees, what is in a map as entries. */
    private record Slot(Field field, List<Object> values) {}

    /** An entry of a map, its value a scalar or a tree. */
    private record Entry(@Nullable Value key, @Nullable Object value) {}

    /** The options message of a declaration. */
    OptionTree() {
        this.messageSet = false;
    }

    /** A message inside of it. */
    OptionTree(StructType type) {
        this.messageSet = OptionRecord.isMessageSet(type);
    }

    /** What these statements set together, without what is for the source alone. */
    static OptionTree ofRuntime(List<Setting> settings) {
        OptionTree tree = new OptionTree();
        for (Setting setting : settings) {
            tree.merge(setting.path(), setting.value());
        }
        tree.strip();
        return tree;
    }

    /** Adds what one statement sets. */
    void merge(List<Field> path, Value value) {
        Field field = path.get(0);
        if (path.size() > 1) {
            child(field).merge(path.subList(1, path.size()), value);
        } else {
            put(field, value);
        }
    }

    /** Adds the fields of a message. */
    void merge(Value.Struct struct) {
        for (Value.FieldValue part : struct.fields()) {
            if (part.value() instanceof Value.Any any) {
                any(any);
            } else {
                put(part.field(), part.value());
            }
        }
    }

    private void any(Value.Any any) {
        List<Field> fields = any.type().fields();
        OptionTree held = new OptionTree(any.message().type());
        held.merge(any.message());
        WireBytes bytes = new WireBytes();
        held.write(bytes);
        put(fields.get(0), new Value.Text(any.url()));
        put(fields.get(1), new Value.Bytes(bytes.toByteArray()));
    }

    private void put(Field field, Value value) {
        if (value instanceof Value.Struct struct) {
            child(field).merge(struct);
            return;
        } else if (value instanceof Value.MapOf map) {
            map.entries().forEach(e -> slot(field).values().add(entry(e)));
            return;
        }
        Slot slot = slot(field);
        if (!isRepeated(field)) {
            slot.values().clear();
        }
        slot.values().add(value);
    }

    private static Entry entry(Value.Entry entry) {
        if (!(entry.value() instanceof Value.Struct struct)) {
            return new Entry(entry.key(), entry.value());
        }
        OptionTree tree = new OptionTree(struct.type());
        tree.merge(struct);
        return new Entry(entry.key(), tree);
    }

    private OptionTree child(Field field) {
        Slot slot = slot(field);
        if (!isRepeated(field) && !slot.values().isEmpty()) {
            return (OptionTree) slot.values().get(0);
        }
        Type type = field.type() instanceof Type.ListOf list ? list.element() : field.type();
        OptionTree child = new OptionTree((StructType) type);
        slot.values().add(child);
        return child;
    }

    /** The values of a field; setting a member of a oneof unsets the others. */
    private Slot slot(Field field) {
        if (field.oneof() != null) {
            slots.values().removeIf(s -> s.field() != field && s.field().oneof() == field.oneof());
        }
        Slot slot = slots.get(field.number());
        if (slot == null) {
            slot = new Slot(field, new ArrayList<>());
            slots.put(field.number(), slot);
        }
        return slot;
    }

    private static boolean isRepeated(Field field) {
        return field.type() instanceof Type.ListOf || field.type() instanceof Type.MapOf;
    }

    /** Leaves out what is for the source only; groups are not looked into, as protoc does not. */
    void strip() {
        slots.values().removeIf(s -> SOURCE.equals(s.field().options().text("retention")));
        for (Slot slot : slots.values()) {
            if (!slot.field().encoding().delimited()) {
                for (Object value : slot.values()) {
                    Object message = value instanceof Entry entry ? entry.value() : value;
                    if (message instanceof OptionTree child) {
                        child.strip();
                    }
                }
            }
        }
    }

    /** Writes the fields. */
    void write(WireBytes out) {
        for (Slot slot : slots.values()) {
            write(slot, out);
        }
    }

    private void write(Slot slot, WireBytes out) {
        Field field = slot.field();
        if (field.encoding().packed()) {
            out.packed(field.number(), ((Type.ListOf) field.type()).element(), slot.values());
            return;
        }
        for (Object value : slot.values()) {
            if (value instanceof OptionTree child) {
                WireBytes inner = new WireBytes();
                child.write(inner);
                if (messageSet) {
                    out.messageSetItem(field.number(), inner);
                } else {
                    out.message(field.number(), field.encoding().delimited(), inner);
                }
            } else if (value instanceof Entry entry && field.type() instanceof Type.MapOf type) {
                out.message(field.number(), false, bytes(type, entry));
            } else if (field.presence() != Field.Presence.IMPLICIT
                    || isRepeated(field)
                    || !WireBytes.isZero((Value) value)) {
                out.scalar(field.number(), elementOf(field), (Value) value);
            }
        }
    }

    private static Type elementOf(Field field) {
        return field.type() instanceof Type.ListOf list ? list.element() : field.type();
    }

    private static WireBytes bytes(Type.MapOf type, Entry entry) {
        WireBytes bytes = new WireBytes();
        half(1, type.key(), entry.key(), bytes);
        half(2, type.value(), entry.value(), bytes);
        return bytes;
    }

    private static void half(int number, Type type, @Nullable Object value, WireBytes out) {
        if (value instanceof OptionTree tree) {
            WireBytes inner = new WireBytes();
            tree.write(inner);
            out.message(number, false, inner);
        } else if (value != null) {
            out.scalar(number, type, (Value) value);
        }
    }
}
