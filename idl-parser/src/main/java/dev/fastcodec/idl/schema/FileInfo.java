package dev.fastcodec.idl.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about itself.
 *
 * @param path the path it is imported by, with {@code /}
 * @param language which IDL
 * @param edition {@code proto2}, {@code proto3}, {@code 2023}, {@code 2024}; empty for Thrift
 * @param packageName Protobuf's package; empty for none and for Thrift
 * @param namespaces Thrift's namespaces by scope ({@code java}, {@code *}, …), the last of two wins; empty for Protobuf
 * @param options file options; for Thrift fbthrift's {@code package}, if there is one
 */
public record FileInfo(
        String path,
        Language language,
        String edition,
        String packageName,
        Map<String, String> namespaces,
        Options options) {
    /** The IDLs. */
    public enum Language {
        /** Protocol Buffers. */
        PROTO,
        /** Thrift. */
        THRIFT
    }

    /** Copies the map. */
    public FileInfo {
        namespaces = Map.copyOf(namespaces);
    }

    /** Name of the file in its folder without its ending: {@code order} for {@code shop/order.proto}. */
    public String baseName() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Thrift's namespace for a scope, else the one for {@code *}, else null. */
    public @Nullable String namespace(String scope) {
        String named = namespaces.get(scope);
        return named != null ? named : namespaces.get("*");
    }
}
