package dev.fastcodec.golden.thrift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.thrift.protocol.TType;
import org.jspecify.annotations.Nullable;

/** A type as the tests see it, typedefs followed. */
public sealed interface Shape {
    /** The type's code in the Binary protocol, which libthrift uses everywhere. */
    byte code();

    /** Whether generated Java of libthrift keeps it as a primitive: such a field is written even when nobody set it. */
    default boolean isNumber() {
        return this instanceof Base base && base.number;
    }

    /** The built-in types. */
    enum Base implements Shape {
        BOOL("bool", TType.BOOL, true),
        I8("i8", TType.BYTE, true),
        I16("i16", TType.I16, true),
        I32("i32", TType.I32, true),
        I64("i64", TType.I64, true),
        DOUBLE("double", TType.DOUBLE, true),
        STRING("string", TType.STRING, false),
        BINARY("binary", TType.STRING, false),
        UUID("uuid", TType.UUID, false);

        final String text;
        private final byte code;
        private final boolean number;

        Base(String text, byte code, boolean number) {
            this.text = text;
            this.code = code;
            this.number = number;
        }

        @Override
        public byte code() {
            return code;
        }
    }

    /** An enum. */
    record Enumeration(String name, List<Member> members) implements Shape {
        /** A value of the enum. */
        record Member(String name, int number) {}

        @Override
        public byte code() {
            return TType.I32;
        }

        boolean knows(int number) {
            return members.stream().anyMatch(m -> m.number() == number);
        }
    }

    /** A list. */
    record ListOf(Shape element) implements Shape {
        @Override
        public byte code() {
            return TType.LIST;
        }
    }

    /** A set. */
    record SetOf(Shape element) implements Shape {
        @Override
        public byte code() {
            return TType.SET;
        }
    }

    /** A map. */
    record MapOf(Shape key, Shape value) implements Shape {
        @Override
        public byte code() {
            return TType.MAP;
        }
    }

    /** What a struct-like type is. */
    enum Kind {
        STRUCT("struct"),
        UNION("union"),
        EXCEPTION("exception");

        final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** When a field must be there. */
    enum Need {
        REQUIRED("required "),
        DEFAULT(""),
        OPTIONAL("optional ");

        final String text;

        Need(String text) {
            this.text = text;
        }
    }

    /**
     * A field.
     *
     * @param initial the default value, or null
     */
    record Field(
            int id,
            String name,
            Shape shape,
            Need need,
            @Nullable Object initial) {}

    /** A struct, union or exception of a file; its fields come after it, since types refer to each other. */
    final class Struct implements Shape {
        private final Kind kind;
        private final String path;
        private final String name;
        private final List<Field> fields = new ArrayList<>();
        private final Map<Integer, Field> byId = new HashMap<>();

        Struct(Kind kind, String path, String name) {
            this.kind = kind;
            this.path = path;
            this.name = name;
        }

        /** Struct, union or exception. */
        public Kind kind() {
            return kind;
        }

        /** The file it is declared in. */
        public String path() {
            return path;
        }

        /** Its name in the IDL. */
        public String name() {
            return name;
        }

        /** Fields in the order of the IDL. */
        public List<Field> fields() {
            return fields;
        }

        @Nullable
        Field find(int id) {
            if (byId.size() != fields.size()) {
                fields.forEach(f -> byId.put(f.id(), f));
            }
            return byId.get(id);
        }

        Field field(int id) {
            return Objects.requireNonNull(find(id), () -> name + " field " + id);
        }

        @Override
        public byte code() {
            return TType.STRUCT;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
