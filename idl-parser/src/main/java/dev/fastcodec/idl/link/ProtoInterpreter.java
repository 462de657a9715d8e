package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.diag.Suggestion;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Options.Setting;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sixth pass: finds the field that each option sets and gives the value its type. */
final class ProtoInterpreter {
    private final ProtoScopes scopes;
    private final ProtoExtensions extensions;
    private final ProtoOptionTypes types;
    private final Diagnostics diagnostics;

    ProtoInterpreter(ProtoScopes scopes, ProtoExtensions extensions, ProtoOptionTypes types, Diagnostics diagnostics) {
        this.scopes = scopes;
        this.extensions = extensions;
        this.types = types;
        this.diagnostics = diagnostics;
    }

    /** Interprets the options of a file: now what was not checked yet, the rest when it is asked for. */
    void interpret(ProtoFile file) {
        for (ProtoOptionSite site : file.optionSites()) {
            if (site.checked()) {
                site.values()
                        .interpret(() -> new ProtoInterpreter(scopes, extensions, types, new Diagnostics()).read(site));
            } else {
                List<Setting> settings = read(site);
                site.values().interpret(() -> settings);
            }
        }
    }

    private List<Setting> read(ProtoOptionSite site) {
        List<Setting> settings = new ArrayList<>();
        ProtoOptionsSet set = new ProtoOptionsSet();
        for (Decl.Option option : site.statements()) {
            Setting setting = read(site, option);
            if (setting != null && set.add(setting, option, diagnostics)) {
                settings.add(setting);
            }
        }
        if (settings.size() == site.statements().size()) {
            set.checkRequired(diagnostics);
        }
        return settings;
    }

    private @Nullable Setting read(ProtoOptionSite site, Decl.Option option) {
        StructType at = types.of(site.target());
        List<Field> path = new ArrayList<>();
        boolean feature = isFeature(option);
        for (Decl.Option.Part part : option.name()) {
            if (!path.isEmpty()) {
                at = through(path.get(path.size() - 1), option, part);
            }
            Field field = at == null ? null : field(site, at, part, feature);
            if (field == null) {
                return null;
            }
            path.add(field);
        }
        Value value = value(site, path.get(path.size() - 1), option);
        if (value == null) {
            return null;
        }
        boolean good = new ProtoReadBack(site.file().parsed().requested(), diagnostics)
                .check(path, value, ProtoOptions.namePlace(option));
        return good ? new Setting(path, value) : null;
    }

    private static boolean isFeature(Decl.Option option) {
        Decl.Option.Part first = option.name().get(0);
        return !first.extension() && first.name().text().equals("features");
    }

    /** The message that the next part of a name is a field of; null and reported when there is none. */
    private @Nullable StructType through(Field field, Decl.Option option, Decl.Option.Part next) {
        if (field.type() instanceof StructType type) {
            return type;
        }
        boolean list = field.type() instanceof Type.MapOf
                || field.type() instanceof Type.ListOf l && l.element() instanceof StructType;
        Problem problem = list ? Problem.OPTION_REPEATED_PATH : Problem.OPTION_HAS_NO_FIELDS;
        diagnostics.report(problem, next.name().span(), nameBefore(option, next));
        return null;
    }

    private static String nameBefore(Decl.Option option, Decl.Option.Part end) {
        List<Decl.Option.Part> parts = option.name().subList(0, option.name().indexOf(end));
        return new Decl.Option(option.span(), option.comments(), parts, option.value()).nameText();
    }

    private @Nullable Field field(ProtoOptionSite site, StructType at, Decl.Option.Part part, boolean feature) {
        Name name = part.name();
        if (part.extension()) {
            return extension(site, at, name, feature);
        }
        Field field = at.field(name.text()).orElse(null);
        if (field == null) {
            Diagnostic report = diagnostics.report(Problem.OPTION_NO_FIELD, name.span(), at.fullName(), name.text());
            Suggestion.help(
                    report, name.text(), at.fields().stream().map(Field::name).toList());
        }
        return field;
    }

    private @Nullable Field extension(ProtoOptionSite site, StructType at, Name name, boolean feature) {
        ProtoSymbol found = scopes.find(name.text(), site.scope(), site.file(), false);
        if (found == null) {
            scopes.reportUndefined(name, site.scope(), site.file(), false);
            return null;
        }
        Extension extension = extensions.extension(found);
        if (found.kind() != ProtoSymbol.Kind.EXTENSION) {
            diagnostics.report(
                    Problem.NAME_NO_EXTENSION, name.span(), name, found.kind().label());
        } else if (extension != null && extension.extendee() != at) {
            diagnostics.report(Problem.OPTION_OF_OTHER, name.span(), name, extension.extendee(), at.fullName());
        } else if (extension != null && feature && found.file() == site.file()) {
            diagnostics.report(Problem.FEATURE_IN_OWN_FILE, name.span(), name);
        } else {
            return extension == null ? null : extension.field();
        }
        return null;
    }

    private @Nullable Value value(ProtoOptionSite site, Field field, Decl.Option option) {
        Type type = field.type() instanceof Type.ListOf list ? list.element() : field.type();
        String name = option.nameText();
        Literal value = option.value();
        if (type instanceof StructType struct) {
            if (value instanceof Literal.Aggregate aggregate) {
                return new ProtoAggregates(site.file(), scopes, extensions, types, diagnostics)
                        .message(struct, aggregate);
            }
            diagnostics.report(Problem.OPTION_NOT_MESSAGE, value.span(), name);
            return null;
        }
        if (type instanceof Type.MapOf map) {
            if (value instanceof Literal.Aggregate aggregate) {
                return new ProtoAggregates(site.file(), scopes, extensions, types, diagnostics)
                        .entry(map, option.name().get(option.name().size() - 1).name(), aggregate);
            }
            diagnostics.report(Problem.OPTION_NOT_MESSAGE, value.span(), name);
            return null;
        }
        ProtoOptionScalars scalars = new ProtoOptionScalars(false, diagnostics);
        return type instanceof EnumType anEnum
                ? scalars.ofEnum(name, anEnum, value)
                : scalars.scalar(name, (ScalarType) type, value);
    }
}
