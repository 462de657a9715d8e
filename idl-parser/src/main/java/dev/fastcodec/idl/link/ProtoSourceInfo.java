package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.link.ProtoLocations.Path;
import dev.fastcodec.idl.schema.SourceInfo;
import dev.fastcodec.idl.source.Span;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the places of the parts of a file in the order in which protoc comes across them. The numbers are those of the fields of
 * descriptor.proto.
 */
final class ProtoSourceInfo {
    private final ProtoLocations locations;
    private final ProtoOptionLocations options;
    private final ProtoMemberLocations members;
    private final List<Decl> decls;
    private int imports;
    private int publicImports;
    private int weakImports;
    private int optionImports;
    private int services;

    private ProtoSourceInfo(ProtoFile file, Consumer<SourceInfo.Location> to) {
        this.decls = file.parsed().ast().decls();
        this.locations = new ProtoLocations(file.parsed().ast().source(), to);
        this.options = new ProtoOptionLocations(file, locations);
        this.members = new ProtoMemberLocations(file.edition(), locations, options);
    }

    /** The places of a file's parts, found when asked for. */
    static SourceInfo of(ProtoFile file) {
        return new Finder(file);
    }

    private record Finder(ProtoFile file) implements SourceInfo {
        @Override
        public boolean isAscii() {
            return file.parsed().ast().source().isAscii();
        }

        @Override
        public int textLength() {
            return file.parsed().ast().source().text().length();
        }

        @Override
        public void forEach(Consumer<Location> to) {
            new ProtoSourceInfo(file, to).find();
        }
    }

    private void find() {
        Path root = new Path(new int[0]);
        locations.addRoot(
                root, decls.isEmpty() ? 0 : decls.get(decls.size() - 1).span().end());
        ProtoMemberLocations.Counts counts = ProtoMemberLocations.Counts.ofFile();
        ProtoOptionLocations.Element own = options.of(root.to(8), ProtoOptionReader.statements(decls));
        for (Decl decl : decls) {
            if (decl instanceof Decl.Syntax syntax) {
                locations.add(root.to(12), syntax.span(), syntax.comments());
            } else if (decl instanceof Decl.Package p) {
                locations.add(root.to(2), p.span(), p.comments());
            } else if (decl instanceof Decl.Import i) {
                anImport(i, root);
            } else if (decl instanceof Decl.Option option) {
                own.statement(option);
            } else if (decl instanceof Decl.Service service) {
                service(service, root.to(6, services++));
            } else {
                members.member(decl, root, counts);
            }
        }
    }

    private void anImport(Decl.Import decl, Path root) {
        if (decl.kind() == Decl.Import.Kind.OPTION) {
            locations.add(root.to(15, optionImports++), decl.span(), decl.comments());
            return;
        }
        locations.add(root.to(3, imports++), decl.span(), decl.comments());
        Span word = locations.token(locations.token(decl.span().start()).end());
        if (decl.kind() == Decl.Import.Kind.PUBLIC) {
            locations.add(root.to(10, publicImports++), word);
        } else if (decl.kind() == Decl.Import.Kind.WEAK) {
            locations.add(root.to(11, weakImports++), word);
        }
    }

    private void service(Decl.Service decl, Path path) {
        locations.add(path, decl.span(), decl.comments());
        locations.add(path.to(1), decl.name().span());
        ProtoOptionLocations.Element own = options.of(path.to(3), ProtoOptionReader.statements(decl.body()));
        int methods = 0;
        for (Decl member : decl.body()) {
            if (member instanceof Decl.Rpc rpc) {
                method(rpc, path.to(2, methods++));
            } else if (member instanceof Decl.Option option) {
                own.statement(option);
            }
        }
    }

    private void method(Decl.Rpc decl, Path path) {
        locations.add(path, decl.span(), decl.comments());
        locations.add(path.to(1), decl.name().span());
        int open = locations.token(decl.name().span().end()).end();
        type(decl.input(), decl.inputStream(), open, path.to(5), path.to(2));
        int returns = locations
                .token(locations.token(decl.input().span().end()).end())
                .end();
        type(decl.output(), decl.outputStream(), locations.token(returns).end(), path.to(6), path.to(3));
        ProtoOptionLocations.Element own = options.of(path.to(4), decl.options());
        for (Decl.Option option : decl.options()) {
            own.statement(option);
        }
    }

    /** A request or response; {@code from} is behind the parenthesis before it. */
    private void type(Name name, boolean stream, int from, Path streamPath, Path typePath) {
        if (stream) {
            locations.add(streamPath, locations.token(from));
        }
        locations.add(typePath, name.span());
    }
}
