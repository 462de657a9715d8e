package dev.fastcodec.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An IDL file.
 *
 * @param syntax {@code thrift}; for Protobuf {@code proto2}, {@code proto3} or the edition
 * @param path the path that it is imported by, such as {@code shop/order.proto}
 * @param packageName Protobuf's package; empty for none and for Thrift
 * @param namespaces Thrift's namespaces by scope, such as {@code java}; empty for Protobuf
 * @param options options of the file
 * @param messages all messages, structs, unions and exceptions, nested ones behind those that they are in
 * @param enums all enums, those that are nested in messages too
 * @param services in the order of the IDL
 */
public record FileSchema(
        String syntax,
        String path,
        String packageName,
        Map<String, String> namespaces,
        Options options,
        List<MessageSchema> messages,
        List<EnumSchema> enums,
        List<ServiceSchema> services) {
    /** Copies the lists. */
    public FileSchema {
        namespaces = Collections.unmodifiableMap(new LinkedHashMap<>(namespaces));
        messages = List.copyOf(messages);
        enums = List.copyOf(enums);
        services = List.copyOf(services);
    }

    /** Whether it is Thrift, as opposed to Protobuf. */
    public boolean isThrift() {
        return syntax.equals("thrift");
    }

    /** A name with the package in front. */
    String fullName(String name) {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    /** Its path. */
    @Override
    public String toString() {
        return path;
    }
}
