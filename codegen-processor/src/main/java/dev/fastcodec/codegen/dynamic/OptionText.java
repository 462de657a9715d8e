package dev.fastcodec.codegen.dynamic;

import dev.fastcodec.codegen.dynamic.DynamicMessage.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields of an options message as a {@code .proto} file sets them: {@code name = value}, extensions in parentheses. */
public final class OptionText {
    /** What a file says in another way than by an option, or not at all. */
    private static final Set<String> NO_OPTIONS = Set.of("uninterpreted_option", "map_entry");

    /** A message whose fields are set one by one. */
    private static final String FEATURES = "features";

    private OptionText() {}

    /** Assignments by number of the field, a repeated one once per value. What the type does not have is left out. */
    public static List<String> of(DynamicMessage options) {
        List<String> assignments = new ArrayList<>();
        for (Slot slot : options.slots()) {
            Member member = slot.member();
            if (member.extension() || !NO_OPTIONS.contains(member.name())) {
                String name = name(member);
                for (Object value : slot.values()) {
                    if (name.equals(FEATURES) && value instanceof DynamicMessage features) {
                        of(features).forEach(feature -> assignments.add(FEATURES + "." + feature));
                    } else {
                        assignments.add(name + " = " + TextWriter.value(member.type(), value));
                    }
                }
            }
        }
        return assignments;
    }

    private static String name(Member member) {
        return member.extension() ? "(" + member.fullName() + ")" : member.name();
    }
}
