package dev.fastcodec.codegen.plan;

import java.util.List;

/**
 * What Protobuf's text format asks of a bean besides the names of its fields.
 *
 * @param groups fields that go by the name of their message
 * @param reserved names that fields had once, which are passed over
 * @param any whether it is {@code google.protobuf.Any}, whose content is written out
 */
public record TextPlan(List<Group> groups, List<String> reserved, boolean any) {
    /** A group that is declared where it is used, and what it is called. */
    public record Group(int number, String label) {}

    /** Copies the lists. */
    public TextPlan {
        groups = List.copyOf(groups);
        reserved = List.copyOf(reserved);
    }

    /** What a field is called. */
    public String label(FieldPlan field) {
        return groups.stream()
                .filter(g -> g.number() == field.number())
                .findFirst()
                .map(Group::label)
                .orElse(field.name());
    }
}
