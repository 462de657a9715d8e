package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Links extensions to the messages they extend and checks their numbers. */
final class ProtoExtensions {
    private final ProtoScopes scopes;
    private final ProtoFields types;
    private final ProtoNumbers numbers;
    private final Diagnostics diagnostics;
    private final Map<ProtoSymbol, Extension> bySymbol = new HashMap<>();
    private final Map<StructType, Map<Integer, ProtoField>> used = new HashMap<>();

    ProtoExtensions(ProtoSymbol root, Diagnostics diagnostics) {
        this.scopes = new ProtoScopes(root, diagnostics);
        this.types = new ProtoFields(scopes, diagnostics);
        this.numbers = new ProtoNumbers(diagnostics);
        this.diagnostics = diagnostics;
    }

    /** Links the extensions of a file in source order; those in error are reported and left out. */
    void link(ProtoFile file) {
        for (ProtoMessage message : file.messages()) {
            link(message);
        }
        link(file.extensions());
    }

    private void link(ProtoMessage message) {
        for (ProtoMessage nested : message.messages()) {
            link(nested);
        }
        link(message.extensions());
    }

    /** The extensions that these declare; for any thread, once all files' are linked. */
    List<Extension> of(List<ProtoField> fields) {
        if (fields.isEmpty()) {
            return List.of();
        }
        List<Extension> linked = new ArrayList<>();
        for (ProtoField field : fields) {
            Extension extension = bySymbol.get(field.symbol());
            if (extension != null) {
                linked.add(extension);
            }
        }
        return linked;
    }

    private void link(List<ProtoField> fields) {
        Decl.Extend current = null;
        ProtoMessage extendee = null;
        for (ProtoField field : fields) {
            Decl.Extend extend = Objects.requireNonNull(field.extend());
            if (extend != current) {
                current = extend;
                extendee = extendee(extend.extendee(), field);
            }
            Field type = types.link(field, extendee);
            check(field, extendee, type == null ? null : type.type());
            if (type != null && extendee != null) {
                Extension extension =
                        new Extension(extendee.type(), field.symbol().fullName(), type);
                bySymbol.put(field.symbol(), extension);
            }
        }
    }

    /** The linked extension of this name, or null when it is none or in error. */
    @Nullable
    Extension extension(ProtoSymbol symbol) {
        return bySymbol.get(symbol);
    }

    private @Nullable ProtoMessage extendee(Name name, ProtoField field) {
        ProtoFile file = field.file();
        ProtoSymbol scope = Objects.requireNonNull(field.symbol().parent());
        ProtoSymbol found = scopes.find(name.text(), scope, file, false);
        if (found == null) {
            scopes.reportUndefined(name, scope, file, false);
            return null;
        }
        if (!(found.type() instanceof StructType type)) {
            diagnostics.report(
                    Problem.NAME_NO_MESSAGE, name.span(), name, found.kind().label());
            return null;
        }
        if (!scopes.isUsable(found, name, file)) {
            return null;
        }
        if (file.edition() == ProtoEdition.PROTO3 && !isOptions(type)) {
            diagnostics.report(Problem.EXTENSION_IN_PROTO3, name.span());
        }
        ProtoMessage message = found.message();
        if (message != null && file.isLite() && !message.file().isLite()) {
            diagnostics.report(Problem.LITE_EXTENSION, name.span(), name);
        }
        return message;
    }

    private static boolean isOptions(StructType type) {
        String name = type.fullName();
        return name.startsWith("google.protobuf.") && name.endsWith("Options");
    }

    private void check(ProtoField field, @Nullable ProtoMessage extendee, @Nullable Type type) {
        Decl.Field decl = field.decl();
        if (decl.label() == Decl.Field.Label.REQUIRED
                || "LEGACY_REQUIRED".equals(field.options().features().get("field_presence"))) {
            diagnostics.report(Problem.EXTENSION_REQUIRED, field.place(), field.name());
        }
        String jsonName = field.options().values().text("json_name");
        if (jsonName != null && !jsonName.equals(field.derivedJsonName())) {
            diagnostics.report(Problem.EXTENSION_JSON_NAME, field.options().place("json_name", field.place()));
        }
        if (extendee == null) {
            return;
        }
        if (!numbers.isFieldNumber(field, extendee.mostExtended()) || decl.number() == null) {
            return;
        }
        int number = decl.number().value().intValue();
        String name = extendee.type().fullName();
        if (!extendee.isOpen(number)) {
            Diagnostic report = diagnostics.report(
                    Problem.EXTENSION_NUMBER_NOT_OPEN, decl.number().span(), name, number);
            if (extendee.extensionRanges().isEmpty()) {
                report.help(Problem.NO_EXTENSION_RANGES, name);
            }
        }
        if (extendee.extensionDeclarations() != null) {
            extendee.extensionDeclarations().check(field, extendee, number, type, diagnostics);
        }
        Map<Integer, ProtoField> byNumber = used.computeIfAbsent(extendee.type(), t -> new HashMap<>());
        ProtoField before = byNumber.putIfAbsent(number, field);
        if (before != null && before.decl().number() != null) {
            boolean sameFile = before.file() == field.file();
            if (sameFile || field.file().parsed().requested()) {
                diagnostics
                        .report(
                                sameFile ? Problem.EXTENSION_NUMBER_TWICE : Problem.EXTENSION_NUMBER_TWICE_ELSEWHERE,
                                decl.number().span(),
                                number,
                                name)
                        .note(Problem.FIRST_USED_HERE, before.decl().number().span());
            }
        }
    }
}
