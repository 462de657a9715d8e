package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.Type;
import org.jspecify.annotations.Nullable;

/** A definition of a Thrift file, and what the passes have made of it so far. */
final class ThriftSymbol {
    /** How far a definition is that may refer to itself. */
    enum State {
        /** Not looked at. */
        NEW,
        /** Being resolved: who comes here again has found a cycle. */
        OPEN,
        /** Resolved or found to be wrong. */
        DONE
    }

    private final Name name;
    private final Decl decl;
    private final ThriftFile file;

    /** Of a typedef or constant. */
    State state = State.NEW;

    /** The struct, union, exception or enum; the type behind a typedef; a constant's type. Null before or when wrong. */
    @Nullable
    Type type;

    /** How large a typedef's type is. */
    ThriftSize size = ThriftSize.ONE;

    /** A constant's value. */
    @Nullable
    ThriftValue value;

    /** A service. */
    @Nullable
    Service service;

    ThriftSymbol(Name name, Decl decl, ThriftFile file) {
        this.name = name;
        this.decl = decl;
        this.file = file;
    }

    Name name() {
        return name;
    }

    Decl decl() {
        return decl;
    }

    ThriftFile file() {
        return file;
    }

    boolean isType() {
        return !(decl instanceof Decl.Const) && !(decl instanceof Decl.Service);
    }

    /** What it is, with its article. */
    String label() {
        if (decl instanceof Decl.Const) {
            return "a constant";
        } else if (decl instanceof Decl.Service) {
            return "a service";
        } else if (decl instanceof Decl.Enum) {
            return "an enum";
        } else if (decl instanceof Decl.Typedef) {
            return "a typedef";
        }
        return switch (((Decl.Struct) decl).kind()) {
            case UNION -> "a union";
            case EXCEPTION -> "an exception";
            default -> "a struct";
        };
    }

    @Override
    public String toString() {
        return name.text();
    }
}
