package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.FileInfo.Language;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every Protobuf message of a schema, by name, with its extensions. */
public final class MessageTypes {
    private static final int KEY = 1;
    private static final int VALUE = 2;

    private final Map<StructType, MessageType> types = new HashMap<>();
    private final Map<String, MessageType> byName = new HashMap<>();

    private MessageTypes() {}

    /** The messages of these files, imported ones and nested ones included. */
    public static MessageTypes of(Schema schema) {
        MessageTypes all = new MessageTypes();
        List<SchemaFile> files = schema.files().stream()
                .filter(file -> file.info().language() == Language.PROTO)
                .toList();
        files.forEach(file -> file.structs().forEach(all::declare));
        all.types.forEach((struct, type) -> struct.fields().forEach(field -> type.add(all.field(struct, field))));
        for (SchemaFile file : files) {
            file.extensions().forEach(extension -> all.extend(extension, null));
            file.structs().forEach(all::extendWithin);
        }
        return all;
    }

    /** The message of this full name, without leading dot. */
    public Optional<MessageType> find(String fullName) {
        return Optional.ofNullable(byName.get(fullName));
    }

    private void declare(StructType struct) {
        boolean messageSet = struct.options().isTrue("message_set_wire_format");
        MessageType type = new MessageType(
                struct.fullName(),
                messageSet,
                Set.copyOf(struct.body().reserved().names()));
        types.put(struct, type);
        byName.put(struct.fullName(), type);
        struct.body().structs().forEach(this::declare);
    }

    private Member field(StructType owner, Field field) {
        String fullName = owner.fullName() + "." + field.name();
        if (field.type() instanceof Type.MapOf map) {
            MessageType entry = new MessageType(owner.fullName() + "." + entryName(field.name()), false, Set.of());
            boolean utf8 = field.encoding().utf8();
            entry.add(entryMember(entry, "key", KEY, valueType(map.key(), utf8, false)));
            entry.add(entryMember(entry, "value", VALUE, valueType(map.value(), utf8, false)));
            MemberType type = new MemberType.Nested(entry, false, true);
            return member(field, fullName, field.name(), type, true, false);
        }
        return member(field, fullName, label(owner, field), elementType(field), isRepeated(field), false);
    }

    private static Member entryMember(MessageType entry, String name, int number, MemberType type) {
        String fullName = entry.fullName() + "." + name;
        return new Member(name, fullName, name, number, type, false, false, true, false, false, false, false, null);
    }

    private static Member member(
            Field field, String fullName, String label, MemberType type, boolean repeated, boolean extension) {
        boolean presence = field.presence() != Field.Presence.IMPLICIT;
        return new Member(
                field.name(),
                fullName,
                label,
                field.number(),
                type,
                repeated,
                field.encoding().packed(),
                presence || extension,
                field.presence() == Field.Presence.REQUIRED,
                field.options().isTrue("deprecated"),
                extension,
                "RETENTION_SOURCE".equals(field.options().text("retention")),
                field.oneof() == null ? null : field.oneof().name());
    }

    private void extendWithin(StructType struct) {
        struct.body().extensions().forEach(extension -> extend(extension, struct));
        struct.body().structs().forEach(this::extendWithin);
    }

    private void extend(Extension extension, @Nullable StructType scope) {
        Field field = extension.field();
        MessageType extendee = Objects.requireNonNull(types.get(extension.extendee()));
        String label = "[" + extension.fullName() + "]";
        String own = extendee.isMessageSet() && scope != null && field.type() == scope
                ? "[" + scope.fullName() + "]"
                : label;
        Member member = member(field, extension.fullName(), own, elementType(field), isRepeated(field), true);
        extendee.add(member);
        extendee.addAlias(label, member);
    }

    private static boolean isRepeated(Field field) {
        return field.type() instanceof Type.ListOf;
    }

    private MemberType elementType(Field field) {
        Type type = field.type() instanceof Type.ListOf list ? list.element() : field.type();
        return valueType(type, field.encoding().utf8(), field.encoding().delimited());
    }

    private MemberType valueType(Type type, boolean utf8, boolean group) {
        if (type instanceof ScalarType scalar) {
            return new MemberType.Scalar(scalar, utf8 && scalar == ScalarType.STRING);
        } else if (type instanceof EnumType named) {
            return new MemberType.Named(named);
        } else if (type instanceof StructType struct) {
            return new MemberType.Nested(Objects.requireNonNull(types.get(struct)), group, false);
        }
        throw new AssertionError(type);
    }

    /** A group that is declared where it is used goes by the name of its message. */
    private static String label(StructType owner, Field field) {
        Type type = field.type() instanceof Type.ListOf list ? list.element() : field.type();
        boolean groupLike = field.encoding().delimited()
                && type instanceof StructType struct
                && struct.parent() == owner
                && struct.name().toLowerCase(Locale.ROOT).equals(field.name());
        return groupLike ? ((StructType) type).name() : field.name();
    }

    /** The name of the message that stands for the entries of a map. */
    private static String entryName(String field) {
        StringBuilder name = new StringBuilder();
        boolean upper = true;
        for (char c : field.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                upper = false;
            }
        }
        return name.append("Entry").toString();
    }
}
