package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ImplicitIds;
import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.schema.Constant;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.SourceInfo;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Typedef;
import dev.fastcodec.idl.source.Comments;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Links Thrift files. The passes, each over all files: headers, names, enums, typedefs, fields, constants and defaults,
 * services, then what only the whole shows: cycles, classes made twice, includes not used.
 */
public final class ThriftLinker implements Linker {
    private final ImplicitIds implicitIds;

    /** A linker that reads fields without a positive id in this way. */
    public ThriftLinker(ImplicitIds implicitIds) {
        this.implicitIds = implicitIds;
    }

    @Override
    public IdlFile.Language language() {
        return IdlFile.Language.THRIFT;
    }

    /** The including file's folder comes first, then the roots; {@code cpp_include} is never opened. */
    @Override
    public List<String> candidates(String importer, Decl.Import anImport) {
        if (anImport.kind() == Decl.Import.Kind.CPP) {
            return List.of();
        }
        String path = anImport.path().text().replace('\\', '/');
        Set<String> candidates = new LinkedHashSet<>();
        if (!path.startsWith("/")) {
            candidates.add(normalize(importer.substring(0, importer.lastIndexOf('/') + 1) + path));
        }
        candidates.add(normalize(path));
        return List.copyOf(candidates);
    }

    /** The path without {@code .} and, where a folder stands before it, {@code ..}. */
    private static String normalize(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            boolean up = part.equals("..") && !parts.isEmpty();
            if (up && !parts.get(parts.size() - 1).equals("..")) {
                parts.remove(parts.size() - 1);
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    @Override
    public List<SchemaFile> link(List<ParsedFile> parsed, Diagnostics diagnostics) {
        ThriftHeaders headers = new ThriftHeaders(diagnostics);
        ThriftSuggestions suggestions = new ThriftSuggestions();
        ThriftScopes scopes = new ThriftScopes(suggestions, diagnostics);
        ThriftEnums enums = new ThriftEnums(diagnostics);
        ThriftTypes types = new ThriftTypes(scopes, diagnostics);
        ThriftFields fields = new ThriftFields(types, new ThriftFieldIds(implicitIds, diagnostics), diagnostics);
        ThriftStructs structs = new ThriftStructs(fields, diagnostics);
        ThriftValues values = new ThriftValues(
                new ThriftConstants(scopes, suggestions, diagnostics), structs, suggestions, diagnostics);
        ThriftFunctions functions = new ThriftFunctions(types, fields, values, diagnostics);
        ThriftServices services = new ThriftServices(scopes, functions, diagnostics);

        List<ThriftFile> files = headers.open(parsed);
        files.forEach(scopes::enter);
        List<ThriftSymbol> symbols =
                files.stream().flatMap(f -> f.symbols().stream()).toList();
        for (ThriftSymbol symbol : symbols) {
            if (symbol.decl() instanceof Decl.Enum decl) {
                symbol.type = enums.link(symbol.file(), decl);
            }
        }
        for (ThriftSymbol symbol : symbols) {
            if (symbol.decl() instanceof Decl.Typedef decl) {
                ThriftAnnotations.markUsed(symbol.file(), decl.annotations());
                types.typedef(symbol);
            }
        }
        for (ThriftSymbol symbol : symbols) {
            if (symbol.decl() instanceof Decl.Const decl) {
                ThriftAnnotations.markUsed(symbol.file(), decl.annotations());
                symbol.type = types.resolve(symbol.file(), decl.type());
            } else if (symbol.decl() instanceof Decl.Struct) {
                structs.read(symbol);
            }
        }
        List<ThriftSymbol> defined = new ArrayList<>();
        for (ThriftSymbol symbol : symbols) {
            if (symbol.decl() instanceof Decl.Const) {
                values.constant(symbol);
            } else if (symbol.decl() instanceof Decl.Struct) {
                structs.define(symbol, values);
                defined.add(symbol);
            }
        }
        for (ThriftSymbol symbol : symbols) {
            if (symbol.decl() instanceof Decl.Service) {
                services.link(symbol);
            }
        }
        new ThriftCycles(structs, values, diagnostics).check(defined);
        new ThriftClasses(diagnostics).check(files);
        files.forEach(headers::reportUnused);
        return files.stream().map(ThriftLinker::schema).toList();
    }

    private static SchemaFile schema(ThriftFile file) {
        List<StructType> structs = new ArrayList<>();
        List<EnumType> enums = new ArrayList<>();
        List<Typedef> typedefs = new ArrayList<>();
        List<Constant> constants = new ArrayList<>();
        List<Service> services = new ArrayList<>();
        for (ThriftSymbol symbol : file.symbols()) {
            Type type = symbol.type;
            if (symbol.decl() instanceof Decl.Struct) {
                structs.add(ThriftStructs.type(symbol));
            } else if (symbol.decl() instanceof Decl.Typedef decl && type != null) {
                typedefs.add(new Typedef(
                        decl.name().text(),
                        type,
                        ThriftAnnotations.options(decl.annotations()),
                        decl.comments(),
                        decl.name().span()));
            } else if (symbol.decl() instanceof Decl.Const decl && type != null && symbol.value != null) {
                constants.add(new Constant(
                        decl.name().text(),
                        type,
                        symbol.value.value(),
                        ThriftAnnotations.options(decl.annotations()),
                        decl.comments(),
                        decl.name().span()));
            } else if (type instanceof EnumType anEnum) {
                enums.add(anEnum);
            } else if (symbol.service != null) {
                services.add(symbol.service);
            }
        }
        List<Decl> decls = file.parsed().ast().decls();
        boolean header = !decls.isEmpty()
                && (decls.get(0) instanceof Decl.Namespace
                        || decls.get(0) instanceof Decl.Import
                        || decls.get(0) instanceof Decl.Package);
        List<SchemaFile.Import> imports = file.parsed().imports().stream()
                .map(i -> new SchemaFile.Import(i.file().path(), false, false))
                .toList();
        return new SchemaFile(
                file.info(),
                header ? decls.get(0).comments() : Comments.NONE,
                imports,
                structs,
                enums,
                typedefs,
                constants,
                services,
                List.of(),
                SourceInfo.NONE,
                file.parsed().requested());
    }
}
