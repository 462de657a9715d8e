package dev.fastcodec.golden.thrift;

import dev.fastcodec.golden.thrift.Shape.Need;
import dev.fastcodec.golden.thrift.Shape.Struct;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shapes of the types of a schema that was read from IDL. */
public final class SchemaShapes {
    private final Map<Type, Shape> named = new IdentityHashMap<>();
    private final List<Struct> structs = new ArrayList<>();

    private SchemaShapes(Schema schema) {
        for (SchemaFile file : schema.files()) {
            for (EnumType type : file.enums()) {
                List<Shape.Enumeration.Member> members = new ArrayList<>();
                type.values().forEach(v -> members.add(new Shape.Enumeration.Member(v.name(), v.number())));
                named.put(type, new Shape.Enumeration(type.name(), members));
            }
            for (StructType type : file.structs()) {
                Shape.Kind kind =
                        switch (type.kind()) {
                            case UNION -> Shape.Kind.UNION;
                            case EXCEPTION -> Shape.Kind.EXCEPTION;
                            case STRUCT, MESSAGE -> Shape.Kind.STRUCT;
                        };
                Struct struct = new Struct(kind, file.info().path(), type.name());
                named.put(type, struct);
                structs.add(struct);
            }
        }
        for (SchemaFile file : schema.files()) {
            for (StructType type : file.structs()) {
                Struct struct = (Struct) shape(type);
                type.fields().forEach(f -> struct.fields().add(field(f)));
            }
        }
    }

    /** The structs, unions and exceptions of all files. */
    public static List<Struct> of(Schema schema) {
        return new SchemaShapes(schema).structs;
    }

    private Shape.Field field(Field field) {
        Need need =
                switch (field.presence()) {
                    case REQUIRED -> Need.REQUIRED;
                    case EXPLICIT -> Need.OPTIONAL;
                    case ALWAYS, IMPLICIT -> Need.DEFAULT;
                };
        return new Shape.Field(
                field.number(), field.name(), shape(field.type()), need, value(field.defaultValue(), field.type()));
    }

    private Shape shape(Type type) {
        if (type instanceof Type.ListOf list) {
            return new Shape.ListOf(shape(list.element()));
        } else if (type instanceof Type.SetOf set) {
            return new Shape.SetOf(shape(set.element()));
        } else if (type instanceof Type.MapOf map) {
            return new Shape.MapOf(shape(map.key()), shape(map.value()));
        } else if (type instanceof ScalarType scalar) {
            return switch (scalar) {
                case BOOL -> Shape.Base.BOOL;
                case INT8 -> Shape.Base.I8;
                case INT16 -> Shape.Base.I16;
                case INT32 -> Shape.Base.I32;
                case INT64 -> Shape.Base.I64;
                case DOUBLE -> Shape.Base.DOUBLE;
                case STRING -> Shape.Base.STRING;
                case BYTES -> Shape.Base.BINARY;
                case UUID -> Shape.Base.UUID;
                default -> throw new IllegalArgumentException(scalar.toString());
            };
        }
        Shape shape = named.get(type);
        if (shape == null) {
            throw new IllegalArgumentException(type.toString());
        }
        return shape;
    }

    private @Nullable Object value(@Nullable Value value, Type type) {
        if (value instanceof Value.Bool b) {
            return b.value();
        } else if (value instanceof Value.Int i) {
            return integer(i.value(), type);
        } else if (value instanceof Value.Float f) {
            return f.value();
        } else if (value instanceof Value.Text text) {
            return type == ScalarType.UUID ? UUID.fromString(text.value()) : text.value();
        } else if (value instanceof Value.Bytes bytes) {
            return ByteBuffer.wrap(bytes.value());
        } else if (value instanceof Value.EnumValue e) {
            return e.value().number();
        } else if (value instanceof Value.ListOf list) {
            if (type instanceof Type.SetOf set) {
                Set<Object> elements = new LinkedHashSet<>();
                list.elements().forEach(e -> elements.add(must(e, set.element())));
                return elements;
            }
            Type element = ((Type.ListOf) type).element();
            List<Object> elements = new ArrayList<>();
            list.elements().forEach(e -> elements.add(must(e, element)));
            return elements;
        } else if (value instanceof Value.MapOf map) {
            Type.MapOf of = (Type.MapOf) type;
            Map<Object, Object> entries = new LinkedHashMap<>();
            map.entries().forEach(e -> entries.put(must(e.key(), of.key()), must(e.value(), of.value())));
            return entries;
        } else if (value instanceof Value.Struct struct) {
            StructValue state = new StructValue((Struct) shape(struct.type()));
            struct.fields()
                    .forEach(f -> state.with(
                            f.field().number(), must(f.value(), f.field().type())));
            return state;
        }
        return null;
    }

    private Object must(Value value, Type type) {
        Object converted = value(value, type);
        if (converted == null) {
            throw new IllegalArgumentException(value.toString());
        }
        return converted;
    }

    private static Object integer(long value, Type type) {
        return switch ((ScalarType) type) {
            case INT8 -> (byte) value;
            case INT16 -> (short) value;
            case INT64 -> value;
            case DOUBLE -> (double) value;
            default -> (int) value;
        };
    }
}
