package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.Options.Setting;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Value;
import dev.fastcodec.idl.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses options on what they are not for ({@code targets}) and in editions that do not have them ({@code feature_support}),
 * and contradictions in what a file says of its own options about that. Targets count only in the files that were asked for.
 */
final class ProtoOptionUses {
    private final Diagnostics diagnostics;
    private final Map<Options, ProtoSupport> supports = new HashMap<>();

    ProtoOptionUses(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Checks what the statements of a declaration set. */
    void check(ProtoOptionSite site) {
        List<Setting> settings = site.values().settings();
        for (int i = 0;
                i < settings.size() && settings.size() == site.statements().size();
                i++) {
            Decl.Option statement = site.statements().get(i);
            Span at = ProtoOptions.namePlace(statement);
            boolean inGroup = false;
            for (Field field : settings.get(i).path()) {
                use(field, inGroup, site, at);
                inGroup |= field.encoding().delimited();
            }
            value(settings.get(i).value(), inGroup, site, at);
        }
    }

    /** Like protoc, asks nothing about the targets of what is in groups. */
    private void use(Field field, boolean inGroup, ProtoOptionSite site, Span at) {
        if (field.options() == Options.NONE) {
            return;
        }
        support(field.options()).checkUse(field.name(), site.file(), at, diagnostics);
        if (!inGroup
                && site.file().parsed().requested()
                && !isTarget(site.target().type(), field.options())) {
            diagnostics.report(
                    Problem.FEATURE_TARGET, at, field.name(), site.target().label());
        }
    }

    /** Whether an option may stand on this target: it says so, or names no targets. */
    private static boolean isTarget(String target, Options options) {
        boolean any = false;
        for (Options.Option option : options.all()) {
            if (option.name().equals("targets") && option.value() instanceof Value.Text text) {
                if (text.value().equals(target)) {
                    return true;
                }
                any = true;
            }
        }
        return !any;
    }

    private ProtoSupport support(Options options) {
        return options == Options.NONE ? ProtoSupport.NONE : supports.computeIfAbsent(options, ProtoSupport::of);
    }

    private void value(Value value, boolean inGroup, ProtoOptionSite site, Span at) {
        if (value instanceof Value.Struct struct) {
            for (Value.FieldValue part : struct.fields()) {
                use(part.field(), inGroup, site, at);
                value(part.value(), inGroup || part.field().encoding().delimited(), site, at);
            }
        } else if (value instanceof Value.MapOf map) {
            map.entries().forEach(e -> value(e.value(), inGroup, site, at));
        } else if (value instanceof Value.EnumValue e) {
            support(e.value().options()).checkUse(e.value().name(), site.file(), at, diagnostics);
        }
    }

    /** Checks what a file declares. */
    void checkDeclared(SchemaFile file) {
        for (StructType type : file.structs()) {
            checkDeclared(type);
        }
        for (EnumType type : file.enums()) {
            checkDeclared(type);
        }
        for (Extension extension : file.extensions()) {
            checkDeclared(extension.field());
        }
    }

    /** Checks the fields, extensions and enums of a message and of those inside. */
    void checkDeclared(StructType type) {
        for (Field field : type.fields()) {
            checkDeclared(field);
        }
        for (Extension extension : type.body().extensions()) {
            checkDeclared(extension.field());
        }
        for (StructType nested : type.body().structs()) {
            checkDeclared(nested);
        }
        for (EnumType nested : type.body().enums()) {
            checkDeclared(nested);
        }
    }

    /** Checks a field or extension. */
    void checkDeclared(Field field) {
        ProtoSupport support = support(field.options());
        if (support.isEmpty()) {
            return;
        }
        support.check(field.span(), diagnostics);
        if (field.type() instanceof EnumType anEnum) {
            for (EnumType.Value value : anEnum.values()) {
                ProtoSupport own = support(value.options());
                if (!own.isEmpty()) {
                    ProtoSupport both = support.with(own);
                    both.check(field.span(), diagnostics);
                    both.checkWithin(support, field.span(), diagnostics);
                }
            }
        }
    }

    /** Checks the values of an enum. */
    void checkDeclared(EnumType type) {
        for (EnumType.Value value : type.values()) {
            support(value.options()).check(value.span(), diagnostics);
        }
    }
}
