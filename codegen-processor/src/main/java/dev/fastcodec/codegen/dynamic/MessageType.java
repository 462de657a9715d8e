package dev.fastcodec.codegen.dynamic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message with its fields and all extensions of it that the schema has. Made by {@link MessageTypes}. */
public final class MessageType {
    private final String fullName;
    private final boolean messageSet;
    private final Set<String> reservedNames;
    private final List<Member> declared = new ArrayList<>();
    private final Map<Integer, Member> byNumber = new HashMap<>();
    private final Map<String, Member> byName = new HashMap<>();
    private final Map<String, Member> byLabel = new HashMap<>();

    MessageType(String fullName, boolean messageSet, Set<String> reservedNames) {
        this.fullName = fullName;
        this.messageSet = messageSet;
        this.reservedNames = Set.copyOf(reservedNames);
    }

    void add(Member member) {
        byNumber.put(member.number(), member);
        byLabel.put(member.label(), member);
        if (!member.extension()) {
            declared.add(member);
            byName.put(member.name(), member);
        }
    }

    /** An extension may also be called by its own name where the text format calls it by that of its message. */
    void addAlias(String label, Member member) {
        byLabel.put(label, member);
    }

    /** Package and parents included, without leading dot. */
    public String fullName() {
        return fullName;
    }

    /** Whether it has the wire format of a message set: each extension an item of type id and message. */
    boolean isMessageSet() {
        return messageSet;
    }

    /** Whether a field of this name is gone for good, so that text with it is passed over. */
    boolean isReserved(String name) {
        return reservedNames.contains(name);
    }

    /** The field or extension of this number, or null. */
    @Nullable
    Member member(int number) {
        return byNumber.get(number);
    }

    /** The field that text calls so, or null: by its name, or a group by that of its message. */
    @Nullable
    Member field(String name) {
        Member member = byName.get(name);
        if (member != null) {
            return member;
        }
        Member labelled = byLabel.get(name);
        return labelled != null && !labelled.extension() ? labelled : null;
    }

    /** The extension of this full name, or null. */
    @Nullable
    Member extension(String name) {
        return byLabel.get("[" + name + "]");
    }

    /** Whether it is {@code google.protobuf.Any}, whose content the text format can write out. */
    boolean isAny() {
        return fullName.equals("google.protobuf.Any");
    }

    /** Its own fields, as they are declared. */
    List<Member> declared() {
        return List.copyOf(declared);
    }

    @Override
    public String toString() {
        return fullName;
    }
}
