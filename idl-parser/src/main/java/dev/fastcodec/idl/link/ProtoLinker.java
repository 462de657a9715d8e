package dev.fastcodec.idl.link;

import dev.fastcodec.idl.Parallel;
import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.source.Comments;
import java.util.ArrayList;
import java.util.List;

/**
 * Links Protobuf files. The passes, each over all files, and in parallel where one writes only to the file it is at:
 *
 * <ol>
 *   <li>{@link ProtoHeaders}: syntax, package, file options;
 *   <li>{@link ProtoDeclarations}: names, nested types, options, features;
 *   <li>{@link ProtoVisibility}: whose names a file may use;
 *   <li>{@link ProtoNumbers}, {@link ProtoEnums}, {@link ProtoJsonNames}, {@link ProtoStyle}: what needs no other file;
 *   <li>{@link ProtoFields} with {@link ProtoDefaults}, {@link ProtoFieldRules} and {@link ProtoExtensions}: types;
 *   <li>{@link ProtoServices};
 *   <li>{@link ProtoInterpreter}: what options set, and {@link ProtoOptionUses}: whether they may;
 *   <li>imports that nothing used.
 * </ol>
 */
public final class ProtoLinker implements Linker {
    private final boolean anyEdition;

    /** A linker; {@code anyEdition} says whether requested files may be of an edition that is only being tried out. */
    public ProtoLinker(boolean anyEdition) {
        this.anyEdition = anyEdition;
    }

    @Override
    public IdlFile.Language language() {
        return IdlFile.Language.PROTO;
    }

    @Override
    public List<String> candidates(String importer, Decl.Import anImport) {
        String path = anImport.path().text();
        return ProtoHeaders.isVirtualPath(path) ? List.of(path) : List.of();
    }

    @Override
    public List<SchemaFile> link(List<ParsedFile> parsed, Diagnostics diagnostics) {
        ProtoSymbol root = ProtoSymbol.root();
        ProtoHeaders headers = new ProtoHeaders(root, anyEdition, diagnostics);
        List<ProtoFile> files = new ArrayList<>(parsed.size());
        for (ParsedFile file : parsed) {
            files.add(headers.enter(file));
        }
        List<ProtoNames> declared = inParallel(files, diagnostics, (file, own) -> {
            new ProtoHeaders(root, anyEdition, own).describe(file);
            return new ProtoDeclarations(file, own).declare();
        });
        for (ProtoNames names : declared) {
            names.enterTopLevel(diagnostics);
        }
        ProtoVisibility visibility = new ProtoVisibility(files);
        for (ProtoFile file : files) {
            visibility.see(file);
        }
        inParallel(files, diagnostics, ProtoLinker::check);
        ProtoExtensions extensions = new ProtoExtensions(root, diagnostics);
        for (ProtoFile file : files) {
            extensions.link(file);
        }
        List<Linked> linked = inParallel(
                files,
                diagnostics,
                (file, own) -> new Linked(file, define(file, new ProtoScopes(root, own), extensions, own)));
        ProtoOptionTypes types = new ProtoOptionTypes(root);
        inParallel(files, diagnostics, (file, own) -> {
            new ProtoInterpreter(new ProtoScopes(root, own), extensions, types, own).interpret(file);
            return file;
        });
        return inParallel(linked, diagnostics, (file, own) -> {
            new ProtoOptionUses(own).checkDeclared(file.schema());
            checkUses(file.file(), new ProtoScopes(root, own), own);
            return file.schema();
        });
    }

    private record Linked(ProtoFile file, SchemaFile schema) {}

    /** A pass over one file, which reports to a collection of its own. */
    private interface Pass<F, R> {
        R run(F file, Diagnostics own);
    }

    private record Done<R>(R result, Diagnostics reports) {}

    /** Runs a pass over all files; results and reports are in the files' order. */
    private static <F, R> List<R> inParallel(List<F> files, Diagnostics diagnostics, Pass<F, R> pass) {
        List<Done<R>> all = Parallel.map(files, file -> {
            Diagnostics own = new Diagnostics();
            return new Done<>(pass.run(file, own), own);
        });
        List<R> results = new ArrayList<>(all.size());
        for (Done<R> done : all) {
            diagnostics.addAll(done.reports());
            results.add(done.result());
        }
        return results;
    }

    private static ProtoFile check(ProtoFile file, Diagnostics diagnostics) {
        new ProtoChecks(new ProtoNumbers(diagnostics), diagnostics).check(file);
        new ProtoStyle(diagnostics).check(file);
        return file;
    }

    private static SchemaFile define(
            ProtoFile file, ProtoScopes scopes, ProtoExtensions extensions, Diagnostics diagnostics) {
        ProtoFields fields = new ProtoFields(scopes, diagnostics);
        ProtoServices services = new ProtoServices(scopes, new ProtoStyle(diagnostics), diagnostics);
        for (ProtoMessage message : file.messages()) {
            fields.define(message, extensions);
        }
        List<Service> linkedServices = new ArrayList<>();
        for (ProtoService service : file.services()) {
            linkedServices.add(services.link(service));
        }
        return schemaFile(file, extensions.of(file.extensions()), linkedServices);
    }

    private static void checkUses(ProtoFile file, ProtoScopes scopes, Diagnostics diagnostics) {
        ProtoOptionUses uses = new ProtoOptionUses(diagnostics);
        for (ProtoOptionSite site : file.optionSites()) {
            if (!site.checked()) {
                uses.check(site);
            }
        }
        for (ProtoFile.OptionUse use : file.optionUses()) {
            scopes.use(use, file);
        }
        reportUnused(file, diagnostics);
    }

    private static SchemaFile schemaFile(ProtoFile file, List<Extension> extensions, List<Service> services) {
        List<SchemaFile.Import> imports = new ArrayList<>();
        Comments comments = Comments.NONE;
        List<Decl> decls = file.parsed().ast().decls();
        for (Decl decl : decls) {
            if (decl instanceof Decl.Import i) {
                imports.add(new SchemaFile.Import(
                        i.path().text(),
                        i.kind() == Decl.Import.Kind.PUBLIC,
                        i.kind() == Decl.Import.Kind.WEAK,
                        i.kind() == Decl.Import.Kind.OPTION));
            }
        }
        if (!decls.isEmpty() && !(decls.get(0) instanceof Decl.Struct)) {
            comments = decls.get(0).comments();
        }
        List<StructType> structs = new ArrayList<>(file.messages().size());
        for (ProtoMessage message : file.messages()) {
            structs.add(message.type());
        }
        List<EnumType> enums = new ArrayList<>(file.enums().size());
        for (ProtoEnum anEnum : file.enums()) {
            enums.add(anEnum.type());
        }
        return new SchemaFile(
                file.info(),
                comments,
                imports,
                structs,
                enums,
                List.of(),
                List.of(),
                services,
                extensions,
                ProtoSourceInfo.of(file),
                file.parsed().requested());
    }

    private static void reportUnused(ProtoFile file, Diagnostics diagnostics) {
        if (!file.parsed().requested() || !file.complete()) {
            return;
        }
        boolean options = setsOptions(file);
        file.imports().forEach((target, decl) -> {
            if (decl.kind() != Decl.Import.Kind.PUBLIC
                    && !file.used().contains(target)
                    && !forwards(target)
                    && !(options && target.path().equals(ProtoOptionTypes.PATH))) {
                diagnostics.report(
                        Problem.IMPORT_UNUSED, decl.path().span(), decl.path().text());
            }
        });
    }

    /** Whether an option is set; each is a field of a message in descriptor.proto. */
    private static boolean setsOptions(ProtoFile file) {
        for (ProtoOptionSite site : file.optionSites()) {
            if (!site.statements().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean forwards(ProtoFile file) {
        for (Decl.Import anImport : file.imports().values()) {
            if (anImport.kind() == Decl.Import.Kind.PUBLIC) {
                return true;
            }
        }
        return false;
    }
}
