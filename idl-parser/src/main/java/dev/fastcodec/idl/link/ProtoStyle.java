package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Oneof;
import dev.fastcodec.idl.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Enforces the naming style of edition 2024 and the stricter one of edition 2026, where features ask for it. */
final class ProtoStyle {
    private static final List<String> RISKY_PREFIXES = List.of("has_", "get_", "set_", "clear_");
    private static final String RISKY_SUFFIX = "_value";

    private final Diagnostics diagnostics;

    ProtoStyle(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Checks the package and the services of a file. */
    void check(ProtoFile file) {
        String packageName = file.info().packageName();
        if (file.features().style() != ProtoFeatures.Style.LEGACY && !packageName.isEmpty()) {
            for (Decl decl : file.parsed().ast().decls()) {
                if (decl instanceof Decl.Package p && !isLowerSnake(packageName)) {
                    report(p.name().span(), "package", packageName, "lower_snake_case");
                }
            }
        }
        for (ProtoMessage message : file.messages()) {
            check(message);
        }
        for (ProtoEnum anEnum : file.enums()) {
            check(anEnum);
        }
        for (ProtoField extension : file.extensions()) {
            check(extension);
        }
    }

    /** Checks a service or rpc. */
    void checkTitle(String what, Name name, ProtoFeatures features) {
        if (features.style() != ProtoFeatures.Style.LEGACY && !isTitle(name.text())) {
            report(name.span(), what, name.text(), "TitleCase");
        }
    }

    static void checkOneof(Oneof oneof, ProtoFeatures features, Diagnostics diagnostics) {
        if (features.style() != ProtoFeatures.Style.LEGACY && !isLowerSnake(oneof.name())) {
            new ProtoStyle(diagnostics).report(oneof.span(), "oneof", oneof.name(), "lower_snake_case");
        }
    }

    static void checkEnumValue(Name name, ProtoFeatures features, Diagnostics diagnostics) {
        if (features.style() != ProtoFeatures.Style.LEGACY && !isUpperSnake(name.text())) {
            new ProtoStyle(diagnostics).report(name.span(), "enum value", name.text(), "UPPER_SNAKE_CASE");
        }
    }

    private void report(Span at, String what, String name, String style) {
        diagnostics.report(Problem.NAMING_STYLE, at, what, name, style).help(Problem.STYLE_OPT_OUT, "STYLE_LEGACY");
    }

    private void check(ProtoEnum anEnum) {
        checkTitle("enum", anEnum.decl().name(), anEnum.features());
    }

    private void check(ProtoMessage message) {
        String name = message.type().name();
        if (message.features().style() != ProtoFeatures.Style.LEGACY && !isTitle(name)) {
            report(message.type().span(), "message", name, "TitleCase");
        }
        for (ProtoField field : message.fields()) {
            check(field);
        }
        checkCollisions(message);
        for (ProtoField extension : message.extensions()) {
            check(extension);
        }
        for (ProtoMessage nested : message.messages()) {
            check(nested);
        }
        for (ProtoEnum anEnum : message.enums()) {
            check(anEnum);
        }
    }

    private void check(ProtoField field) {
        if (field.features().style() != ProtoFeatures.Style.LEGACY && !isLowerSnake(field.name())) {
            report(field.place(), "field", field.name(), "lower_snake_case");
        }
    }

    private void checkCollisions(ProtoMessage message) {
        Set<String> names = null;
        for (ProtoField field : message.fields()) {
            if (field.features().style() == ProtoFeatures.Style.STYLE2026) {
                names = names == null ? names(message) : names;
                checkCollision(field, names);
            }
        }
    }

    private static Set<String> names(ProtoMessage message) {
        Set<String> names = new HashSet<>();
        message.fields().forEach(f -> names.add(f.name()));
        message.oneofs().forEach(o -> names.add(o.name()));
        return names;
    }

    private void checkCollision(ProtoField field, Set<String> names) {
        String name = field.name();
        String other = null;
        for (String prefix : RISKY_PREFIXES) {
            if (name.startsWith(prefix) && names.contains(name.substring(prefix.length()))) {
                other = name.substring(prefix.length());
            }
        }
        if (name.endsWith(RISKY_SUFFIX) && names.contains(name.substring(0, name.length() - RISKY_SUFFIX.length()))) {
            other = name.substring(0, name.length() - RISKY_SUFFIX.length());
        }
        if (other != null || name.equals("descriptor")) {
            diagnostics
                    .report(
                            Problem.NAMING_COLLISION,
                            field.place(),
                            name,
                            other == null ? "generated code" : "an accessor of " + other)
                    .help(Problem.STYLE_OPT_OUT, "STYLE2024");
        }
    }

    /** Letters and digits, the first an upper-case letter. */
    static boolean isTitle(String name) {
        return !name.isEmpty() && name.indexOf('_') < 0 && name.charAt(0) >= 'A' && name.charAt(0) <= 'Z';
    }

    /** Lower-case letters, digits, dots, and underscores that each stand before a letter. */
    static boolean isLowerSnake(String name) {
        return isSnake(name, 'a', 'z');
    }

    /** Upper-case letters, digits, and underscores that each stand before a letter. */
    static boolean isUpperSnake(String name) {
        return isSnake(name, 'A', 'Z');
    }

    private static boolean isSnake(String name, char first, char last) {
        char before = '_';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= first && c <= last;
            boolean digit = c >= '0' && c <= '9';
            if (before == '_' && !letter || !letter && !digit && c != '_' && c != '.') {
                return false;
            }
            before = c;
        }
        return before != '_';
    }
}
