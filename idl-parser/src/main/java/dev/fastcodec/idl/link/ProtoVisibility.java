package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Third pass: which files' names each file may use: its own, those it imports, and what those import publicly. */
final class ProtoVisibility {
    private final Map<ParsedFile, ProtoFile> byParsed = new HashMap<>();
    private final Map<ProtoFile, Set<ProtoFile>> exported = new HashMap<>();

    ProtoVisibility(List<ProtoFile> files) {
        files.forEach(f -> byParsed.put(f.parsed(), f));
    }

    /** Links a file to those it imports, which must have been seen before. */
    void see(ProtoFile file) {
        Set<ProtoFile> own = new LinkedHashSet<>();
        own.add(file);
        file.visible().add(file);
        boolean complete = file.complete() && file.parsed().complete();
        for (ParsedFile.Imported imported : file.parsed().imports()) {
            ProtoFile target = Objects.requireNonNull(byParsed.get(imported.file()));
            file.imports().putIfAbsent(target, imported.decl());
            complete &= target.complete();
            Set<ProtoFile> names = Objects.requireNonNull(exported.get(target));
            if (imported.decl().kind() == Decl.Import.Kind.OPTION) {
                file.visibleToOptions().addAll(names);
            } else {
                file.visible().addAll(names);
            }
            if (imported.decl().kind() == Decl.Import.Kind.PUBLIC) {
                own.addAll(names);
            }
        }
        file.setComplete(complete);
        exported.put(file, own);
        List<ProtoFile> all = new ArrayList<>(file.visible());
        all.addAll(file.visibleToOptions());
        for (ProtoFile seen : all) {
            ProtoSymbol scope = seen.packageScope();
            while (scope != null && file.visiblePackages().add(scope)) {
                scope = scope.parent();
            }
        }
    }
}
