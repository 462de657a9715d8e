package dev.fastcodec.idl.link;

import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.Reserved;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import dev.fastcodec.idl.schema.Visibility;
import dev.fastcodec.idl.source.Comments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages behind maps, which the schema does not have and an {@code Any} in an option may hold all the same. */
final class ProtoMapEntries {
    private static final String OPTION = "map_entry";
    private static final Options OPTIONS = new Options(List.of(new Options.Option(OPTION, new Value.Bool(true))));

    private ProtoMapEntries() {}

    /** The message that a symbol stands for, or null when it is no entry of a map whose types are known. */
    static @Nullable StructType of(@Nullable ProtoSymbol symbol) {
        ProtoSymbol parent = symbol == null || symbol.kind() != ProtoSymbol.Kind.MAP_ENTRY ? null : symbol.parent();
        ProtoMessage message = parent == null ? null : parent.message();
        if (symbol == null || message == null) {
            return null;
        }
        for (Field field : message.type().fields()) {
            if (field.type() instanceof Type.MapOf map
                    && Names.mapEntry(field.name()).equals(symbol.name())) {
                return entry(symbol, message.type(), field, map);
            }
        }
        return null;
    }

    private static StructType entry(ProtoSymbol symbol, StructType message, Field field, Type.MapOf map) {
        StructType entry = new StructType(
                symbol.name(),
                symbol.fullName(),
                message.file(),
                message,
                StructType.Kind.MESSAGE,
                Visibility.UNSET,
                OPTIONS,
                Comments.NONE,
                field.span());
        entry.define(new StructType.Body(
                List.of(half("key", 1, map.key(), field), half("value", 2, map.value(), field)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Reserved.NONE));
        return entry;
    }

    private static Field half(String name, int number, Type type, Field map) {
        return new Field(
                name,
                number,
                type,
                Field.Presence.EXPLICIT,
                false,
                map.encoding(),
                null,
                null,
                name,
                Options.NONE,
                Comments.NONE,
                map.span());
    }

    /** Adds to the values of an entry what is not among them, as an entry always has both halves; of any other message nothing. */
    static void complete(StructType type, List<Value.FieldValue> values) {
        if (type.options().isTrue(OPTION)) {
            for (Field half : type.fields()) {
                if (values.stream().noneMatch(v -> v.field() == half)) {
                    values.add(new Value.FieldValue(half, ProtoZeros.of(half.type())));
                }
            }
        }
    }
}
