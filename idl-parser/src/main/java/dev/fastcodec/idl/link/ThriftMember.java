package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import org.jspecify.annotations.Nullable;

/** A field while it is linked: its type is known, its default perhaps not yet. */
final class ThriftMember {
    private final Decl.Field decl;
    private final int id;
    private final Type type;
    private final Field.Presence presence;
    private final ThriftFile file;

    /** How far its default is. */
    ThriftSymbol.State state = ThriftSymbol.State.NEW;

    private @Nullable Field field;

    ThriftMember(Decl.Field decl, int id, Type type, Field.Presence presence, ThriftFile file) {
        this.decl = decl;
        this.id = id;
        this.type = type;
        this.presence = presence;
        this.file = file;
    }

    Decl.Field decl() {
        return decl;
    }

    int id() {
        return id;
    }

    Type type() {
        return type;
    }

    ThriftFile file() {
        return file;
    }

    /** The finished field; the default counts when it is asked for first. */
    Field finish(@Nullable Value defaultValue) {
        Field result = field;
        if (result == null) {
            result = new Field(
                    decl.name().text(),
                    id,
                    type,
                    presence,
                    decl.label() == Decl.Field.Label.OPTIONAL,
                    Field.Encoding.PLAIN,
                    null,
                    defaultValue,
                    decl.name().text(),
                    ThriftAnnotations.options(decl.options()),
                    decl.comments(),
                    decl.name().span());
            field = result;
        }
        return result;
    }
}
