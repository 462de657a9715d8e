package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links services, each after the one it extends. */
final class ThriftServices {
    /** How many services may extend each other. */
    private static final int MAX_CHAIN = 200;

    private final ThriftScopes scopes;
    private final ThriftFunctions functions;
    private final Diagnostics diagnostics;

    ThriftServices(ThriftScopes scopes, ThriftFunctions functions, Diagnostics diagnostics) {
        this.scopes = scopes;
        this.functions = functions;
        this.diagnostics = diagnostics;
    }

    /** Links a service and those that it extends, unless that has been done. */
    void link(ThriftSymbol symbol) {
        List<ThriftSymbol> chain = new ArrayList<>();
        ThriftSymbol next = symbol;
        while (next != null && next.state == ThriftSymbol.State.NEW) {
            next.state = ThriftSymbol.State.OPEN;
            chain.add(next);
            next = base(next);
        }
        ThriftSymbol base = next;
        if (next != null && next.state == ThriftSymbol.State.OPEN) {
            ThriftSymbol last = chain.get(chain.size() - 1);
            Name written = ((Decl.Service) last.decl()).base();
            diagnostics.report(
                    Problem.THRIFT_SERVICE_CYCLE, written == null ? last.name().span() : written.span(), next);
            base = null;
        }
        int length = base == null ? 0 : length(base.service);
        for (int i = chain.size() - 1; i >= 0; i--) {
            ThriftSymbol service = chain.get(i);
            if (++length > MAX_CHAIN) {
                if (length == MAX_CHAIN + 1) {
                    diagnostics.report(
                            Problem.THRIFT_CHAIN_TOO_LONG, service.name().span(), "services", MAX_CHAIN);
                }
                base = null;
            }
            service.service = link(service, base == null ? null : base.service);
            service.state = ThriftSymbol.State.DONE;
            base = service;
        }
    }

    private static int length(@Nullable Service service) {
        int length = 0;
        for (Service s = service; s != null; s = s.base()) {
            length++;
        }
        return length;
    }

    private @Nullable ThriftSymbol base(ThriftSymbol symbol) {
        Name name = ((Decl.Service) symbol.decl()).base();
        if (name == null) {
            return null;
        }
        ThriftSymbol base = scopes.find(symbol.file(), name, s -> s.decl() instanceof Decl.Service);
        if (base != null && !(base.decl() instanceof Decl.Service)) {
            diagnostics.report(Problem.THRIFT_BASE_NO_SERVICE, name.span(), name, base.label());
            return null;
        }
        return base;
    }

    private Service link(ThriftSymbol symbol, @Nullable Service base) {
        Decl.Service decl = (Decl.Service) symbol.decl();
        List<Service.Method> methods = new ArrayList<>();
        Map<String, Span> byName = new HashMap<>();
        ThriftAnnotations.markUsed(symbol.file(), decl.annotations());
        for (Decl member : decl.body()) {
            Decl.Function function = (Decl.Function) member;
            Name name = function.name();
            Span first = byName.putIfAbsent(name.text(), name.span());
            if (first != null) {
                diagnostics
                        .report(Problem.THRIFT_FUNCTION_TWICE, name.span(), name, decl.name())
                        .note(Problem.FIRST_USED_HERE, first);
            } else {
                refuseInherited(name, base);
            }
            Service.Method method = functions.link(symbol.file(), function);
            if (method != null) {
                methods.add(method);
            }
        }
        return new Service(
                decl.name().text(),
                decl.name().text(),
                symbol.file().info(),
                base,
                methods,
                ThriftAnnotations.options(decl.annotations()),
                decl.comments(),
                decl.name().span());
    }

    private void refuseInherited(Name name, @Nullable Service base) {
        for (Service s = base; s != null; s = s.base()) {
            for (Service.Method method : s.methods()) {
                if (method.name().equals(name.text())) {
                    diagnostics
                            .report(Problem.THRIFT_FUNCTION_INHERITED, name.span(), name, s.name())
                            .note(Problem.FIRST_USED_HERE, method.span());
                    return;
                }
            }
        }
    }
}
