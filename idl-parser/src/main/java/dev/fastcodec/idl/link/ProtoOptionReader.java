package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.diag.Suggestion;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.Value;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options of one declaration: standard ones get their type, features are checked, custom ones stay as written.
 * A field's default is no option and is left to {@link ProtoDefaults}.
 */
final class ProtoOptionReader {
    private final ProtoFile file;
    private final OptionTarget target;
    private final ProtoSymbol scope;
    private final Diagnostics diagnostics;
    private final List<Options.Option> values = new ArrayList<>();
    private final Map<String, String> features = new HashMap<>();
    private final Map<String, Span> first = new HashMap<>();
    private boolean checked = true;

    private ProtoOptionReader(ProtoFile file, OptionTarget target, ProtoSymbol scope, Diagnostics diagnostics) {
        this.file = file;
        this.target = target;
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads options.
     *
     * @param scope where the names of custom options are looked up
     */
    static ProtoOptions read(
            List<Decl.Option> written,
            ProtoFile file,
            OptionTarget target,
            ProtoSymbol scope,
            Diagnostics diagnostics) {
        if (written.isEmpty()) {
            return ProtoOptions.NONE;
        }
        ProtoOptionReader reader = new ProtoOptionReader(file, target, scope, diagnostics);
        List<Decl.Option> good = new ArrayList<>();
        for (Decl.Option option : written) {
            int before = diagnostics.count();
            if (reader.read(option) && diagnostics.count() == before) {
                good.add(option);
            }
        }
        Options values = new Options(reader.values);
        file.optionSites().add(new ProtoOptionSite(file, target, scope, values, good, reader.checked));
        return new ProtoOptions(values, Map.copyOf(reader.features), written);
    }

    /** The option statements of a body. */
    static List<Decl.Option> statements(List<Decl> body) {
        List<Decl.Option> found = new ArrayList<>();
        for (Decl decl : body) {
            if (decl instanceof Decl.Option option) {
                found.add(option);
            }
        }
        return found;
    }

    /** Reads an option; false for what is none in the end, such as a field's default. */
    private boolean read(Decl.Option option) {
        if (option.name().isEmpty()) {
            return false;
        }
        String name = option.name().get(0).name().text();
        if (option.name().get(0).extension()) {
            checked = false;
            keep(option);
            file.optionUses().add(new ProtoFile.OptionUse(option.name().get(0).name(), scope));
            noteNames(option.value());
        } else if (name.equals("uninterpreted_option")) {
            diagnostics.report(Problem.OPTION_NOT_SETTABLE, ProtoOptions.namePlace(option), name);
        } else if (!(target == OptionTarget.FIELD && name.equals("default"))) {
            standard(option, name);
            return !(target == OptionTarget.FIELD && name.equals("json_name"));
        } else {
            if (option.name().size() > 1) {
                diagnostics.report(Problem.OPTION_HAS_NO_FIELDS, ProtoOptions.namePlace(option), name);
            }
            return false;
        }
        return true;
    }

    private void keep(Decl.Option option) {
        values.add(new Options.Option(
                option.nameText(), new Value.Raw(option.value().span().text())));
    }

    /** Notes the extensions and types that an aggregate names, which makes imports used. */
    private void noteNames(Literal value) {
        if (value instanceof Literal.Aggregate aggregate) {
            for (Literal.AggregateField field : aggregate.fields()) {
                if (field.extension()) {
                    file.optionUses().add(new ProtoFile.OptionUse(field.name(), scope));
                }
                noteNames(field.value());
            }
        } else if (value instanceof Literal.ListOf list) {
            list.elements().forEach(this::noteNames);
        }
    }

    private void standard(Decl.Option option, String name) {
        StandardOptions.Option standard = StandardOptions.of(target).get(name);
        Span at = ProtoOptions.namePlace(option);
        if (standard == null) {
            Diagnostic report = diagnostics.report(Problem.OPTION_UNKNOWN, at, name, target.label());
            Suggestion.help(report, name, StandardOptions.of(target).keySet());
            return;
        }
        if (standard.removedIn() != null && file.edition().isAtLeast(standard.removedIn())) {
            diagnostics.report(
                    Problem.OPTION_REMOVED, at, name, standard.removedIn().label());
        }
        if (standard.kind() instanceof StandardOptions.Kind.FeatureSet) {
            featureSet(option, at);
            return;
        }
        if (standard.kind() instanceof StandardOptions.Kind.Message) {
            checked = false;
            if (standard.repeated() || once(option.nameText(), at)) {
                keep(option);
            }
            return;
        }
        if (option.name().size() > 1) {
            diagnostics.report(Problem.OPTION_HAS_NO_FIELDS, at, name);
            return;
        }
        if (standard.repeated() || once(name, at)) {
            Value value = typed(name, standard.kind(), option.value());
            if (value != null) {
                values.add(new Options.Option(name, value));
            }
        }
    }

    /** Reports an option of which a part is set already. */
    private boolean again(String name, Span at) {
        diagnostics.report(Problem.OPTION_TWICE, at, name);
        return false;
    }

    private boolean once(String name, Span at) {
        Span before = first.putIfAbsent(name, at);
        if (before != null) {
            diagnostics.report(Problem.OPTION_TWICE, at, name).note(Problem.FIRST_SET_HERE, before);
        }
        return before == null;
    }

    private @Nullable Value typed(String name, StandardOptions.Kind kind, Literal value) {
        String ident = value instanceof Literal.Ident i ? i.name().text() : null;
        if (kind instanceof StandardOptions.Kind.Bool) {
            if ("true".equals(ident) || "false".equals(ident)) {
                return new Value.Bool("true".equals(ident));
            }
            diagnostics.report(Problem.OPTION_NOT_BOOL, value.span(), name);
        } else if (kind instanceof StandardOptions.Kind.Text) {
            if (value instanceof Literal.Text text) {
                return new Value.Text(text.text());
            }
            diagnostics.report(Problem.OPTION_NOT_TEXT, value.span(), name);
        } else if (kind instanceof StandardOptions.Kind.OneOf oneOf) {
            if (ident != null && oneOf.names().contains(ident)) {
                return new Value.Text(ident);
            }
            notOneOf(name, oneOf.names(), value, ident);
        }
        return null;
    }

    private void notOneOf(String name, List<String> names, Literal value, @Nullable String ident) {
        Diagnostic report = diagnostics.report(Problem.OPTION_NOT_ONE_OF, value.span(), name, String.join(", ", names));
        if (ident != null) {
            Suggestion.help(report, ident, names);
        }
    }

    private void featureSet(Decl.Option option, Span at) {
        if (!file.edition().isEdition()) {
            diagnostics.report(Problem.FEATURES_NEED_EDITION, at, file.edition().label());
            return;
        }
        if (option.name().size() > 1) {
            Decl.Option.Part part = option.name().get(1);
            if (part.extension()) {
                checked = false;
                keep(option);
                javaFeature(option);
                file.optionUses().add(new ProtoFile.OptionUse(part.name(), scope));
            } else if (option.name().size() > 2) {
                diagnostics.report(Problem.OPTION_HAS_NO_FIELDS, at, "features." + part.name());
            } else {
                feature(part.name(), option.value(), false);
            }
        } else if (option.value() instanceof Literal.Aggregate aggregate) {
            if (features.isEmpty() ? once("features", at) : again("features", at)) {
                for (Literal.AggregateField field : aggregate.fields()) {
                    if (field.extension()) {
                        checked = false;
                        file.optionUses().add(new ProtoFile.OptionUse(field.name(), scope));
                    } else {
                        feature(field.name(), field.value(), true);
                    }
                }
                noteNames(aggregate);
            }
        } else {
            diagnostics.report(Problem.OPTION_NOT_MESSAGE, option.value().span(), "features");
        }
    }

    /** protobuf-java's own features, two of which change what stands on the wire. */
    private void javaFeature(Decl.Option option) {
        String name = option.nameText().substring("features.".length());
        boolean known = name.equals(ProtoFeatures.JAVA_UTF8) || name.equals(ProtoFeatures.JAVA_CLOSED_ENUM);
        if (known && option.value() instanceof Literal.Ident ident) {
            features.put(name, ident.name().text());
        }
    }

    private void feature(Name written, Literal value, boolean textFormat) {
        String name = written.text();
        StandardOptions.Feature feature = StandardOptions.allFeatures().get(name);
        if (feature == null) {
            Diagnostic report = diagnostics.report(Problem.FEATURE_UNKNOWN, written.span(), name);
            Suggestion.help(report, name, StandardOptions.allFeatures().keySet());
            return;
        }
        String ident = value instanceof Literal.Ident i ? i.name().text() : null;
        if (textFormat && value instanceof Literal.Int i && i.value().bitLength() < 32) {
            ident = feature.name(i.value().intValue());
        }
        if (!feature.targets().contains(target)) {
            diagnostics.report(Problem.FEATURE_TARGET, written.span(), name, target.label());
        } else if (!file.edition().isAtLeast(feature.since())) {
            diagnostics.report(
                    Problem.FEATURE_TOO_EARLY,
                    written.span(),
                    name,
                    feature.since().label(),
                    file.edition().label());
        } else if (ident == null || !feature.names().contains(ident)) {
            notOneOf("features." + name, feature.names(), value, ident);
        } else if (once("features." + name, written.span())) {
            features.put(name, ident);
            values.add(new Options.Option("features." + name, new Value.Text(ident)));
        }
    }
}
