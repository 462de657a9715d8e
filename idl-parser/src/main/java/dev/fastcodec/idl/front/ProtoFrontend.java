package dev.fastcodec.idl.front;

import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.source.Source;

/** Reads .proto files: proto2, proto3, and editions. */
public final class ProtoFrontend implements Frontend {
    /** Makes a front end; any number of threads may share it. */
    public ProtoFrontend() {}

    @Override
    public String extension() {
        return ".proto";
    }

    @Override
    public IdlFile parse(Source source, Diagnostics diagnostics) {
        ProtoTokens tokens = new ProtoTokens(new ProtoScanner(source, diagnostics));
        ProtoParser parser = new ProtoParser(tokens);
        parser.reportTo(diagnostics);
        ProtoDeclarations declarations = new ProtoDeclarations(source, tokens, diagnostics);
        while (parser.current().getType() != ProtoToken.EOF) {
            ProtoToken token = parser.current();
            if (token.getType() == ProtoParser.RBRACE) {
                parser.skipUnmatchedBrace();
                declarations.skipped(token);
            } else {
                declarations.add(parser.topLevel());
            }
            tokens.forget();
        }
        return new IdlFile(source, IdlFile.Language.PROTO, declarations.all());
    }
}
