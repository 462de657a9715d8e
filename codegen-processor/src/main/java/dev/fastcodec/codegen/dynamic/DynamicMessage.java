package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.idl.schema.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message with values by field. A value is a Boolean, Integer, Long, Float, Double, the bytes of a string or of bytes, the
 * number of an enum's value, or a message; a repeated field has several, a map's are messages of key and value. Not
 * thread-safe.
 */
public final class DynamicMessage {
    private final MessageType type;
    private final Map<Integer, Slot> slots = new TreeMap<>();
    private final List<UnknownField> unknown = new ArrayList<>();

    /** A member with its values: one unless it is repeated. */
    record Slot(Member member, List<Object> values) {
        /** The value of a member that is not repeated. */
        Object value() {
            return values.get(values.size() - 1);
        }
    }

    /** An empty message. */
    public DynamicMessage(MessageType type) {
        this.type = type;
    }

    /** Its type. */
    public MessageType type() {
        return type;
    }

    /** Whether a value was set or added. */
    boolean has(Member member) {
        return slots.containsKey(member.number());
    }

    /** The value of a member that is not repeated, or null. */
    @Nullable
    Object get(Member member) {
        Slot slot = slots.get(member.number());
        return slot == null ? null : slot.value();
    }

    /** The values of a member. */
    List<Object> values(Member member) {
        Slot slot = slots.get(member.number());
        return slot == null ? List.of() : slot.values();
    }

    /**
     * Adds to a repeated member, or sets another one: then other members of its oneof are cleared, and setting one without
     * presence to its default clears it.
     */
    void put(Member member, Object value) {
        if (member.repeated()) {
            slots.computeIfAbsent(member.number(), n -> new Slot(member, new ArrayList<>()))
                    .values()
                    .add(value);
        } else if (!member.presence() && isZero(value)) {
            slots.remove(member.number());
        } else {
            Member other = setMember(member.oneof());
            if (other != null) {
                slots.remove(other.number());
            }
            slots.put(member.number(), new Slot(member, List.of(value)));
        }
    }

    /** The message to read a value of a member into: a new one, or for a member that is not repeated the one that is there. */
    DynamicMessage nested(Member member, MessageType nestedType) {
        if (!member.repeated() && get(member) instanceof DynamicMessage there) {
            return there;
        }
        DynamicMessage made = new DynamicMessage(nestedType);
        put(member, made);
        return made;
    }

    /** Takes back the last value added to a repeated member. */
    void removeLast(Member member) {
        List<Object> values = Objects.requireNonNull(slots.get(member.number())).values();
        values.remove(values.size() - 1);
        if (values.isEmpty()) {
            slots.remove(member.number());
        }
    }

    /** The member of a oneof that is set, or null. */
    @Nullable
    Member setMember(@Nullable String oneof) {
        if (oneof != null) {
            for (Slot slot : slots.values()) {
                if (oneof.equals(slot.member().oneof())) {
                    return slot.member();
                }
            }
        }
        return null;
    }

    /** Members with values, by number. */
    List<Slot> slots() {
        return List.copyOf(slots.values());
    }

    /** Fields that the type does not have, in order of arrival; the list may be added to. */
    List<UnknownField> unknown() {
        return unknown;
    }

    /** Takes away the options that only the source is to have, here and in messages within. */
    public void stripSourceOnly() {
        slots.values().removeIf(slot -> slot.member().sourceOnly());
        nested().forEach(DynamicMessage::stripSourceOnly);
    }

    /** Takes away fields that the types do not have, but not within options, where they are options of others. */
    public void dropUnknown() {
        unknown.clear();
        for (Slot slot : slots.values()) {
            if (!slot.member().name().equals("options")) {
                nested(slot).forEach(DynamicMessage::dropUnknown);
            }
        }
    }

    private Stream<DynamicMessage> nested() {
        return slots.values().stream().flatMap(DynamicMessage::nested);
    }

    private static Stream<DynamicMessage> nested(Slot slot) {
        return slot.values().stream().filter(DynamicMessage.class::isInstance).map(DynamicMessage.class::cast);
    }

    /** Whether there are fields, here or in messages within, that the types do not have. */
    public boolean hasUnknown() {
        return !unknown.isEmpty() || nested().anyMatch(DynamicMessage::hasUnknown);
    }

    /** The value of a member, or its type's default. */
    Object valueOrDefault(Member member) {
        Object value = get(member);
        return value != null ? value : defaultOf(member.type());
    }

    private static Object defaultOf(MemberType type) {
        if (type instanceof MemberType.Scalar scalar) {
            return zero(scalar.type());
        } else if (type instanceof MemberType.Named named) {
            return named.type().values().get(0).number();
        } else if (type instanceof MemberType.Nested nested) {
            return new DynamicMessage(nested.type());
        }
        throw new AssertionError(type);
    }

    private static Object zero(ScalarType type) {
        return switch (type) {
            case BOOL -> false;
            case INT32, UINT32, SINT32, FIXED32, SFIXED32 -> 0;
            case INT64, UINT64, SINT64, FIXED64, SFIXED64 -> 0L;
            case FLOAT -> 0f;
            case DOUBLE -> 0d;
            case STRING, BYTES -> new byte[0];
            case INT8, INT16, UUID -> throw new AssertionError(type);
        };
    }

    /** Whether it is the default of a member without presence; minus zero is not. */
    private static boolean isZero(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length == 0;
        }
        return value.equals(false) || value.equals(0) || value.equals(0L) || value.equals(0f) || value.equals(0d);
    }

    /**
     * The members that must be set and are not, here and in messages within.
     *
     * @return paths such as {@code items[2].id}, in the order of fields
     */
    public List<String> missing() {
        List<String> paths = new ArrayList<>();
        findMissing("", paths);
        return paths;
    }

    private void findMissing(String prefix, List<String> paths) {
        for (Member member : type.declared()) {
            if (member.required() && !has(member)) {
                paths.add(prefix + member.name());
            }
        }
        for (Slot slot : slots.values()) {
            Member member = slot.member();
            if (member.type() instanceof MemberType.Nested) {
                String name = member.extension() ? "(" + member.fullName() + ")" : member.name();
                int index = 0;
                for (Object value : slot.values()) {
                    String place = member.repeated() ? name + "[" + index++ + "]" : name;
                    ((DynamicMessage) value).findMissing(prefix + place + ".", paths);
                }
            }
        }
    }
}
