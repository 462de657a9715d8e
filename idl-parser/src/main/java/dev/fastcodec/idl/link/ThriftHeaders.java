package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.diag.Suggestion;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads namespaces and includes, and says which includes are not used. */
final class ThriftHeaders {
    /** The languages of Apache's compiler, thriftgo and fbthrift. */
    private static final Set<String> LANGUAGES = Set.of(
            "android",
            "as3",
            "c_glib",
            "cl",
            "cocoa",
            "cpp",
            "cpp2",
            "csharp",
            "d",
            "dart",
            "delphi",
            "erl",
            "go",
            "hack",
            "haxe",
            "hs",
            "html",
            "java",
            "java2",
            "javame",
            "js",
            "json",
            "kotlin",
            "lua",
            "netcore",
            "netstd",
            "nodejs",
            "ocaml",
            "perl",
            "php",
            "py",
            "py3",
            "rb",
            "rs",
            "rust",
            "scala",
            "smalltalk",
            "st",
            "swift",
            "ts",
            "xml",
            "xsd");

    private static final Pattern JAVA_PACKAGE = Pattern.compile("[a-zA-Z_]\\w*(\\.[a-zA-Z_]\\w*)*");

    private final Diagnostics diagnostics;

    ThriftHeaders(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Makes the working state of files, each with its includes. */
    List<ThriftFile> open(List<ParsedFile> files) {
        Map<ParsedFile, ThriftFile> opened = new HashMap<>();
        List<ThriftFile> result = new ArrayList<>();
        for (ParsedFile parsed : files) {
            ThriftFile file = new ThriftFile(parsed, namespaces(parsed));
            for (ParsedFile.Imported include : parsed.imports()) {
                ThriftFile target = opened.get(include.file());
                if (target != null) {
                    List<ThriftFile> sameName =
                            file.includes().computeIfAbsent(target.info().baseName(), n -> new ArrayList<>());
                    if (!sameName.contains(target)) {
                        sameName.add(target);
                    }
                }
            }
            opened.put(parsed, file);
            result.add(file);
        }
        return result;
    }

    private Map<String, String> namespaces(ParsedFile file) {
        Map<String, String> namespaces = new HashMap<>();
        Map<String, Name> written = new HashMap<>();
        for (Decl decl : file.ast().decls()) {
            if (decl instanceof Decl.Namespace namespace) {
                String scope = namespace.scope().text();
                namespaces.put(scope, namespace.name().text());
                written.put(scope, namespace.name());
                if (file.requested() && !scope.equals("*") && !LANGUAGES.contains(scope)) {
                    Suggestion.help(
                            diagnostics.report(
                                    Problem.THRIFT_NAMESPACE_UNKNOWN,
                                    namespace.scope().span(),
                                    scope),
                            scope,
                            LANGUAGES);
                }
            }
        }
        Name java = written.getOrDefault("java", written.get("*"));
        if (java != null && !JAVA_PACKAGE.matcher(java.text()).matches()) {
            diagnostics.report(Problem.THRIFT_JAVA_PACKAGE, java.span(), java);
        }
        if (file.requested() && file.complete() && !namespaces.containsKey("java") && !namespaces.containsKey("*")) {
            Span start = new Span(file.ast().source(), 0, 0);
            diagnostics.report(Problem.THRIFT_NO_JAVA_NAMESPACE, start).help(Problem.THRIFT_JAVA_NAMESPACE);
        }
        return namespaces;
    }

    /** Reports the includes in which nothing was looked up; to be called when all passes are through. */
    void reportUnused(ThriftFile file) {
        if (!file.isRequested() || !file.parsed().complete()) {
            return;
        }
        for (ParsedFile.Imported include : file.parsed().imports()) {
            boolean used = file.used().stream().anyMatch(f -> f.parsed().equals(include.file()));
            if (!used) {
                diagnostics.report(
                        Problem.THRIFT_INCLUDE_UNUSED,
                        include.decl().path().span(),
                        include.decl().path().text());
            }
        }
    }
}
