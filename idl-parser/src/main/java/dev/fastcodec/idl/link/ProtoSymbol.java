package dev.fastcodec.idl.link;

import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.source.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A name that Protobuf's scopes hold: packages of all files are one tree, and everything declared hangs in it. */
final class ProtoSymbol {
    /** What a name stands for. */
    enum Kind {
        PACKAGE("a package"),
        MESSAGE("a message"),
        MAP_ENTRY("an entry of a map"),
        ENUM("an enum"),
        ENUM_VALUE("an enum value"),
        FIELD("a field"),
        EXTENSION("an extension"),
        ONEOF("a oneof"),
        SERVICE("a service"),
        METHOD("an rpc");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As a reader calls it, with its article. */
        String label() {
            return label;
        }
    }

    private final Kind kind;
    private final String name;
    private final @Nullable ProtoSymbol parent;
    private final @Nullable ProtoFile file;
    private final @Nullable Span span;
    private final boolean exported;
    private Map<String, ProtoSymbol> members = Map.of();
    private @Nullable String fullName;
    private @Nullable Type type;
    private @Nullable ProtoMessage message;

    private ProtoSymbol(
            Kind kind,
            String name,
            @Nullable ProtoSymbol parent,
            @Nullable ProtoFile file,
            @Nullable Span span,
            boolean exported) {
        this.kind = kind;
        this.name = name;
        this.parent = parent;
        this.file = file;
        this.span = span;
        this.exported = exported;
    }

    /** The package without name that holds all others. */
    static ProtoSymbol root() {
        return new ProtoSymbol(Kind.PACKAGE, "", null, null, null, true);
    }

    /** A declaration; not in its parent yet. */
    static ProtoSymbol declared(
            Kind kind, String name, ProtoSymbol parent, ProtoFile file, Span span, boolean exported) {
        return new ProtoSymbol(kind, name, parent, file, span, exported);
    }

    /** The sub-package of this name, made when it is not there; or whatever else has the name. */
    ProtoSymbol subpackage(String subName, ProtoFile declaring, Span at) {
        ProtoSymbol there = members.get(subName);
        if (there == null) {
            there = new ProtoSymbol(Kind.PACKAGE, subName, this, declaring, at, true);
            add(there);
        }
        return there;
    }

    /** Puts a declaration into this scope unless its name is taken; returns what had the name, or null. */
    @Nullable
    ProtoSymbol add(ProtoSymbol member) {
        if (members.isEmpty()) {
            members = new HashMap<>();
        }
        return members.putIfAbsent(member.name, member);
    }

    @Nullable
    ProtoSymbol member(String memberName) {
        return members.get(memberName);
    }

    Collection<ProtoSymbol> members() {
        return members.values();
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    @Nullable
    ProtoSymbol parent() {
        return parent;
    }

    /** Where it is declared; of a package the first file that has it; null for the root. */
    @Nullable
    ProtoFile file() {
        return file;
    }

    /** Where its name stands, null for the root. */
    @Nullable
    Span span() {
        return span;
    }

    /** Whether other files may use it (edition 2024). */
    boolean exported() {
        return exported;
    }

    /** Name with package and parents, without leading dot. */
    String fullName() {
        String full = fullName;
        if (full == null) {
            full = parent == null || parent.parent == null ? name : parent.fullName() + "." + name;
            fullName = full;
        }
        return full;
    }

    /** The message or enum, null for anything else. */
    @Nullable
    Type type() {
        return type;
    }

    /** Says which message or enum this is; once. */
    void define(Type theType) {
        type = theType;
    }

    /** What is declared, when it is a message or group; null for anything else. */
    @Nullable
    ProtoMessage message() {
        return message;
    }

    /** Says which message this is; once. */
    void declare(ProtoMessage theMessage) {
        message = theMessage;
    }

    boolean isType() {
        return kind == Kind.MESSAGE || kind == Kind.ENUM || kind == Kind.MAP_ENTRY;
    }

    /** Whether a dotted name can go through it. */
    boolean isAggregate() {
        return isType() || kind == Kind.PACKAGE || kind == Kind.SERVICE;
    }

    @Override
    public String toString() {
        return fullName();
    }
}
