package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import dev.fastcodec.idl.source.Span;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives constants and defaults their values, each read as a value of a type. Constants may refer forward; one that is used where
 * another type is wanted counts as if its value were written there. What is wrong is reported and null.
 */
final class ThriftValues {
    /** How far constants, defaults and brackets may lead into each other at once. */
    private static final int MAX_CHAIN = 500;

    private final ThriftConstants constants;
    private final ThriftScalars scalars;
    private final ThriftComposites composites;
    private final Diagnostics diagnostics;
    private final Map<ThriftMember, ThriftValue> defaults = new HashMap<>();
    private int chain;

    ThriftValues(
            ThriftConstants constants, ThriftStructs structs, ThriftSuggestions suggestions, Diagnostics diagnostics) {
        this.constants = constants;
        this.scalars = new ThriftScalars(constants, diagnostics);
        this.composites = new ThriftComposites(this, structs, suggestions, diagnostics);
        this.diagnostics = diagnostics;
    }

    /**
     * Where a literal stands.
     *
     * @param file in which its names are looked up
     * @param at where to report, null for the literal itself
     */
    record Place(ThriftFile file, @Nullable Span at) {
        Span of(Literal literal) {
            return at == null ? literal.span() : at;
        }
    }

    /** The value of a constant, resolved now if it was not before; null when it is wrong. */
    @Nullable
    ThriftValue constant(ThriftSymbol symbol) {
        if (symbol.state == ThriftSymbol.State.NEW && symbol.type != null) {
            symbol.state = ThriftSymbol.State.OPEN;
            Literal literal = ((Decl.Const) symbol.decl()).value();
            symbol.value = value(literal, symbol.type, new Place(symbol.file(), null));
        }
        symbol.state = ThriftSymbol.State.DONE;
        return symbol.value;
    }

    /**
     * A field with its default, resolved now if it was not before; a wrong default is left out, and so is one that is asked for
     * while it is resolved: {@link ThriftCycles} reports those.
     */
    Field field(ThriftMember member) {
        Literal literal = member.decl().defaultValue();
        if (member.state == ThriftSymbol.State.NEW && literal != null) {
            member.state = ThriftSymbol.State.OPEN;
            ThriftValue value = value(literal, member.type(), new Place(member.file(), null));
            if (value != null) {
                defaults.put(member, value);
            }
        }
        member.state = ThriftSymbol.State.DONE;
        ThriftValue value = defaults.get(member);
        return member.finish(value == null ? null : value.value());
    }

    /** The default of a field that has been finished, or null. */
    @Nullable
    ThriftValue defaultOf(ThriftMember member) {
        return defaults.get(member);
    }

    /** Reads a literal as a value of a type. */
    @Nullable
    ThriftValue value(Literal literal, Type type, Place place) {
        if (chain == MAX_CHAIN) {
            diagnostics.report(Problem.THRIFT_CHAIN_TOO_LONG, place.of(literal), "constants", MAX_CHAIN);
            return null;
        }
        chain++;
        ThriftValue value = read(literal, type, place);
        chain--;
        if (value != null && value.size().isTooLarge()) {
            diagnostics.report(Problem.THRIFT_VALUE_TOO_LARGE, place.of(literal));
            return null;
        }
        return value;
    }

    private @Nullable ThriftValue read(Literal literal, Type type, Place place) {
        if (literal instanceof Literal.Ident ident) {
            boolean bool =
                    ident.name().text().equals("true") || ident.name().text().equals("false");
            if (!bool) {
                return named(ident, type, place);
            }
        }
        if (type instanceof ScalarType scalar) {
            return wrap(scalars.read(literal, scalar, place));
        } else if (type instanceof EnumType anEnum) {
            return wrap(scalars.readEnum(literal, anEnum, place));
        } else if (type instanceof StructType struct) {
            return composites.struct(literal, struct, place);
        } else if (type instanceof Type.MapOf map) {
            return composites.map(literal, map, place);
        } else if (type instanceof Type.ListOf list) {
            return composites.list(literal, list, place);
        }
        return composites.set(literal, (Type.SetOf) type, place);
    }

    private static @Nullable ThriftValue wrap(@Nullable Value value) {
        return value == null ? null : ThriftValue.of(value);
    }

    private @Nullable ThriftValue named(Literal.Ident ident, Type type, Place place) {
        ThriftConstants.Meaning meaning = constants.find(place.file(), ident.name(), type);
        if (meaning instanceof ThriftConstants.Member member) {
            return wrap(scalars.fromEnum(ident, new Value.EnumValue(member.type(), member.value()), type, place));
        } else if (meaning == null) {
            return null;
        }
        ThriftSymbol symbol = ((ThriftConstants.Constant) meaning).symbol();
        if (symbol.state == ThriftSymbol.State.OPEN) {
            diagnostics
                    .report(Problem.THRIFT_CONST_CYCLE, ident.span(), symbol)
                    .note(Problem.THRIFT_DEFINED_HERE, symbol.name().span());
            return null;
        }
        ThriftValue value = constant(symbol);
        if (value == null || type.equals(symbol.type)) {
            return value;
        }
        return value(((Decl.Const) symbol.decl()).value(), type, new Place(symbol.file(), place.of(ident)));
    }

    /** Reports that a literal is no value of a type. */
    static void reportType(Diagnostics diagnostics, Literal literal, Type type, Place place) {
        diagnostics.report(Problem.THRIFT_VALUE_TYPE, place.of(literal), ThriftText.of(type), ThriftText.of(literal));
    }
}
