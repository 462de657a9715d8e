package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.schema.Oneof;
import java.util.HashSet;
import java.util.Set;

/** Enters the oneofs that optional fields of proto3 stand for in descriptors: their names are taken like any other. */
final class ProtoSyntheticOneofs {
    private ProtoSyntheticOneofs() {}

    static void declare(ProtoMessage message, ProtoNames names) {
        if (message.file().edition() != ProtoEdition.PROTO3) {
            return;
        }
        Set<String> taken = null;
        for (ProtoField field : message.fields()) {
            if (field.decl().label() == Decl.Field.Label.OPTIONAL && field.oneof() == null) {
                if (taken == null) {
                    taken = names(message);
                }
                String name = field.name().startsWith("_") ? field.name() : "_" + field.name();
                while (!taken.add(name)) {
                    name = "X" + name;
                }
                names.enter(ProtoSymbol.Kind.ONEOF, name, field.place(), message.symbol(), true);
            }
        }
    }

    private static Set<String> names(ProtoMessage message) {
        Set<String> names = new HashSet<>();
        for (ProtoField field : message.fields()) {
            names.add(field.name());
        }
        for (Oneof oneof : message.oneofs()) {
            names.add(oneof.name());
        }
        return names;
    }
}
