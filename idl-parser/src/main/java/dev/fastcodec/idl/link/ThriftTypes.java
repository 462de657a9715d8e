package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.TypeRef;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves types: scalars, definitions by name, containers; typedefs are followed. What is wrong is reported and null. */
final class ThriftTypes {
    /** How many containers and typedefs may lead forward to each other; typedefs in order of their use are not counted. */
    private static final int MAX_CHAIN = 500;

    private static final Map<String, ScalarType> SCALARS = Map.ofEntries(
            Map.entry("bool", ScalarType.BOOL),
            Map.entry("byte", ScalarType.INT8),
            Map.entry("i8", ScalarType.INT8),
            Map.entry("i16", ScalarType.INT16),
            Map.entry("i32", ScalarType.INT32),
            Map.entry("i64", ScalarType.INT64),
            Map.entry("double", ScalarType.DOUBLE),
            Map.entry("string", ScalarType.STRING),
            Map.entry("binary", ScalarType.BYTES),
            Map.entry("uuid", ScalarType.UUID));

    private final ThriftScopes scopes;
    private final Diagnostics diagnostics;
    private int chain;

    ThriftTypes(ThriftScopes scopes, Diagnostics diagnostics) {
        this.scopes = scopes;
        this.diagnostics = diagnostics;
    }

    private record Sized(Type type, ThriftSize size) {
        static Sized of(Type type) {
            return new Sized(type, ThriftSize.ONE);
        }
    }

    /** The type that a file writes so; null when it is wrong, which is reported. */
    @Nullable
    Type resolve(ThriftFile file, TypeRef ref) {
        Sized sized = sized(file, ref);
        return sized == null ? null : sized.type();
    }

    private @Nullable Sized sized(ThriftFile file, TypeRef ref) {
        if (chain == MAX_CHAIN) {
            diagnostics.report(Problem.THRIFT_CHAIN_TOO_LONG, ref.span(), "typedefs", MAX_CHAIN);
            return null;
        }
        chain++;
        Sized result = inner(file, ref);
        chain--;
        return result;
    }

    private @Nullable Sized inner(ThriftFile file, TypeRef ref) {
        ThriftAnnotations.markUsed(file, ref.annotations());
        if (ref instanceof TypeRef.Named named) {
            ScalarType scalar = SCALARS.get(named.name().text());
            // uuid is younger than some definitions of that name.
            boolean defined = scalar == ScalarType.UUID
                    && file.byName().containsKey(named.name().text());
            return scalar != null && !defined ? Sized.of(scalar) : named(file, named);
        } else if (ref instanceof TypeRef.ListOf list) {
            Sized element = sized(file, list.element());
            if (element != null && element.type() == ScalarType.INT8 && file.isRequested()) {
                diagnostics.report(Problem.THRIFT_LIST_OF_BYTES, ref.span());
            }
            return element == null ? null : around(ref, new Type.ListOf(element.type()), element.size());
        } else if (ref instanceof TypeRef.SetOf set) {
            Sized element = sized(file, set.element());
            return element == null ? null : around(ref, new Type.SetOf(element.type()), element.size());
        }
        TypeRef.MapOf map = (TypeRef.MapOf) ref;
        Sized key = sized(file, map.key());
        Sized value = sized(file, map.value());
        if (key == null || value == null) {
            return null;
        }
        boolean composite = key.type() instanceof StructType || isContainer(key.type());
        if (composite && file.isRequested()) {
            diagnostics.report(Problem.THRIFT_MAP_KEY, map.key().span(), ThriftText.of(key.type()));
        }
        return around(ref, new Type.MapOf(key.type(), value.type()), key.size().and(value.size()));
    }

    static boolean isContainer(Type type) {
        return type instanceof Type.ListOf || type instanceof Type.SetOf || type instanceof Type.MapOf;
    }

    private @Nullable Sized around(TypeRef ref, Type type, ThriftSize inside) {
        ThriftSize size = inside.around();
        if (size.isTooLarge()) {
            diagnostics.report(Problem.THRIFT_TYPE_TOO_LARGE, ref.span());
            return null;
        }
        return new Sized(type, size);
    }

    private @Nullable Sized named(ThriftFile file, TypeRef.Named ref) {
        if (ref.name().text().equals("float")
                && scopes.candidates(file, "float").isEmpty()) {
            diagnostics
                    .report(Problem.THRIFT_FBTHRIFT_ONLY, ref.name().span(), "float")
                    .help(Problem.THRIFT_USE, "double");
            return null;
        }
        ThriftSymbol symbol = scopes.find(file, ref.name(), ThriftSymbol::isType);
        if (symbol == null) {
            return null;
        }
        if (!symbol.isType()) {
            diagnostics.report(Problem.NAME_NO_TYPE, ref.name().span(), ref.name(), symbol.label());
            return null;
        }
        if (symbol.decl() instanceof Decl.Typedef) {
            if (symbol.state == ThriftSymbol.State.OPEN) {
                diagnostics
                        .report(Problem.THRIFT_TYPEDEF_CYCLE, ref.name().span(), symbol)
                        .note(Problem.THRIFT_DEFINED_HERE, symbol.name().span());
                return null;
            }
            typedef(symbol);
        }
        return symbol.type == null ? null : new Sized(symbol.type, symbol.size);
    }

    /** Resolves a typedef, unless that has been done. */
    void typedef(ThriftSymbol symbol) {
        if (symbol.state != ThriftSymbol.State.NEW) {
            return;
        }
        Decl.Typedef decl = (Decl.Typedef) symbol.decl();
        symbol.state = ThriftSymbol.State.OPEN;
        Sized sized = sized(symbol.file(), decl.type());
        symbol.state = ThriftSymbol.State.DONE;
        if (sized != null) {
            symbol.type = sized.type();
            symbol.size = sized.size();
        }
    }
}
