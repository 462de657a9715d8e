package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.front.ProtoFrontend;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The messages of descriptor.proto that hold options: those of the files that are linked, or, when none of them imports it,
 * those of the file that comes with the compiler.
 */
final class ProtoOptionTypes {
    /** Where they are declared. */
    static final String PATH = "google/protobuf/descriptor.proto";

    private static final String PACKAGE = "google.protobuf.";

    private final ProtoSymbol root;
    private final Map<OptionTarget, StructType> byTarget = new ConcurrentHashMap<>();
    private @Nullable SchemaFile own;

    ProtoOptionTypes(ProtoSymbol root) {
        this.root = root;
    }

    /** The package without name. */
    ProtoSymbol root() {
        return root;
    }

    /** The message that holds the options of a target. */
    StructType of(OptionTarget target) {
        StructType found = byTarget.get(target);
        return found == null ? byTarget.computeIfAbsent(target, this::find) : found;
    }

    private StructType find(OptionTarget target) {
        ProtoSymbol linked = inside(PACKAGE + target.message());
        if (linked != null && linked.type() instanceof StructType type) {
            return type;
        }
        for (StructType type : own().structs()) {
            if (type.name().equals(target.message())) {
                return type;
            }
        }
        throw new IllegalStateException("no " + target.message() + " in descriptor.proto");
    }

    /** The declaration of a full name, or null. */
    @Nullable
    ProtoSymbol inside(String fullName) {
        ProtoSymbol at = root;
        for (String part : Names.split(fullName)) {
            at = at == null ? null : at.member(part);
        }
        return at;
    }

    private synchronized SchemaFile own() {
        SchemaFile file = own;
        if (file == null) {
            Source source = new Source(PATH, text());
            Diagnostics none = new Diagnostics();
            IdlFile ast = new ProtoFrontend().parse(source, none);
            file = new ProtoLinker(true)
                    .link(List.of(new ParsedFile(ast, List.of(), false, true)), none)
                    .get(0);
            own = file;
        }
        return file;
    }

    private static String text() {
        try {
            return new String(Roots.wellKnown().read(PATH).orElseThrow(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
