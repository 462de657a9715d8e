package dev.fastcodec.netty.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values that travel with a call, as bytedance/gopkg's metainfo has them: each kind has a prefix of its own among the string keys of a header. An
 * empty key or value does not travel. What the called sends back to the caller, metainfo's backward values, has no prefix in TTHeaders: Kitex takes all
 * string keys of an answer for such.
 */
public enum Metainfo {
    /** From the caller to the called, one hop. */
    TRANSIENT("RPC_TRANSIT_"),
    /** What was transient on the hop before; not to be sent on. */
    UPSTREAM("RPC_TRANSIT_UPSTREAM_"),
    /** From the caller to the called and to all that it calls. */
    PERSISTENT("RPC_PERSIST_");

    private final String prefix;

    Metainfo(String prefix) {
        this.prefix = prefix;
    }

    /** The string key of a value. */
    public String key(String name) {
        return prefix + name;
    }

    /** Adds values to string keys. */
    public void add(Map<String, String> values, Map<String, String> strings) {
        values.forEach((name, value) -> {
            if (!name.isEmpty() && !value.isEmpty()) {
                strings.put(prefix + name, value);
            }
        });
    }

    /** The values of the kind among string keys. */
    public Map<String, String> of(Map<String, String> strings) {
        Map<String, String> values = new LinkedHashMap<>();
        strings.forEach((key, value) -> {
            if (key.length() > prefix.length() && key.startsWith(prefix) && !value.isEmpty() && kind(key) == this) {
                values.put(key.substring(prefix.length()), value);
            }
        });
        return values;
    }

    /** Keys of {@link #UPSTREAM} have the prefix of {@link #TRANSIENT} too. */
    private static Metainfo kind(String key) {
        if (key.startsWith(UPSTREAM.prefix)) {
            return UPSTREAM;
        }
        return key.startsWith(TRANSIENT.prefix) ? TRANSIENT : PERSISTENT;
    }
}
