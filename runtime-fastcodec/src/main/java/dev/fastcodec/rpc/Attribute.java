package dev.fastcodec.rpc;

import java.util.Objects;

/**
 * The key of something that goes with a call inside this program, from an engine, a channel's view or an interceptor: who the other side is, the
 * user that was found out. Keys are told apart by identity, not by name.
 *
 * @param <T> the value
 */
public final class Attribute<T> {
    private final String name;

    /** A key. */
    public Attribute(String name) {
        this.name = Objects.requireNonNull(name);
    }

    /** The name, for people. */
    @Override
    public String toString() {
        return name;
    }
}
