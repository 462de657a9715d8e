package dev.fastcodec.idl.link;

import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes the JSON names of fields and refuses two of one name in a message. */
final class ProtoJsonNames {
    private final Diagnostics diagnostics;

    ProtoJsonNames(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The JSON name of a field: {@code json_name}, or derived from its name. */
    static String of(ProtoField field) {
        String said = field.options().values().text("json_name");
        return said != null ? said : field.derivedJsonName();
    }

    /** Checks the fields of a message, first with derived names only, as field masks see them, then with {@code json_name}. */
    void check(ProtoMessage message) {
        boolean anyCustom = false;
        for (ProtoField field : message.fields()) {
            String custom = custom(field);
            if (custom != null) {
                anyCustom = true;
                checkForm(field, custom);
            }
        }
        if (!message.options().values().isTrue("deprecated_legacy_json_field_conflicts")) {
            check(message, false);
            if (anyCustom) {
                check(message, true);
            }
        }
    }

    private void checkForm(ProtoField field, String custom) {
        if (custom.startsWith("[") && custom.endsWith("]")) {
            diagnostics.report(Problem.JSON_NAME_BRACKETS, field.options().place("json_name", field.place()), custom);
        }
        if (custom.indexOf('\0') >= 0) {
            diagnostics.report(Problem.JSON_NAME_NUL, field.options().place("json_name", field.place()));
        }
    }

    private static @Nullable String custom(ProtoField field) {
        String said = field.options().values().text("json_name");
        return said == null || said.equals(field.derivedJsonName()) ? null : said;
    }

    private void check(ProtoMessage message, boolean useCustom) {
        Map<String, ProtoField> byName = new HashMap<>();
        for (ProtoField field : message.fields()) {
            String custom = useCustom ? custom(field) : null;
            String name = custom != null ? custom : field.derivedJsonName();
            ProtoField before = byName.putIfAbsent(name, field);
            if (before != null && !before.name().equals(field.name())) {
                boolean beforeCustom = useCustom && custom(before) != null;
                if (useCustom && custom == null && !beforeCustom) {
                    continue;
                }
                boolean tolerated = message.features().legacyJson() && (custom == null || !beforeCustom);
                if (!tolerated || message.file().parsed().requested()) {
                    report(field, before, name, tolerated);
                }
            }
        }
    }

    private void report(ProtoField field, ProtoField before, String name, boolean tolerated) {
        Problem problem = tolerated ? Problem.JSON_NAME_TWICE_LEGACY : Problem.JSON_NAME_TWICE;
        Diagnostic report = diagnostics.report(problem, field.place(), field.name(), before.name(), name);
        report.note(Problem.FIRST_DECLARED_HERE, before.place());
    }
}
