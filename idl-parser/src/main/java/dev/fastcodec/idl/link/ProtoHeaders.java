package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostic;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.FileInfo;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** First pass: syntax or edition, package and file options of each file; makes the tree of packages. */
final class ProtoHeaders {
    private static final int DEEPEST_PACKAGE = 101;
    private static final List<String> TRYING_OUT = List.of(
            "google/protobuf/",
            "upb/",
            "com/google/protobuf/",
            "conformance/test_protos/",
            "test_messages_edition_unstable");
    private static final int LONGEST_PACKAGE = 511;

    private final ProtoSymbol root;
    private final boolean anyEdition;
    private final Diagnostics diagnostics;

    ProtoHeaders(ProtoSymbol root, boolean anyEdition, Diagnostics diagnostics) {
        this.root = root;
        this.anyEdition = anyEdition;
        this.diagnostics = diagnostics;
    }

    /** Makes a file with its edition and package, for one thread: packages are those of all files. */
    ProtoFile enter(ParsedFile parsed) {
        List<Decl> decls = parsed.ast().decls();
        Found found = edition(parsed, decls);
        Decl.Package thePackage = thePackage(decls);
        String packageName = thePackage == null ? "" : thePackage.name().text();
        FileInfo bare = info(parsed, found.edition(), packageName, Options.NONE);
        ProtoFile file = new ProtoFile(parsed, found.edition(), found.features(), bare);
        file.enterPackage(packageScope(thePackage, file));
        return file;
    }

    /** Reads the options of a file and checks its imports. */
    void describe(ProtoFile file) {
        ParsedFile parsed = file.parsed();
        ProtoOptions options = ProtoOptionReader.read(
                ProtoOptionReader.statements(parsed.ast().decls()),
                file,
                OptionTarget.FILE,
                file.packageScope(),
                diagnostics);
        checkFileOptions(file, options);
        ProtoFeatures features = file.features().with(options.features());
        if (options.values().isTrue("java_string_check_utf8")) {
            features = features.with(Map.of(ProtoFeatures.JAVA_UTF8, "VERIFY"));
        }
        file.describe(info(parsed, file.edition(), file.info().packageName(), options.values()), features);
        file.setComplete(checkImports(file));
    }

    private static FileInfo info(ParsedFile parsed, ProtoEdition edition, String packageName, Options options) {
        return new FileInfo(parsed.path(), FileInfo.Language.PROTO, edition.label(), packageName, Map.of(), options);
    }

    /** The edition of a file and what it starts from; an unknown edition is read as the latest, with the mildest features. */
    private record Found(ProtoEdition edition, ProtoFeatures features) {
        Found(ProtoEdition edition) {
            this(edition, edition.features());
        }
    }

    private Found edition(ParsedFile parsed, List<Decl> decls) {
        Decl.Syntax syntax = null;
        for (Decl decl : decls) {
            if (decl instanceof Decl.Syntax s) {
                if (syntax != null) {
                    diagnostics.report(Problem.SYNTAX_TWICE, s.span()).note(Problem.FIRST_SET_HERE, syntax.span());
                } else {
                    syntax = s;
                    if (!s.first()) {
                        diagnostics.report(Problem.SYNTAX_NOT_FIRST, s.span());
                    }
                }
            }
        }
        if (syntax == null) {
            if (parsed.requested() && parsed.complete()) {
                Span start = new Span(parsed.ast().source(), 0, 0);
                diagnostics.report(Problem.SYNTAX_MISSING, start).help(Problem.SYNTAX_ADVICE);
            }
            return new Found(ProtoEdition.PROTO2);
        }
        String label = syntax.value().text();
        ProtoEdition edition = ProtoEdition.of(syntax.edition(), label);
        return edition != null && isUsable(edition, parsed) ? new Found(edition) : unknown(syntax, label);
    }

    /** protoc keeps what is being tried out to its own files, and asks nothing of files that are only imported. */
    private boolean isUsable(ProtoEdition edition, ParsedFile parsed) {
        return edition != ProtoEdition.EDITION_UNSTABLE
                || anyEdition
                || !parsed.requested()
                || mayTryOut(parsed.path());
    }

    private static boolean mayTryOut(String path) {
        return TRYING_OUT.stream().anyMatch(path::startsWith);
    }

    private Found unknown(Decl.Syntax syntax, String label) {
        List<String> known = Arrays.stream(ProtoEdition.values())
                .filter(e -> e.isEdition() == syntax.edition() && e != ProtoEdition.EDITION_UNSTABLE)
                .map(e -> '"' + e.label() + '"')
                .toList();
        String kind = syntax.edition() ? "edition" : "syntax";
        Diagnostic report =
                diagnostics.report(Problem.SYNTAX_UNKNOWN, syntax.value().span(), kind, label);
        if (ProtoEdition.of(!syntax.edition(), label) != null) {
            report.help(Problem.SYNTAX_OTHER_WORD, syntax.edition() ? "syntax" : "edition", label);
        } else {
            report.help(Problem.KNOWN_ONES, String.join(", ", known));
        }
        return syntax.edition()
                ? new Found(ProtoEdition.EDITION_2026, ProtoEdition.EDITION_2023.features())
                : new Found(ProtoEdition.PROTO3);
    }

    private Decl.@Nullable Package thePackage(List<Decl> decls) {
        Decl.Package found = null;
        for (Decl decl : decls) {
            if (decl instanceof Decl.Package p) {
                if (found != null) {
                    diagnostics.report(Problem.PACKAGE_TWICE, p.span()).note(Problem.FIRST_SET_HERE, found.span());
                } else {
                    found = p;
                }
            }
        }
        return found;
    }

    private ProtoSymbol packageScope(Decl.@Nullable Package thePackage, ProtoFile file) {
        ProtoSymbol scope = root;
        if (thePackage != null) {
            List<String> parts = Names.split(thePackage.name().text());
            Span at = thePackage.name().span();
            if (parts.size() > DEEPEST_PACKAGE) {
                diagnostics.report(Problem.PACKAGE_TOO_DEEP, at, DEEPEST_PACKAGE);
                return root;
            }
            if (thePackage.name().text().length() > LONGEST_PACKAGE) {
                diagnostics.report(Problem.PACKAGE_TOO_LONG, at, LONGEST_PACKAGE);
            }
            for (String part : parts) {
                scope = scope.subpackage(part, file, at);
            }
        }
        return scope;
    }

    private void checkFileOptions(ProtoFile file, ProtoOptions options) {
        Span start = new Span(file.parsed().ast().source(), 0, 0);
        for (String generic : List.of("cc_generic_services", "java_generic_services", "py_generic_services")) {
            if (options.values().isTrue(generic) && file.parsed().requested()) {
                diagnostics.report(Problem.GENERIC_SERVICES, options.place(generic, start), generic);
            }
        }
        if (file.edition().isEdition()) {
            if ("LEGACY_REQUIRED".equals(options.features().get("field_presence"))) {
                diagnostics.report(Problem.REQUIRED_BY_DEFAULT, options.place("features.field_presence", start));
            }
            if (options.values().isTrue("java_string_check_utf8")) {
                diagnostics.report(Problem.UTF8_OPTION_IN_EDITION, options.place("java_string_check_utf8", start));
            }
        }
    }

    /** Checks the imports of a file: paths, repetitions, and what its edition allows; returns whether all paths are good. */
    private boolean checkImports(ProtoFile file) {
        boolean good = true;
        boolean optionsBegun = false;
        Map<String, Span> seen = new HashMap<>();
        List<Decl.Import> imports = new ArrayList<>();
        for (Decl decl : file.parsed().ast().decls()) {
            if (decl instanceof Decl.Import i) {
                imports.add(i);
            }
        }
        for (Decl.Import anImport : imports) {
            Literal.Text path = anImport.path();
            Span before = seen.putIfAbsent(path.text(), path.span());
            if (before != null) {
                diagnostics
                        .report(Problem.IMPORT_TWICE, path.span(), path.text())
                        .note(Problem.FIRST_USED_HERE, before);
            } else if (!isVirtualPath(path.text())) {
                diagnostics.report(Problem.IMPORT_PATH_FORM, path.span(), path.text());
                good = false;
            }
            boolean in2024 = file.edition().isAtLeast(ProtoEdition.EDITION_2024);
            if (anImport.kind() == Decl.Import.Kind.OPTION) {
                optionsBegun = true;
                if (!in2024) {
                    diagnostics.report(Problem.IMPORT_OPTION_TOO_EARLY, anImport.span());
                }
            } else if (optionsBegun) {
                diagnostics.report(Problem.IMPORT_AFTER_OPTION, anImport.span());
            }
            if (anImport.kind() == Decl.Import.Kind.WEAK && in2024) {
                diagnostics.report(Problem.IMPORT_WEAK_REMOVED, anImport.span());
            }
        }
        return good;
    }

    /** Whether protoc takes a path in an import: relative, {@code /} only, no empty part, no {@code .} and {@code ..}. */
    static boolean isVirtualPath(String path) {
        if (path.isEmpty() || path.indexOf('\\') >= 0) {
            return false;
        }
        int start = 0;
        while (start <= path.length()) {
            int end = path.indexOf('/', start);
            end = end < 0 ? path.length() : end;
            int length = end - start;
            if (length == 0 || length <= 2 && path.charAt(start) == '.' && path.charAt(end - 1) == '.') {
                return false;
            }
            start = end + 1;
        }
        return true;
    }
}
