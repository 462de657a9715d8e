package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.diag.Suggestion;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the fields that names in text format mean: fields, groups by the name of their message, and extensions in brackets. */
final class ProtoAggregateFields {
    private final ProtoFile file;
    private final ProtoScopes scopes;
    private final ProtoExtensions extensions;
    private final ProtoOptionTypes types;
    private final Diagnostics diagnostics;

    ProtoAggregateFields(
            ProtoFile file,
            ProtoScopes scopes,
            ProtoExtensions extensions,
            ProtoOptionTypes types,
            Diagnostics diagnostics) {
        this.file = file;
        this.scopes = scopes;
        this.extensions = extensions;
        this.types = types;
        this.diagnostics = diagnostics;
    }

    /** The field that is set, or null and reported when there is none. */
    @Nullable
    Field find(StructType type, Literal.AggregateField part) {
        Name name = part.name();
        if (part.domain() != null) {
            diagnostics.report(Problem.AGGREGATE_NO_ANY, name.span(), type.fullName());
            return null;
        }
        if (part.extension()) {
            return extension(type, name);
        }
        Field field = type.field(name.text()).orElse(null);
        if (field == null) {
            field = type.field(name.text().toLowerCase(Locale.ROOT))
                    .filter(f -> isGroupLike(type, f, name.text()))
                    .orElse(null);
        }
        if (field == null) {
            Diagnostic report = diagnostics.report(Problem.OPTION_NO_FIELD, name.span(), type.fullName(), name.text());
            Suggestion.help(
                    report, name.text(), type.fields().stream().map(Field::name).toList());
        }
        return field;
    }

    /** A group goes by the name of its message, too: what is delimited and declared beside a field of its name. */
    private static boolean isGroupLike(StructType type, Field field, String said) {
        return field.encoding().delimited()
                && element(field) instanceof StructType group
                && group.name().equals(said)
                && group.name().toLowerCase(Locale.ROOT).equals(field.name())
                && group.file() == type.file()
                && group.parent() == type;
    }

    private @Nullable Field extension(StructType type, Name name) {
        ProtoSymbol scope = types.inside(type.fullName());
        ProtoSymbol found = scope == null ? null : scopes.find(name.text(), around(scope), file, false);
        Extension extension = found == null ? null : extensions.extension(found);
        if (extension == null && found != null && found.type() instanceof StructType message) {
            extension = ofMessageSet(type, message);
        }
        if (extension == null || extension.extendee() != type) {
            diagnostics.report(Problem.OPTION_NO_EXTENSION, name.span(), name.text(), type.fullName());
            return null;
        }
        return extension.field();
    }

    /** In a message set the name of a message stands for the extension in it that holds that message. */
    private static @Nullable Extension ofMessageSet(StructType type, StructType message) {
        if (type.options().isTrue("message_set_wire_format")) {
            for (Extension extension : message.body().extensions()) {
                if (extension.extendee() == type && extension.field().type() == message) {
                    return extension;
                }
            }
        }
        return null;
    }

    /** Names are looked up around a message, not in it. */
    private static ProtoSymbol around(ProtoSymbol message) {
        return Objects.requireNonNullElse(message.parent(), message);
    }

    /** What a message reserves may be set as if it were a field, and sets nothing. */
    static boolean isReserved(StructType type, String name) {
        return type.field(name).isEmpty() && type.body().reserved().names().contains(name);
    }

    /** The message that a name means which an {@code Any} holds, or null when there is none. */
    @Nullable
    StructType message(Name name) {
        ProtoSymbol found = scopes.find("." + name.text(), types.root(), file, false);
        return found != null && found.type() instanceof StructType message ? message : ProtoMapEntries.of(found);
    }

    /** The type of a field's values, one by one. */
    static Type element(Field field) {
        return field.type() instanceof Type.ListOf list ? list.element() : field.type();
    }
}
