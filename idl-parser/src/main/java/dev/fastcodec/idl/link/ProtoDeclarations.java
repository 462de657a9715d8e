package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.ast.TypeRef;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Oneof;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Visibility;
import dev.fastcodec.idl.source.Comments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Second pass: enters every declaration into its scope, refuses names that are taken, and makes the types to be completed. */
final class ProtoDeclarations {
    private final ProtoFile file;
    private final ProtoNames names;
    private final Diagnostics diagnostics;

    ProtoDeclarations(ProtoFile file, Diagnostics diagnostics) {
        this.file = file;
        this.names = new ProtoNames(file, diagnostics);
        this.diagnostics = diagnostics;
    }

    /** Declares all; the names that stand in the package are still to be entered. */
    ProtoNames declare() {
        ProtoSymbol scope = file.packageScope();
        for (Decl decl : file.parsed().ast().decls()) {
            if (decl instanceof Decl.Struct struct) {
                file.messages().add(message(struct, scope, null, file.features()));
            } else if (decl instanceof Decl.Enum anEnum) {
                file.enums().add(anEnum(anEnum, scope, null, file.features()));
            } else if (decl instanceof Decl.Extend extend) {
                extend(extend, scope, null, file.features(), file.extensions());
            } else if (decl instanceof Decl.Service service) {
                service(service, scope);
            }
        }
        return names;
    }

    private ProtoMessage message(
            Decl.Struct decl, ProtoSymbol scope, @Nullable ProtoMessage parent, ProtoFeatures outer) {
        boolean exported = names.exported(decl.exported(), parent, false, decl.span(), decl.name());
        return message(
                decl.name(), decl.comments(), decl.body(), said(decl.exported()), exported, scope, parent, outer);
    }

    private ProtoMessage message(
            Name name,
            Comments comments,
            List<Decl> body,
            Visibility visibility,
            boolean exported,
            ProtoSymbol scope,
            @Nullable ProtoMessage parent,
            ProtoFeatures outer) {
        ProtoSymbol symbol = names.enter(ProtoSymbol.Kind.MESSAGE, name.text(), name.span(), scope, exported);
        ProtoOptions options = ProtoOptionReader.read(
                ProtoOptionReader.statements(body), file, OptionTarget.MESSAGE, scope, diagnostics);
        StructType type = new StructType(
                name.text(),
                symbol.fullName(),
                file.info(),
                parent == null ? null : parent.type(),
                StructType.Kind.MESSAGE,
                visibility,
                options.values(),
                comments,
                name.span());
        symbol.define(type);
        ProtoMessage message = new ProtoMessage(file, symbol, type, outer.with(options.features()), options, body);
        symbol.declare(message);
        members(message);
        ProtoSyntheticOneofs.declare(message, names);
        return message;
    }

    private void members(ProtoMessage message) {
        ProtoSymbol scope = message.symbol();
        for (Decl decl : message.body()) {
            if (decl instanceof Decl.Field field) {
                message.fields().add(field(field, message, null, null, scope, message.features()));
            } else if (decl instanceof Decl.Oneof oneof) {
                oneof(oneof, message);
            } else if (decl instanceof Decl.Struct struct) {
                message.messages().add(message(struct, scope, message, message.features()));
            } else if (decl instanceof Decl.Enum anEnum) {
                message.enums().add(anEnum(anEnum, scope, message, message.features()));
            } else if (decl instanceof Decl.Extend extend) {
                extend(extend, scope, message, message.features(), message.extensions());
            }
        }
    }

    private void oneof(Decl.Oneof decl, ProtoMessage message) {
        ProtoSymbol scope = message.symbol();
        names.enter(ProtoSymbol.Kind.ONEOF, decl.name().text(), decl.name().span(), scope, true);
        ProtoOptions options = ProtoOptionReader.read(
                ProtoOptionReader.statements(decl.body()), file, OptionTarget.ONEOF, scope, diagnostics);
        ProtoFeatures features = message.features().with(options.features());
        Oneof oneof = new Oneof(
                decl.name().text(),
                options.values(),
                decl.comments(),
                decl.name().span());
        message.oneofs().add(oneof);
        for (Decl member : decl.body()) {
            if (member instanceof Decl.Field field) {
                message.fields().add(field(field, message, oneof, null, scope, features));
            }
        }
        ProtoStyle.checkOneof(oneof, features, diagnostics);
        ProtoLimits.check(decl, features, diagnostics);
    }

    private void extend(
            Decl.Extend decl,
            ProtoSymbol scope,
            @Nullable ProtoMessage inside,
            ProtoFeatures features,
            List<ProtoField> into) {
        for (Decl member : decl.body()) {
            if (member instanceof Decl.Field field) {
                into.add(field(field, inside, null, decl, scope, features));
            }
        }
    }

    private ProtoField field(
            Decl.Field decl,
            @Nullable ProtoMessage parent,
            @Nullable Oneof oneof,
            Decl.@Nullable Extend extend,
            ProtoSymbol scope,
            ProtoFeatures outer) {
        ProtoOptions options = ProtoOptionReader.read(decl.options(), file, OptionTarget.FIELD, scope, diagnostics);
        ProtoFeatures features = outer.with(options.features());
        ProtoMessage group = group(decl, parent, scope, features);
        String name = decl.name().text();
        if (group != null) {
            name = name.toLowerCase(Locale.ROOT);
        }
        ProtoSymbol.Kind kind = extend == null ? ProtoSymbol.Kind.FIELD : ProtoSymbol.Kind.EXTENSION;
        boolean taken = group != null && name.equals(decl.name().text());
        ProtoSymbol symbol = taken
                ? ProtoSymbol.declared(kind, name, scope, file, decl.name().span(), true)
                : names.enter(kind, name, decl.name().span(), scope, true);
        if (extend == null && decl.type() instanceof TypeRef.MapOf) {
            names.enter(
                    ProtoSymbol.Kind.MAP_ENTRY,
                    Names.mapEntry(name),
                    decl.name().span(),
                    scope,
                    false);
        }
        return new ProtoField(file, decl, name, Names.json(name), symbol, features, options, oneof, group, extend);
    }

    private @Nullable ProtoMessage group(
            Decl.Field decl, @Nullable ProtoMessage parent, ProtoSymbol scope, ProtoFeatures features) {
        if (decl.group() == null) {
            return null;
        }
        Name name = decl.name();
        if (name.text().isEmpty() || name.text().charAt(0) < 'A' || name.text().charAt(0) > 'Z') {
            diagnostics.report(Problem.GROUP_NAME, name.span(), name);
        }
        ProtoFeatures outer = parent == null ? file.features() : parent.features();
        ProtoMessage group = message(
                name,
                decl.comments(),
                decl.group(),
                Visibility.UNSET,
                names.exported(null, parent, false, name.span(), name),
                scope,
                parent,
                outer);
        (parent == null ? file.messages() : parent.messages()).add(group);
        return group;
    }

    private ProtoEnum anEnum(Decl.Enum decl, ProtoSymbol scope, @Nullable ProtoMessage parent, ProtoFeatures outer) {
        Name name = decl.name();
        boolean exported = names.exported(decl.exported(), parent, true, decl.span(), name);
        ProtoSymbol symbol = names.enter(ProtoSymbol.Kind.ENUM, name.text(), name.span(), scope, exported);
        ProtoOptions options = ProtoOptionReader.read(
                ProtoOptionReader.statements(decl.body()), file, OptionTarget.ENUM, scope, diagnostics);
        ProtoFeatures features = outer.with(options.features());
        List<EnumType.Value> values = new ArrayList<>();
        for (Decl member : decl.body()) {
            if (member instanceof Decl.EnumValue value) {
                EnumType.Value read = value(value, decl, scope, features);
                if (read != null) {
                    values.add(read);
                }
            }
        }
        EnumType type = new EnumType(
                name.text(),
                symbol.fullName(),
                file.info(),
                parent == null ? null : parent.type(),
                values,
                ProtoRanges.reserved(decl.body(), Integer.MAX_VALUE),
                said(decl.exported()),
                !features.openEnums(),
                options.values(),
                decl.comments(),
                name.span());
        symbol.define(type);
        return new ProtoEnum(file, symbol, decl, type, features, options);
    }

    private static Visibility said(@Nullable Boolean exported) {
        return exported == null ? Visibility.UNSET : exported ? Visibility.EXPORT : Visibility.LOCAL;
    }

    private EnumType.@Nullable Value value(
            Decl.EnumValue decl, Decl.Enum anEnum, ProtoSymbol scope, ProtoFeatures outer) {
        Name name = decl.name();
        names.enterEnumValue(name, scope, anEnum);
        ProtoOptions options =
                ProtoOptionReader.read(decl.options(), file, OptionTarget.ENUM_VALUE, scope, diagnostics);
        ProtoStyle.checkEnumValue(name, outer.with(options.features()), diagnostics);
        Integer number = ProtoNumbers.enumNumber(decl, diagnostics);
        return number == null
                ? null
                : new EnumType.Value(name.text(), number, options.values(), decl.comments(), name.span());
    }

    private void service(Decl.Service decl, ProtoSymbol scope) {
        ProtoSymbol symbol = names.enter(
                ProtoSymbol.Kind.SERVICE, decl.name().text(), decl.name().span(), scope, true);
        for (Decl member : decl.body()) {
            if (member instanceof Decl.Rpc rpc) {
                names.enter(
                        ProtoSymbol.Kind.METHOD, rpc.name().text(), rpc.name().span(), symbol, true);
            }
        }
        file.services().add(new ProtoService(file, decl, symbol));
    }
}
