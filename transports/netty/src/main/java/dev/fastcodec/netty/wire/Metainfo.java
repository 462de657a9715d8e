package dev.fastcodec.netty.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values that travel with a call, as bytedance/gopkg's metainfo has them: each kind has a prefix of its own among the string keys of a header. An
 * empty key or value does not travel.
 */
public enum Metainfo {
    /** From the caller to the called, one hop. */
    TRANSIENT("RPC_TRANSIT_"),
    /** What was transient on the hop before; not to be sent on. */
    UPSTREAM("RPC_TRANSIT_UPSTREAM_"),
    /** From the caller to the called and to all that it calls. */
    PERSISTENT("RPC_PERSIST_"),
    /**
     * From the called back to the caller, as Volo has it. Kitex writes no prefix in answers, and takes all of their string keys for such values: what is
     * for both goes with the key and without.
     */
    BACKWARD("RPC_BACKWARD_");

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
            if (key.length() > prefix.length() && isPrefixOf(key) && !value.isEmpty()) {
                values.put(key.substring(prefix.length()), value);
            }
        });
        return values;
    }

    /** Keys of {@link #UPSTREAM} begin as those of {@link #TRANSIENT} do. */
    private boolean isPrefixOf(String key) {
        return key.startsWith(prefix) && (this != TRANSIENT || !key.startsWith(UPSTREAM.prefix));
    }
}
