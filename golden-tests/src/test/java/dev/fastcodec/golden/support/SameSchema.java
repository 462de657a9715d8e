package dev.fastcodec.golden.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.codegen.plan.StructPlan;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.FileInfo.Language;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import dev.fastcodec.schema.EnumSchema;
import dev.fastcodec.schema.FieldSchema;
import dev.fastcodec.schema.FieldType;
import dev.fastcodec.schema.FileSchema;
import dev.fastcodec.schema.MessageSchema;
import dev.fastcodec.schema.ServiceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what {@code SCHEMA} of generated classes says with the schema that they were made from. */
public final class SameSchema {
    private final Compiled compiled;

    private SameSchema(Compiled compiled) {
        this.compiled = compiled;
    }

    /** Compares every file of which a bean was generated; gives how many fields there are. */
    public static int check(Compiled compiled) {
        SameSchema same = new SameSchema(compiled);
        int fields = 0;
        for (SchemaFile file : compiled.schema().requested()) {
            fields += file.structs().isEmpty() ? 0 : same.file(file);
        }
        return fields;
    }

    private int file(SchemaFile file) {
        List<StructType> structs = new ArrayList<>();
        List<EnumType> enums = new ArrayList<>();
        file.structs().forEach(s -> collect(s, structs, enums));
        enums.addAll(file.enums());
        List<MessageSchema> messages = compiled.structs().values().stream()
                .filter(p -> p.source().equals(file.info().path()))
                .map(this::schema)
                .toList();
        FileSchema actual = messages.get(0).file();
        assertEquals(file.info().path(), actual.path());
        assertEquals(file.info().language() == Language.THRIFT, actual.isThrift());
        assertEquals(actual.isThrift() ? "thrift" : file.info().edition(), actual.syntax());
        assertEquals(file.info().packageName(), actual.packageName());
        assertEquals(file.info().namespaces(), actual.namespaces());
        options(file.info().options(), actual.options());
        assertEquals(structs.size(), actual.messages().size());
        int fields = 0;
        for (int i = 0; i < structs.size(); i++) {
            message(structs.get(i), actual.messages().get(i));
            assertTrue(
                    messages.contains(actual.messages().get(i)), structs.get(i).fullName());
            fields += structs.get(i).fields().size();
        }
        assertEquals(enums.size(), actual.enums().size());
        for (int i = 0; i < enums.size(); i++) {
            enumeration(enums.get(i), actual.enums().get(i));
        }
        assertEquals(file.services().size(), actual.services().size());
        for (int i = 0; i < file.services().size(); i++) {
            service(file.services().get(i), actual.services().get(i));
        }
        return fields;
    }

    private static void collect(StructType struct, List<StructType> structs, List<EnumType> enums) {
        structs.add(struct);
        struct.body().structs().forEach(s -> collect(s, structs, enums));
        enums.addAll(struct.body().enums());
    }

    private MessageSchema schema(StructPlan plan) {
        try {
            return (MessageSchema) compiled.type(plan.name()).getField("SCHEMA").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void message(StructType expected, MessageSchema actual) {
        assertEquals(expected.name(), actual.name());
        assertEquals(expected.fullName(), actual.fullName());
        assertEquals(expected.kind().name(), actual.kind().name());
        fields(expected.fields(), actual.fields());
        for (FieldSchema field : actual.fields()) {
            assertSame(field, actual.field(field.number()));
            assertSame(field, actual.field(field.name()));
        }
        assertEquals(
                expected.body().oneofs().stream().map(o -> o.name()).toList(),
                actual.oneofs().stream().map(o -> o.name()).toList());
        for (int i = 0; i < actual.oneofs().size(); i++) {
            options(
                    expected.body().oneofs().get(i).options(),
                    actual.oneofs().get(i).options());
        }
        options(expected.options(), actual.options());
    }

    private static void fields(List<Field> expected, List<FieldSchema> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            field(expected.get(i), actual.get(i));
        }
    }

    private static void field(Field expected, FieldSchema actual) {
        assertEquals(expected.name(), actual.name());
        assertEquals(expected.number(), actual.number());
        type(expected.type(), actual.type());
        assertEquals(expected.presence().name(), actual.presence().name());
        assertEquals(expected.jsonName(), actual.jsonName());
        assertEquals(expected.oneof() == null ? null : expected.oneof().name(), actual.oneof());
        assertEquals(expected.defaultValue() != null, actual.hasDefault());
        if (expected.defaultValue() == null) {
            assertNull(actual.defaultValue());
        } else {
            assertEquals(
                    SchemaValues.typed(expected.defaultValue(), expected.type()),
                    SchemaValues.comparable(actual.defaultValue()));
        }
        options(expected.options(), actual.options());
    }

    private static void type(@Nullable Type expected, @Nullable FieldType actual) {
        if (expected instanceof ScalarType scalar) {
            assertEquals(scalar.name(), ((Enum<?>) actual).name());
        } else if (expected instanceof StructType struct) {
            MessageSchema message = (MessageSchema) actual;
            assertEquals(struct.fullName(), message.fullName());
            assertEquals(struct.file().path(), message.file().path());
            assertTrue(message.file().messages().contains(message));
        } else if (expected instanceof EnumType type) {
            EnumSchema e = (EnumSchema) actual;
            assertEquals(type.fullName(), e.fullName());
            assertEquals(type.file().path(), e.file().path());
            assertTrue(e.file().enums().contains(e));
        } else if (expected instanceof Type.ListOf list) {
            type(list.element(), ((FieldType.ListOf) actual).element());
        } else if (expected instanceof Type.SetOf set) {
            type(set.element(), ((FieldType.SetOf) actual).element());
        } else if (expected instanceof Type.MapOf map) {
            type(map.key(), ((FieldType.MapOf) actual).key());
            type(map.value(), ((FieldType.MapOf) actual).value());
        } else {
            assertNull(expected);
            assertNull(actual);
        }
    }

    private static void enumeration(EnumType expected, EnumSchema actual) {
        assertEquals(expected.name(), actual.name());
        assertEquals(expected.fullName(), actual.fullName());
        assertEquals(expected.closed(), actual.isClosed());
        options(expected.options(), actual.options());
        assertEquals(expected.values().size(), actual.values().size());
        for (int i = 0; i < expected.values().size(); i++) {
            EnumType.Value value = expected.values().get(i);
            assertEquals(value.name(), actual.values().get(i).name());
            assertEquals(value.number(), actual.values().get(i).number());
            assertSame(actual.values().get(i), actual.value(value.name()));
            assertEquals(value.number(), actual.value(value.number()).number());
            options(value.options(), actual.values().get(i).options());
        }
    }

    private static void service(Service expected, ServiceSchema actual) {
        assertEquals(expected.name(), actual.name());
        assertEquals(expected.fullName(), actual.fullName());
        assertEquals(expected.base() == null, actual.base() == null);
        options(expected.options(), actual.options());
        assertEquals(expected.methods().size(), actual.methods().size());
        for (int i = 0; i < expected.methods().size(); i++) {
            Service.Method method = expected.methods().get(i);
            ServiceSchema.Method same = actual.methods().get(i);
            assertSame(same, actual.method(method.name()));
            fields(method.parameters(), same.parameters());
            type(method.result(), same.result());
            fields(method.exceptions(), same.exceptions());
            assertEquals(
                    List.of(method.oneway(), method.clientStream(), method.serverStream()),
                    switch (same.mode()) {
                        case UNARY -> List.of(false, false, false);
                        case ONEWAY -> List.of(true, false, false);
                        case CLIENT_STREAM -> List.of(false, true, false);
                        case SERVER_STREAM -> List.of(false, false, true);
                        case BOTH_STREAM -> List.of(false, true, true);
                    });
            options(method.options(), same.options());
        }
    }

    /**
     * Tables have the options of Protobuf by name, custom ones merged under theirs; those of Thrift as they are written. The
     * files compared have none for the source alone.
     */
    private static void options(Options expected, dev.fastcodec.schema.Options actual) {
        boolean thrift = expected.settings().isEmpty();
        List<Options.Option> interpreted =
                expected.all().stream().filter(SameSchema::isInterpreted).toList();
        Stream<String> plain = expected.all().stream()
                .filter(o -> !isInterpreted(o))
                .map(o -> o.name() + "=" + SchemaValues.untyped(o.value()));
        assertEquals(
                (thrift ? plain : plain.sorted()).toList(),
                actual.all().stream()
                        .filter(o -> interpreted.stream().noneMatch(i -> isSame(i.name(), o.name())))
                        .map(o -> o.name() + "=" + SchemaValues.comparable(o.value()))
                        .toList());
        for (Options.Option option : interpreted) {
            assertTrue(actual.all().stream().anyMatch(o -> isSame(option.name(), o.name())), option::name);
        }
    }

    private static boolean isInterpreted(Options.Option option) {
        return option.value() instanceof Value.Raw || option.name().startsWith("(");
    }

    /** Whether an option, perhaps a field of a custom one and perhaps by a relative name, is part of that of a full name. */
    private static boolean isSame(String written, String full) {
        if (!written.startsWith("(")) {
            return written.equals(full);
        }
        String name = written.substring(1, written.indexOf(')')).replaceFirst("^\\.", "");
        return full.startsWith("(") && ("." + full).replace("(", ".").endsWith("." + name + ")");
    }
}
