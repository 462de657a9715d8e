package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import java.util.Set;

/** Checks the names that a file declares: no dots, and no word that Apache's compiler keeps for some language. */
final class ThriftNames {
    private static final Set<String> RESERVED = Set.of(
            ("BEGIN END __CLASS__ __DIR__ __FILE__ __FUNCTION__ __LINE__ __METHOD__ __NAMESPACE__ abstract alias and args as"
                            + " assert begin break case catch class clone continue declare def default del delete do dynamic"
                            + " elif else elseif elsif end enddeclare endfor endforeach endif endswitch endwhile ensure"
                            + " except exec finally float for foreach from function global goto if implements import in"
                            + " inline instanceof interface is lambda module native new next nil not or package pass public"
                            + " print private protected raise redo rescue retry register return self sizeof static super"
                            + " switch synchronized then this throw transient try undef unless unsigned until use var"
                            + " virtual volatile when while with xor yield")
                    .split(" "));

    private final Diagnostics diagnostics;

    ThriftNames(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Checks a declared name. */
    void check(ThriftFile file, Name name) {
        if (name.text().indexOf('.') >= 0) {
            diagnostics.report(Problem.THRIFT_DOT_IN_NAME, name.span(), name);
        } else if (file.isRequested() && RESERVED.contains(name.text())) {
            diagnostics.report(Problem.THRIFT_RESERVED_WORD, name.span(), name);
        }
    }
}
