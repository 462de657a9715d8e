package dev.fastcodec.rpc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the handler of a call by service and method: what a server is made with. Immutable. */
public final class Router {
    private final Map<String, Map<String, Handler<?, ?>>> services = new LinkedHashMap<>();
    private final Map<String, Handler<?, ?>> byMethod = new HashMap<>();
    private final Map<String, Set<String>> ambiguous = new TreeMap<>();
    private final String fallback;

    private Router(Collection<Handler<?, ?>> handlers, String fallback) {
        this.fallback = fallback;
        Map<String, Set<String>> servicesOf = new TreeMap<>();
        for (Handler<?, ?> handler : handlers) {
            Method<?, ?> method = handler.method();
            Handler<?, ?> other = services.computeIfAbsent(method.service(), s -> new LinkedHashMap<>())
                    .putIfAbsent(method.name(), handler);
            if (other != null) {
                throw new IllegalArgumentException("two handlers for " + method.fullName());
            }
            servicesOf.computeIfAbsent(method.name(), m -> new TreeSet<>()).add(method.service());
            byMethod.put(method.name(), handler);
        }
        servicesOf.forEach((method, in) -> {
            if (in.size() > 1) {
                byMethod.remove(method);
                ambiguous.put(method, in);
            }
        });
        if (fallback != null) {
            Map<String, Handler<?, ?>> preferred = services.get(fallback);
            if (preferred == null) {
                throw new IllegalArgumentException("fallback service " + fallback + " has no handler");
            }
            byMethod.putAll(preferred);
            ambiguous.keySet().removeAll(preferred.keySet());
        }
    }

    /**
     * A router of these services, each of which is the list that {@code handlers} of a generated service gives.
     *
     * @throws IllegalArgumentException when two have the same service and method
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the lists are only read
    public static Router of(Collection<Handler<?, ?>>... services) {
        List<Handler<?, ?>> all = new ArrayList<>();
        for (Collection<Handler<?, ?>> each : services) {
            all.addAll(each);
        }
        return new Router(all, null);
    }

    /**
     * The same with a service that gets calls which name no service, where several have the method.
     *
     * @throws IllegalArgumentException when there is no such service
     */
    public Router fallback(String service) {
        return new Router(handlers(), service);
    }

    /** All handlers. */
    public List<Handler<?, ?>> handlers() {
        List<Handler<?, ?>> all = new ArrayList<>();
        services.values().forEach(methods -> all.addAll(methods.values()));
        return all;
    }

    /** The full names of the services, in the order in which they were given. */
    public Set<String> services() {
        return new LinkedHashSet<>(services.keySet());
    }

    /** Whether there is a service of this full name. */
    public boolean hasService(String service) {
        return services.containsKey(service);
    }

    /** The handler of a call, or null when there is none. */
    public Handler<?, ?> find(String service, String method) {
        Map<String, Handler<?, ?>> methods = services.get(service);
        return methods == null ? null : methods.get(method);
    }

    /**
     * The handler of a call that names no service: of the only service that has the method, or of the fallback service, which Kitex does, too. Null when
     * there is none, or several and no fallback; see {@link #requireUnambiguous()}.
     */
    public Handler<?, ?> find(String method) {
        return byMethod.get(method);
    }

    /** The name of the service that gets calls which name none where several have the method, or null. */
    public String fallback() {
        return fallback;
    }

    /**
     * Refuses to be the router of a server on whose wire calls may name no service, when for some of them nobody can tell which service is meant.
     * Kitex's servers do not start then either.
     *
     * @return this
     * @throws IllegalStateException when several services have a method of the same name and none of them is the fallback
     */
    public Router requireUnambiguous() {
        if (!ambiguous.isEmpty()) {
            String method = ambiguous.keySet().iterator().next();
            throw new IllegalStateException("method " + method + " is in the services "
                    + String.join(", ", ambiguous.get(method)) + ", and none of them is the fallback");
        }
        return this;
    }
}
