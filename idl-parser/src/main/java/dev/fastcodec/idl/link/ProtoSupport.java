package dev.fastcodec.idl.link;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.Options.Setting;
import dev.fastcodec.idl.schema.Value;
import dev.fastcodec.idl.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Through which editions an option, or a value of one, may be used: its own option {@code feature_support} (descriptor.proto,
 * FieldOptions.FeatureSupport). Editions are numbers; zero is before all of them.
 */
record ProtoSupport(Map<String, Value> said) {
    /** Nothing said: any edition. */
    static final ProtoSupport NONE = new ProtoSupport(Map.of());

    private static final String EDITION = "EDITION_";
    private static final String INTRODUCED = "edition_introduced";
    private static final String DEPRECATED = "edition_deprecated";
    private static final String WARNING = "deprecation_warning";
    private static final String REMOVED = "edition_removed";
    private static final String ERROR = "removal_error";

    /** What the options of a field or enum value say. */
    static ProtoSupport of(Options options) {
        // What an option sets takes time to find, and few have this.
        boolean any = false;
        for (Options.Option option : options.all()) {
            any |= option.name().startsWith("feature_support");
        }
        if (!any) {
            return NONE;
        }
        Map<String, Value> said = new HashMap<>();
        for (Setting setting : options.settings()) {
            List<Field> path = setting.path();
            if (path.get(0).name().equals("feature_support")) {
                if (path.size() == 2) {
                    said.put(path.get(1).name(), setting.value());
                } else if (setting.value() instanceof Value.Struct struct) {
                    struct.fields().forEach(f -> said.put(f.field().name(), f.value()));
                }
            }
        }
        return said.isEmpty() ? NONE : new ProtoSupport(said);
    }

    boolean isEmpty() {
        return said.isEmpty();
    }

    /** This one, and above it what another says. */
    ProtoSupport with(ProtoSupport other) {
        Map<String, Value> all = new HashMap<>(said);
        all.putAll(other.said);
        return new ProtoSupport(all);
    }

    int introduced() {
        return edition(INTRODUCED);
    }

    private int edition(String name) {
        return said.get(name) instanceof Value.EnumValue e ? e.value().number() : 0;
    }

    /** Reports use in an edition that is too early or too late; what is used is called {@code name}. */
    void checkUse(String name, ProtoFile file, Span at, Diagnostics diagnostics) {
        ProtoEdition edition = file.edition();
        if (edition.number() < introduced()) {
            diagnostics.report(Problem.SUPPORT_TOO_EARLY, at, name, label(INTRODUCED), edition.label());
        }
        if (said.containsKey(REMOVED) && edition.number() >= edition(REMOVED)) {
            diagnostics.report(Problem.OPTION_REMOVED, at, name, label(REMOVED));
        } else if (said.containsKey(DEPRECATED)
                && edition.number() >= edition(DEPRECATED)
                && file.parsed().requested()) {
            String why = said.get(WARNING) instanceof Value.Text text ? text.value() : "";
            diagnostics.report(Problem.OPTION_DEPRECATED, at, name, label(DEPRECATED), why);
        }
    }

    private String label(String name) {
        String text = said.get(name) instanceof Value.EnumValue e ? e.value().name() : name;
        return text.startsWith(EDITION) ? text.substring(EDITION.length()) : text;
    }

    /** Reports what contradicts itself. */
    void check(Span at, Diagnostics diagnostics) {
        if (said.containsKey(DEPRECATED)) {
            order(DEPRECATED, INTRODUCED, at, diagnostics);
        }
        pair(DEPRECATED, WARNING, at, diagnostics);
        if (said.containsKey(REMOVED)) {
            if (said.containsKey(DEPRECATED) && edition(DEPRECATED) >= edition(REMOVED)) {
                diagnostics.report(Problem.SUPPORT_ORDER, at, REMOVED, DEPRECATED);
            }
            order(REMOVED, INTRODUCED, at, diagnostics);
        }
        if (introduced() != edition(REMOVED) || !said.containsKey(REMOVED)) {
            pair(REMOVED, ERROR, at, diagnostics);
        }
    }

    private void order(String later, String earlier, Span at, Diagnostics diagnostics) {
        if (edition(later) < edition(earlier)) {
            diagnostics.report(Problem.SUPPORT_ORDER, at, later, earlier);
        }
    }

    private void pair(String edition, String text, Span at, Diagnostics diagnostics) {
        if (said.containsKey(edition) != said.containsKey(text)) {
            diagnostics.report(Problem.SUPPORT_PAIR, at, edition, text);
        }
    }

    /** Reports a value of an enum that may be used longer than the option that it is a value of. */
    void checkWithin(ProtoSupport option, Span at, Diagnostics diagnostics) {
        boolean wider = introduced() < option.introduced()
                || option.said.containsKey(REMOVED) && edition(REMOVED) > option.edition(REMOVED)
                || option.said.containsKey(DEPRECATED) && edition(DEPRECATED) > option.edition(DEPRECATED);
        if (wider) {
            diagnostics.report(Problem.SUPPORT_WIDER, at);
        }
    }
}
