package dev.fastcodec.codegen.plan;

import java.util.List;

/**
 * A oneof, or the members of a union.
 *
 * @param name as in the IDL; of a union, its type's name
 * @param variable the slot; also the method that gives the sealed view
 * @param caseVariable the number of the member that is set; also the method that gives it
 * @param property what follows {@code clear}
 * @param view the nested sealed interface
 * @param records names of the view's records, in the order of the members
 * @param members indices into {@link StructPlan#fields}
 * @param exactlyOne whether reading and writing demand a member (union)
 * @param lastWins whether a second member that is read takes the place of the first, which is refused in a union otherwise
 */
public record OneofPlan(
        String name,
        String variable,
        String caseVariable,
        String property,
        String view,
        List<String> records,
        List<Integer> members,
        boolean exactlyOne,
        boolean lastWins,
        String doc) {
    /** Copies the lists. */
    public OneofPlan {
        records = List.copyOf(records);
        members = List.copyOf(members);
    }
}
