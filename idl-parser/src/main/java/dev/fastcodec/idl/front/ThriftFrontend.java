package dev.fastcodec.idl.front;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.IdlFile;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.source.Source;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Reads Thrift: what Apache's compiler or thriftgo accepts. */
public final class ThriftFrontend implements Frontend {
    @Override
    public String extension() {
        return ".thrift";
    }

    @Override
    public IdlFile parse(Source source, Diagnostics diagnostics) {
        ThriftTokens tokens = ThriftTokens.read(source, diagnostics);
        ThriftParser parser = new ThriftParser(tokens.stream());
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new ThriftErrors(tokens, new ThriftSyntaxReports(tokens, diagnostics)));
        ThriftDeclarations declarations = new ThriftDeclarations(tokens, diagnostics);
        List<Decl> decls = new ArrayList<>();
        while (parser.getInputStream().LA(1) != Token.EOF) {
            Decl decl = declarations.declaration(parser.declaration());
            if (decl != null) {
                decls.add(decl);
            }
        }
        return new IdlFile(source, IdlFile.Language.THRIFT, decls);
    }
}
