package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.source.Comments;
import java.util.ArrayList;
import java.util.List;

/**
 * Links Protobuf files. The passes, each over all files:
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
        List<ProtoFile> files = headers(parsed, root, diagnostics);
        for (ProtoFile file : files) {
            new ProtoDeclarations(file, diagnostics).declare();
        }
        ProtoVisibility visibility = new ProtoVisibility(files);
        files.forEach(visibility::see);
        ProtoScopes scopes = new ProtoScopes(root, diagnostics);
        ProtoNumbers numbers = new ProtoNumbers(diagnostics);
        ProtoExtensions extensions = new ProtoExtensions(scopes, numbers, diagnostics);
        ProtoStyle style = new ProtoStyle(diagnostics);
        for (ProtoFile file : files) {
            new ProtoChecks(numbers, diagnostics).check(file);
            style.check(file);
            file.messages().forEach(extensions::know);
        }
        ProtoFields fields = new ProtoFields(scopes, diagnostics);
        ProtoServices services = new ProtoServices(scopes, style, diagnostics);
        List<SchemaFile> linked = new ArrayList<>();
        for (ProtoFile file : files) {
            file.messages().forEach(m -> fields.define(m, extensions));
            List<Extension> declared = extensions.link(file.extensions(), fields);
            List<Service> linkedServices =
                    file.services().stream().map(services::link).toList();
            linked.add(schemaFile(file, declared, linkedServices));
        }
        ProtoInterpreter interpreter =
                new ProtoInterpreter(scopes, extensions, new ProtoOptionTypes(root), diagnostics);
        files.forEach(interpreter::interpret);
        ProtoOptionUses uses = new ProtoOptionUses(diagnostics);
        linked.forEach(uses::checkDeclared);
        for (ProtoFile file : files) {
            file.optionSites().stream().filter(site -> !site.checked()).forEach(uses::check);
            file.optionUses().forEach(use -> scopes.use(use, file));
            reportUnused(file, diagnostics);
        }
        return linked;
    }

    private static List<ProtoFile> headers(List<ParsedFile> parsed, ProtoSymbol root, Diagnostics diagnostics) {
        ProtoHeaders headers = new ProtoHeaders(root, diagnostics);
        List<ProtoFile> files = new ArrayList<>();
        for (ParsedFile file : parsed) {
            ProtoFile read = headers.read(file);
            read.setComplete(headers.checkImports(read));
            files.add(read);
        }
        return files;
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
        List<StructType> structs =
                file.messages().stream().map(ProtoMessage::type).toList();
        return new SchemaFile(
                file.info(),
                comments,
                imports,
                structs,
                file.enums().stream().map(ProtoEnum::type).toList(),
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
        file.imports().forEach((target, decl) -> {
            if (decl.kind() != Decl.Import.Kind.PUBLIC && !file.used().contains(target) && !forwards(target)) {
                diagnostics.report(
                        Problem.IMPORT_UNUSED, decl.path().span(), decl.path().text());
            }
        });
    }

    private static boolean forwards(ProtoFile file) {
        return file.imports().values().stream().anyMatch(i -> i.kind() == Decl.Import.Kind.PUBLIC);
    }
}
