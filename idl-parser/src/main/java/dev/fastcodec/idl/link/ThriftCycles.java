package dev.fastcodec.idl.link;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Refuses structs that cannot exist: those that require themselves, and those whose defaults make themselves without end. Unions that
 * offer no way out are only warned of: nobody has to use them.
 */
final class ThriftCycles {
    private final ThriftStructs structs;
    private final ThriftValues values;
    private final Diagnostics diagnostics;

    ThriftCycles(ThriftStructs structs, ThriftValues values, Diagnostics diagnostics) {
        this.structs = structs;
        this.values = values;
        this.diagnostics = diagnostics;
    }

    /** A struct needs another because of a field. */
    private record Edge(StructType target, Span field) {}

    private static final class Visit {
        final StructType type;
        final Iterator<Edge> edges;

        Visit(StructType type, List<Edge> edges) {
            this.type = type;
            this.edges = edges.iterator();
        }
    }

    /** Checks all structs, given by their symbols. */
    void check(List<ThriftSymbol> symbols) {
        List<StructType> types = symbols.stream().map(ThriftStructs::type).toList();
        refuse(types, Problem.THRIFT_REQUIRES_ITSELF, ThriftCycles::required);
        refuse(types, Problem.THRIFT_MAKES_ITSELF, this::made);
        Set<StructType> endless = ThriftEndless.find(types);
        for (ThriftSymbol symbol : symbols) {
            StructType type = ThriftStructs.type(symbol);
            if (type.kind() == StructType.Kind.UNION
                    && endless.contains(type)
                    && symbol.file().isRequested()) {
                diagnostics.report(Problem.THRIFT_UNION_ENDLESS, type.span(), type);
            }
        }
    }

    private static List<Edge> required(StructType type) {
        List<Edge> edges = new ArrayList<>();
        for (Field field : type.fields()) {
            if (field.presence() == Field.Presence.REQUIRED && field.type() instanceof StructType target) {
                edges.add(new Edge(target, field.span()));
            }
        }
        return edges;
    }

    private List<Edge> made(StructType type) {
        List<Edge> edges = new ArrayList<>();
        for (ThriftMember member : structs.members(type)) {
            ThriftValue value = values.defaultOf(member);
            if (value != null) {
                value.makes()
                        .forEach(made ->
                                edges.add(new Edge(made, member.decl().name().span())));
            }
        }
        return edges;
    }

    private void refuse(List<StructType> types, Problem problem, Function<StructType, List<Edge>> edges) {
        Set<StructType> done = new HashSet<>();
        for (StructType start : types) {
            Map<StructType, Visit> open = new HashMap<>();
            Deque<Visit> path = new ArrayDeque<>();
            push(start, edges, done, open, path);
            while (!path.isEmpty()) {
                Visit visit = path.getLast();
                if (!visit.edges.hasNext()) {
                    open.remove(visit.type);
                    path.removeLast();
                    continue;
                }
                Edge edge = visit.edges.next();
                if (open.containsKey(edge.target())) {
                    diagnostics.report(problem, edge.field(), edge.target());
                } else {
                    push(edge.target(), edges, done, open, path);
                }
            }
        }
    }

    private static void push(
            StructType type,
            Function<StructType, List<Edge>> edges,
            Set<StructType> done,
            Map<StructType, Visit> open,
            Deque<Visit> path) {
        if (done.add(type)) {
            Visit visit = new Visit(type, edges.apply(type));
            open.put(type, visit);
            path.addLast(visit);
        }
    }
}
